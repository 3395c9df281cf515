import { createHash } from 'node:crypto'
import { escapeMarkdown } from '../dataset/markdown.ts'
import { oneLine } from '../domain/one-line.ts'
import { toMinute, type Instant } from '../domain/instant.ts'
import type { ShownAlert } from '../domain/orchestrator-state.ts'
import type { Issue, Issues } from '../forge/forge.ts'
import type { Alert, AlertOf } from './alerts.ts'

/** What the text says of the configuration. */
export interface AlertSettings {
  readonly heartbeatMs: number
  readonly alertAfterMs: number
  readonly maxWaiting: number
}

const title = 'Perpetual needs a person'
const labels = ['perpetual:alert'] as const
const marker = 'alert'

/** Of each kind, so that a body stays below the 65,536 characters that GitHub takes, whatever foreign text grows to when escaped. */
const mostListed = 20

function list<Item>(items: readonly Item[], render: (item: Item) => string): readonly string[] {
  const more = items.length - mostListed
  return [...items.slice(0, mostListed).map(item => `- ${render(item)}`), ...(more > 0 ? [`- and ${more} more`] : []), '']
}

const units = [
  [86_400_000, 'day'],
  [3_600_000, 'hour'],
  [60_000, 'minute'],
] as const

/** `3 days`, `90 minutes`: the largest unit of which it is a whole number. */
export function describeMs(ms: number): string {
  const [size, unit] = units.find(([each]) => ms >= each && ms % each === 0) ?? [60_000, 'minute']
  const count = Math.round(ms / size)
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

const only = <Type extends Alert['type']>(alerts: readonly Alert[], type: Type): readonly AlertOf<Type>[] =>
  alerts.filter((alert): alert is AlertOf<Type> => alert.type === type)

const silenceText = ({ from, to }: AlertOf<'silence'>, { heartbeatMs }: AlertSettings): readonly string[] => [
  '### For a while nothing ticked',
  '',
  `From ${toMinute(from)} to ${toMinute(to)} no tick came; one is expected every ${describeMs(heartbeatMs)} at the latest (\`plan.heartbeat\`). Nothing is lost: what was missed is made up from now on.`,
  '',
  '- A schedule is a hint: GitHub delays and drops its runs. Where that happens often, let `perpetual up` tick on a machine of your own.',
  '- In a public repository GitHub switches a schedule off after 60 days without activity: Actions → Perpetual → Enable workflow.',
  '',
]

const idleText = (alerts: readonly AlertOf<'idle'>[], { heartbeatMs }: AlertSettings): readonly string[] => [
  '### Nothing begins although it could',
  '',
  `For longer than ${describeMs(heartbeatMs)} (\`plan.heartbeat\`):`,
  '',
  ...list(alerts, ({ pipeline, since }) => `\`${pipeline}\`, since ${toMinute(since)}`),
  'Look at its last runs under Actions → Perpetual: mostly its key is missing, or its job fails before a session begins. `perpetual doctor` says what is missing. A pipeline that is not meant to run wants `enabled: false` in `.github/perpetual.yml`.',
  '',
]

const providerText = (alerts: readonly AlertOf<'provider'>[]): readonly string[] => [
  '### A provider gives nothing',
  '',
  'Every session ended without a single call:',
  '',
  ...list(
    alerts,
    ({ pipeline, since, said }) =>
      `\`${pipeline}\`, since ${toMinute(since)}. The provider last said: ${escapeMarkdown(oneLine(said, 200)) || 'nothing'}`,
  ),
  'Look at the account: its key, its credit, its limits, and whether it still has the model. `perpetual doctor` asks it.',
  '',
]

/** On GitHub a number is a link by itself; elsewhere the address is a command. */
const whereOf = ({ number, url }: AlertOf<'unread'>): string =>
  url.startsWith('https:') || url === '' ? `#${number}` : `#${number} (${escapeMarkdown(oneLine(url, 200))})`

const unreadText = (alerts: readonly AlertOf<'unread'>[], settings: AlertSettings): readonly string[] => [
  '### Deliveries wait unread',
  '',
  `For longer than ${describeMs(settings.alertAfterMs)} (\`reviews.alertAfter\`), the oldest first:`,
  '',
  ...list(alerts, alert => {
    const name = escapeMarkdown(oneLine(alert.title, 80))
    return `${whereOf(alert)}, since ${alert.since.slice(0, 10)}: ${name}, part ${alert.part}, ${alert.pairs} pairs`
  }),
  `Merge what is good, close what is not, or say \`/ok\` and \`/reject\` in a comment. With more than ${settings.maxWaiting} parts waiting nothing new is begun (\`reviews.maxWaiting\`).`,
  '',
]

/** The body of the alert's issue. It tells no time that passes, so that it is edited only when something changes. */
export function renderAlerts(alerts: readonly Alert[], settings: AlertSettings): string {
  const [silence] = only(alerts, 'silence')
  const [idle, provider, unread] = [only(alerts, 'idle'), only(alerts, 'provider'), only(alerts, 'unread')]
  return [
    'Perpetual keeps this issue up to date, and closes it when all is well. Close it yourself to hear no more of what it tells; it comes back with what is new.',
    '',
    ...(silence === undefined ? [] : silenceText(silence, settings)),
    ...(idle.length === 0 ? [] : idleText(idle, settings)),
    ...(provider.length === 0 ? [] : providerText(provider)),
    ...(unread.length === 0 ? [] : unreadText(unread, settings)),
  ]
    .join('\n')
    .trimEnd()
}

const renderWell = (at: Instant): string =>
  `All is well again, as of ${toMinute(at)}. Perpetual opens this issue anew when it needs a person.`

const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Pure: whether the issue does not say what it should. */
export const isAlertNews = (shown: ShownAlert | null, alerts: readonly Alert[], settings: AlertSettings): boolean =>
  alerts.length === 0
    ? shown !== null && shown.keys.length > 0
    : shown === null || shown.sha256 !== sha256Of(renderAlerts(alerts, settings))

export interface Publication {
  readonly issues: Pick<Issues, 'create' | 'get' | 'update'>
  readonly at: Instant
  /** Logins that it is assigned to when it is made or opened anew. */
  readonly reviewers: readonly string[]
  readonly settings: AlertSettings
}

async function close({ issues, at }: Publication, shown: ShownAlert): Promise<ShownAlert> {
  const body = renderWell(at)
  const issue = await issues.get(shown.issue)
  if (issue?.state === 'open') await issues.update(issue.number, { body, state: 'closed' })
  return { issue: shown.issue, keys: [], sha256: sha256Of(body) }
}

/** The issue that is there, or a new one; one that a crash left unrecorded is found by its marker. */
async function obtain({ issues, reviewers: assignees }: Publication, body: string, shown: ShownAlert | null): Promise<Issue> {
  const known = shown === null ? undefined : await issues.get(shown.issue)
  return known ?? (await issues.create({ title, body, labels, marker, assignees }))
}

/**
 * One issue, made once, edited when what it tells changes, closed when all is well and opened anew when it is not. Where a person
 * closed it, it stays closed until something comes that it did not tell of. Gives what is shown now.
 */
export async function publishAlerts(
  publication: Publication,
  alerts: readonly Alert[],
  shown: ShownAlert | null,
): Promise<ShownAlert | null> {
  if (alerts.length === 0) return shown === null ? null : close(publication, shown)
  const body = renderAlerts(alerts, publication.settings)
  const keys = alerts.map(({ key }) => key)
  const issue = await obtain(publication, body, shown)
  const next = { issue: issue.number, keys, sha256: sha256Of(body) }
  const isNew = keys.some(key => shown?.keys.includes(key) !== true)
  if (issue.state === 'closed' && !isNew) return next
  if (issue.state === 'open' && issue.body.trim() === body) return next
  const assignees = issue.state === 'closed' ? publication.reviewers : []
  await publication.issues.update(issue.number, { body, state: 'open', assignees })
  return next
}
