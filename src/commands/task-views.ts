import type { TaskDetail, TaskRow } from '../session/task-book-port.ts'
import type { Colours } from './output.ts'

/** Columns as wide as their widest cell; the last is left as it is. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  return rows.map(row =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}

const number = (row: Pick<TaskRow, 'number'>): string => (row.number === null ? '-' : `#${row.number}`)

export function renderRows(rows: readonly TaskRow[], { dim }: Colours): readonly string[] {
  if (rows.length === 0) return ['No tasks. `perpetual tasks import` makes those of tasks/*.yml.']
  const head = ['', 'TASK', 'PIPELINE', 'PRIORITY', 'STATUS', 'PAIRS', 'TITLE']
  const cells = rows.map(row => [number(row), row.id, row.pipeline, row.priority, row.status, String(row.accepted), row.title])
  const [first = '', ...rest] = table([head, ...cells])
  return [dim(first), ...rest]
}

const unitLines = ({ units }: TaskDetail): readonly string[] => {
  if (units.length === 0) return []
  const cells = units.map(unit => {
    const rejected = Object.entries(unit.rejected).map(([gate, count]) => `${count} ${gate}`)
    const aside = rejected.length === 0 ? '' : `put aside: ${rejected.join(', ')}`
    return [
      `  ${unit.unit}`,
      `${unit.calls}/${unit.callsExpected} calls`,
      `${unit.accepted} pairs`,
      unit.ended ? 'ended' : 'open',
      aside,
    ]
  })
  return ['', 'Units', ...table(cells)]
}

const deliveryLines = ({ deliveries }: TaskDetail): readonly string[] =>
  deliveries.length === 0
    ? []
    : ['', 'Deliveries', ...deliveries.map(({ branch, pairs, state, url }) => `  ${branch}: ${pairs} pairs, ${state}. ${url}`)]

export function renderDetail(task: TaskDetail, { bold, dim, yellow }: Colours): readonly string[] {
  return [
    bold(`${number(task)} ${task.id}: ${task.title}`),
    `${task.status}, ${task.pipeline}, ${task.priority}, order ${task.order}, attempts without progress ${task.attempts}`,
    `made ${task.createdAt}${task.startedAt === null ? '' : `, begun ${task.startedAt}`}${task.endedAt === null ? '' : `, ended ${task.endedAt}`}`,
    ...(task.redoes === null ? [] : [`tries ${task.redoes} again`]),
    ...(task.reason === null ? [] : [yellow(task.reason)]),
    ...(task.grade === null ? [] : [`grade ${task.grade}`]),
    ...unitLines(task),
    ...deliveryLines(task),
    '',
    dim(task.body.trimEnd()),
  ]
}
