import { HttpError } from './http-error.ts'

export interface PageArguments {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
}

const cursorOf = (index: number): string => Buffer.from(`cursor:${index}`).toString('base64')
const indexOf = (cursor: string): number => Number(Buffer.from(cursor, 'base64').toString().slice('cursor:'.length))

/** A list as GitHub pages it; it refuses lists without a bound, and bounds over 100. */
export function connection<Row>(
  rows: readonly Row[],
  { field, ...page }: PageArguments & { readonly field: string },
  render: (row: Row) => unknown,
): Record<string, unknown> {
  const bound = page.first ?? page.last
  if (bound === undefined || bound === null)
    throw new HttpError(200, `You must provide a \`first\` or \`last\` value to properly paginate the \`${field}\` connection.`, {
      type: 'MISSING_PAGINATION_BOUNDARIES',
    })
  if (bound > 100 || bound < 0)
    throw new HttpError(
      200,
      `Requesting ${bound} records on the \`${field}\` connection exceeds the \`first\` limit of 100 records.`,
      { type: 'EXCESSIVE_PAGINATION' },
    )
  const low = typeof page.after === 'string' ? indexOf(page.after) + 1 : 0
  const high = typeof page.before === 'string' ? indexOf(page.before) : rows.length
  const from = typeof page.first === 'number' ? low : Math.max(low, high - bound)
  const to = typeof page.first === 'number' ? Math.min(high, low + bound) : high
  const edges = rows.slice(from, to).map((row, offset) => ({ cursor: cursorOf(from + offset), node: render(row) }))
  return {
    totalCount: rows.length,
    edges,
    nodes: edges.map(edge => edge.node),
    pageInfo: {
      hasNextPage: to < rows.length,
      hasPreviousPage: from > 0,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}
