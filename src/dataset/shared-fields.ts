/** A JSON object. */
export type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const isShared = (values: readonly unknown[]): boolean => {
  const first = JSON.stringify(values[0])
  return values.every(value => JSON.stringify(value) === first)
}

/** Takes out of records what all of them say alike, one level of objects deep: most of a pair's provenance is that of its neighbours. */
export const factorOut = (
  records: readonly Fields[],
  depth = 1,
): { readonly shared: Fields; readonly rest: readonly Fields[] } => {
  const shared: [string, unknown][] = []
  const rest: [string, unknown][][] = records.map(() => [])
  for (const key of Object.keys(records[0] ?? {})) {
    const values = records.map(record => record[key])
    if (isShared(values)) shared.push([key, values[0]])
    else if (depth > 0 && values.every(isFields)) {
      const inner = factorOut(values.filter(isFields), depth - 1)
      shared.push([key, inner.shared])
      for (const [i, one] of inner.rest.entries()) rest[i]?.push([key, one])
    } else for (const [i, value] of values.entries()) rest[i]?.push([key, value])
  }
  return { shared: Object.fromEntries(shared), rest: rest.map(entries => Object.fromEntries(entries)) }
}

/** Puts back what `factorOut` took; a record's own value wins. */
export const putBack = (shared: Fields, record: Fields): Fields => {
  const merged = Object.entries({ ...shared, ...record }).map(([key, value]): [string, unknown] => {
    const common = shared[key]
    return isFields(common) && isFields(value) ? [key, { ...common, ...value }] : [key, value]
  })
  return Object.fromEntries(merged)
}
