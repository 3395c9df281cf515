/** One measured figure, with what the project expects of it. */
export interface Row {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly expectation: string
}

export function renderRows(rows: readonly Row[]): string {
  const cells = rows.map(row => [
    row.name,
    Number.isInteger(row.value) ? String(row.value) : row.value.toFixed(3),
    row.unit,
    row.expectation,
  ])
  const head = ['figure', 'value', 'unit', 'expected']
  const widths = head.map((title, index) => Math.max(title.length, ...cells.map(cell => cell[index]?.length ?? 0)))
  const line = (cell: readonly string[]) =>
    cell.map((text, index) => (index === 1 ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0))).join('  ')
  return [line(head), widths.map(width => '-'.repeat(width)).join('  '), ...cells.map(line)].join('\n')
}
