import { PerpetualError } from '../domain/errors.ts'
import type { Instant } from '../domain/instant.ts'
import { statePaths } from '../domain/state.ts'
import type { Forge, StateStore } from '../forge/forge.ts'
import { dateOf } from './days.ts'
import { withoutMoment } from './render-team-report.ts'

export const reportTitle = 'Team Status Report'

/** Where a report can be read from now on. */
export interface Published {
  /** On the state branch. */
  readonly file: string
  /** False where the day's file said the same already. */
  readonly isNew: boolean
  /** Null where it is a discussion. */
  readonly issue: number | null
  /** Of the discussion. */
  readonly url: string | null
}

/** Each lost race means that somebody else got on. */
const maxRaces = 100

/** One file a day, written again only where more than the moment changed; a race is run again on what the winner wrote. */
async function save(store: StateStore, { path, text }: { readonly path: string; readonly text: string }): Promise<boolean> {
  for (let race = 0; race < maxRaces; race += 1) {
    const head = await store.head()
    const before = (await store.read(head, [path])).get(path)
    if (before !== undefined && withoutMoment(before) === withoutMoment(text)) return false
    const written = await store.write(head, [{ path, text }], `Report of ${path.slice(-13, -3)}`)
    if (written.type === 'written') return true
  }
  throw new PerpetualError(`Expected to write ${path} within ${maxRaces} races, lost them all`, { actBy: 'report-bug' })
}

/** One issue that is edited from day to day. A person may close it, and it stays closed. */
async function tell({ issues }: Pick<Forge, 'issues'>, body: string): Promise<number> {
  const issue = await issues.create({ title: reportTitle, body, labels: ['perpetual:report'], marker: 'report' })
  if (issue.body.trim() !== body.trim()) await issues.update(issue.number, { body })
  return issue.number
}

export interface Publishing {
  readonly at: Instant
  readonly body: string
  /** A category of discussions, where the report is to be one; a forge without discussions has an issue all the same. */
  readonly category: string | undefined
}

/** Saves the report among the handoffs, and shows it where people look. Repeating it makes nothing twice. */
export async function publishReport(forge: Forge, { at, body, category }: Publishing): Promise<Published> {
  const date = dateOf(at)
  const file = statePaths.teamReport(date)
  const isNew = await save(forge.state, { path: file, text: `# ${reportTitle} of ${date}\n\n${body}` })
  const { society } = forge
  if (category === undefined || society === undefined) return { file, isNew, issue: await tell(forge, body), url: null }
  const { url } = await society.discussions.publish({ category, title: reportTitle, body, marker: 'report' })
  return { file, isNew, issue: null, url }
}
