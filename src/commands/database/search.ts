import { InvalidArgumentError, type Command } from 'commander'
import { z } from 'zod'
import { buildSqlite } from '../../database/build-sqlite.ts'
import { builtFrom, type Found, type Hit, quotedWords, searchSqlite } from '../../database/search.ts'
import { PerpetualError } from '../../domain/errors.ts'
import { oneLine } from '../../domain/one-line.ts'
import type { Finish, Invocation, Start } from '../command.ts'
import type { Colours } from '../output.ts'
import { sqliteIn } from './build.ts'
import { cacheOf, type OpenedDatabase, withDatabase } from './open-source.ts'

const optionsSchema = z.object({ limit: z.number().default(10) })
const mostHits = 1000

function readLimit(text: string): number {
  const limit = Number(text)
  if (Number.isInteger(limit) && limit >= 1 && limit <= mostHits) return limit
  throw new InvalidArgumentError(`Expected a whole number from 1 to ${mostHits}.`)
}

const renderHit = ({ id, handle, question, short_answer, answer, grade, citation_urls }: Hit, { bold, dim }: Colours): string => {
  const about = [handle, id, ...(grade === '' ? [] : [`grade ${grade}`])].map(text => oneLine(text, 100)).join('  ')
  const sources = citation_urls.slice(0, 2).map(url => dim(oneLine(url, 150)))
  return [bold(oneLine(question, 300)), oneLine(short_answer === '' ? answer : short_answer, 300), dim(about), ...sources].join(
    '\n  ',
  )
}

function render({ hits, matching, by }: Found, colours: Colours): string {
  if (hits.length === 0) return 'No pair has any of these words.'
  const which = by === 'any' ? ', none with all of the words' : ''
  const counted = `${matching} ${matching === 1 ? 'pair' : 'pairs'}${which}${matching > hits.length ? `, the best ${hits.length} shown` : ''}.`
  return [...hits.map(hit => renderHit(hit, colours)), counted].join('\n\n')
}

async function find({ source, project, onShard }: OpenedDatabase, file: string, asked: { words: string; limit: number }) {
  const rebuild = () => buildSqlite(source, { file, license: project.config.dataset.license, onShard: onShard('Building') })
  if (builtFrom(file) !== source.fingerprint) await rebuild()
  try {
    return searchSqlite(file, asked.words, asked.limit)
  } catch {
    // Only a damaged file gets here, because its words are quoted; one that was just built says what is wrong.
    await rebuild()
    return searchSqlite(file, asked.words, asked.limit)
  }
}

const search = async (invocation: Invocation, words: string, limit: number): Promise<Finish> => {
  if (quotedWords(words).length === 0)
    throw new PerpetualError(`Expected words to search for, got ${JSON.stringify(oneLine(words, 60))}`, { actBy: 'fix-config' })
  return withDatabase(invocation, async opened => {
    const found = await find(opened, sqliteIn(await cacheOf(opened.project)), { words, limit })
    invocation.output.close()
    invocation.output.result(render(found, invocation.output.colours))
    return { json: found }
  })
}

export function define(command: Command, start: Start): void {
  command
    .addHelpText(
      'after',
      '\nExamples:\n  perpetual database search funding rate squeeze\n  perpetual database search MVRV --limit 3 --json',
    )
    .argument('<words...>', 'pairs with all of them, or where there is none, with any')
    .option('--limit <number>', `how many, at most ${mostHits}`, readLimit, 10)
    .action((words: readonly string[]) =>
      start(command, invocation => search(invocation, words.join(' '), optionsSchema.parse(command.opts()).limit)),
    )
}
