/** A Mermaid pie, which GitHub draws in Markdown; empty where no share is above 0. Labels are ours and hold no quote. */
export function renderPie(title: string, shares: readonly (readonly [label: string, value: number])[]): string {
  const drawn = shares.filter(([, value]) => value > 0)
  if (drawn.length === 0) return ''
  return [
    '```mermaid',
    `pie showData title ${title}`,
    ...drawn.map(([label, value]) => `  "${label}" : ${value}`),
    '```',
    '',
  ].join('\n')
}
