import type { PairsOfDay } from './growth-of-pairs.ts'

/**
 * A Mermaid picture of a number by day, which GitHub draws in Markdown; empty where there is nothing to see. `xychart-beta` is the name
 * that every version of Mermaid with this diagram knows. All texts are ours: in quotes nothing can be escaped.
 */
export function renderChart(
  kind: 'line' | 'bar',
  days: readonly PairsOfDay[],
  { title, unit }: { readonly title: string; readonly unit: string },
): string {
  const most = days.reduce((highest, { pairs }) => Math.max(highest, pairs), 0)
  if (days.length < 2 || most === 0) return ''
  return [
    '```mermaid',
    'xychart-beta',
    `  title "${title}"`,
    `  x-axis [${days.map(({ date }) => `"${date.slice(5)}"`).join(', ')}]`,
    `  y-axis "${unit}" 0 --> ${most}`,
    `  ${kind} [${days.map(({ pairs }) => pairs).join(', ')}]`,
    '```',
    '',
  ].join('\n')
}
