import type { Command } from 'commander'
import type { CommandModule, Start } from './command.ts'
import * as build from './database/build.ts'
import * as exportRows from './database/export.ts'
import * as importing from './database/import.ts'
import * as retract from './database/retract.ts'
import * as search from './database/search.ts'
import * as stats from './database/stats.ts'
import * as verify from './database/verify.ts'

const help = `
Examples:
  perpetual database import pairs.csv
  perpetual database stats
  perpetual database search funding rate squeeze --limit 5
  perpetual database build --parquet
  perpetual database export --format huggingface --output export --without-domain example.com
  perpetual database retract macd.17 --because "the formula is wrong"
  perpetual database verify`

/** In the order of the help. */
const subcommands: readonly (readonly [name: string, summary: string, module: CommandModule])[] = [
  ['import', 'Bring an existing collection in', importing],
  ['stats', 'What is in it, against the goal', stats],
  ['search', 'Find pairs by their words', search],
  ['build', 'Make an SQLite file of it, and Parquet', build],
  ['export', 'Write it for training, retrieval or publishing', exportRows],
  ['verify', 'Recompute ids, hashes and counts', verify],
  ['retract', 'Take pairs back', retract],
]

export function define(command: Command, start: Start): void {
  command.addHelpText('after', help)
  for (const [name, summary, module] of subcommands)
    module.define(command.command(name).summary(summary).description(`${summary}.`), start)
}
