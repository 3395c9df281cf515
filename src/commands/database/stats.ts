import type { Command } from 'commander'
import { createTally, type Counts, type Totals } from '../../dataset/database/tally.ts'
import type { DatabaseSource } from '../../database/source.ts'
import { oneLine } from '../../domain/one-line.ts'
import { bar } from '../../report/bar.ts'
import type { Finish, Invocation, Start } from '../command.ts'
import { withDatabase } from './open-source.ts'

export interface Stats {
  readonly goal: number
  /** Not retracted. */
  readonly rows: number
  readonly retracted: number
  readonly totals: Totals
  /** Nearest to a question of its own, as integration measured it: mean Jaccard, and how many shards the manifest does not list yet. */
  readonly nearest: number
  readonly unlisted: number
  readonly commit: string
}

async function count(source: DatabaseSource, goal: number, onShard: (done: number) => void): Promise<Stats> {
  const tally = createTally()
  const seen = new Set<string>()
  let shards = 0
  let jaccard = 0
  for await (const { rows } of source.rows()) {
    for (const row of rows) {
      tally.add(row)
      seen.add(row.id)
      jaccard += row.dedup.jaccard
    }
    shards += 1
    onShard(shards)
  }
  for (const text of (await source.rejects(source.paths)).values()) tally.addRejects(text)
  const totals = tally.totals()
  const listed = new Set(source.manifest?.shards.map(({ path }) => path))
  return {
    goal,
    rows: totals.rows,
    retracted: source.retracted.size - (source.manifest?.totals.erased ?? 0),
    totals,
    nearest: totals.rows === 0 ? 0 : jaccard / totals.rows,
    unlisted: source.paths.filter(path => !listed.has(path)).length,
    commit: source.head,
  }
}

const shownNames = 8
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

function group(title: string, counts: Counts): readonly string[] {
  const entries = Object.entries(counts)
  if (entries.length === 0) return []
  const all = entries.reduce((sum, [, value]) => sum + value, 0)
  const shown = entries
    .slice(0, shownNames)
    .map(([name, value]) => `  ${String(value).padStart(7)}  ${percent(value, all).padStart(7)}  ${oneLine(name, 70)}`)
  const more = entries.length - shown.length
  return ['', title, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])]
}

/** For a terminal, at most 100 columns. */
export function renderStats(stats: Stats): string {
  const { goal, rows, totals, retracted, unlisted } = stats
  const unread = (totals.byReview['merged-unread'] ?? 0) + (totals.byReview['unreviewed'] ?? 0)
  return [
    `${rows} of ${goal} pairs (${percent(rows, goal)})  ${bar(rows / goal, 30)}`,
    `${unread} were merged without being read (${percent(unread, rows)}). ${retracted} were retracted.`,
    `${totals.citations} citations, ${percent(totals.quotes.verified, totals.quotes.all)} of the quotes found on the cited page.`,
    ...(totals.rehearsal > 0 ? [`${totals.rehearsal} come from the embedded provider and are worth nothing.`] : []),
    ...(unlisted > 0 ? [`${unlisted} shards are not in the manifest and the card yet.`] : []),
    ...group('Pipelines', totals.byPipeline),
    ...group('Models', totals.byModel),
    ...group('Domains, by citations', totals.byDomain),
    ...group('Grades', totals.byGrade),
    ...group(
      'Months in which they were written',
      Object.fromEntries(Object.entries(totals.byMonth).toSorted(([a], [b]) => (a < b ? 1 : -1))),
    ),
    ...group('Review', totals.byReview),
    ...group('Licences', totals.byLicense),
    ...group('Not taken in, by gate', totals.rejectedByGate),
  ].join('\n')
}

const stats = (invocation: Invocation): Promise<Finish> =>
  withDatabase(invocation, async ({ source, project, onShard }) => {
    const found = await count(source, project.config.goal, onShard('Counting'))
    invocation.output.close()
    invocation.output.result(renderStats(found))
    return { json: found }
  })

export function define(command: Command, start: Start): void {
  command
    .addHelpText(
      'after',
      '\nRetracted pairs are left out.\n\nExamples:\n  perpetual database stats\n  perpetual database stats --json',
    )
    .action(() => start(command, stats))
}
