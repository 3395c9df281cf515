import type { Command } from 'commander'
import { createVerifier, describeFault, type Fault, type Verifier } from '../../dataset/database/verify.ts'
import type { DatabaseSource } from '../../database/source.ts'
import { oneLine } from '../../domain/one-line.ts'
import type { Finish, Invocation, Start } from '../command.ts'
import { withDatabase } from './open-source.ts'

async function firstFault(
  source: DatabaseSource,
  verifier: Verifier,
  onShard: (done: number) => void,
): Promise<Fault | undefined> {
  let shards = 0
  for await (const shard of source.shards()) {
    const rejects = (await source.rejects([shard.path])).get(shard.path) ?? ''
    const fault = verifier.shard({ ...shard, rejects })
    if (fault !== undefined) return fault
    shards += 1
    onShard(shards)
  }
  return verifier.end()
}

const shownPaths = 3

const note = (paths: readonly string[], what: string): readonly string[] =>
  paths.length === 0
    ? []
    : [`${paths.length} files are ${what}: ${paths.slice(0, shownPaths).join(', ')}${paths.length > shownPaths ? ', …' : ''}.`]

const verify = (invocation: Invocation): Promise<Finish> =>
  withDatabase(invocation, async ({ source, project, onShard }) => {
    const { manifest, retracted } = source
    const verifier = createVerifier({ manifest, retracted, rehearsal: project.config.dataset.rehearsal })
    const fault = await firstFault(source, verifier, onShard('Verifying'))
    invocation.output.close()
    const seen = verifier.seen()
    if (fault !== undefined) {
      invocation.output.warn(`${invocation.output.colours.red('Wrong:')} ${oneLine(describeFault(fault), 500)}`)
      return { json: { sound: false, fault, ...seen }, exitCode: 1 }
    }
    const notes = [
      note(seen.unlisted, 'not in the manifest yet; the next card brings them'),
      note(source.stray, 'not named like a shard, so nobody reads them'),
    ]
    invocation.output.result(
      [
        `All ${seen.rows} rows in ${source.paths.length} shards are sound, ${seen.retracted} of them retracted.`,
        ...notes.flat(),
      ].join('\n'),
    )
    return { json: { sound: true, fault: null, shards: source.paths.length, stray: source.stray, ...seen } }
  })

export function define(command: Command, start: Start): void {
  command
    .addHelpText(
      'after',
      '\nNames the first wrong row and ends with 1.\n\nExamples:\n  perpetual database verify\n  perpetual database verify --json',
    )
    .action(() => start(command, verify))
}
