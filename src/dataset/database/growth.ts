import type { Manifest } from './manifest.ts'

const size = { width: 760, height: 280, left: 64, right: 20, top: 44, bottom: 36 } as const
const dayMs = 86_400_000

const style = `
  text { font: 12px system-ui, sans-serif; fill: #57606a }
  .title { font-size: 15px; font-weight: 600; fill: #1f2328 }
  .grid { stroke: #d0d7de; stroke-width: 1 }
  .goal { stroke: #9a6700; stroke-width: 1.5; stroke-dasharray: 5 4 }
  .line { fill: none; stroke: #0969da; stroke-width: 2; stroke-linejoin: round }
  .area { fill: #0969da; opacity: .14 }
  @media (prefers-color-scheme: dark) {
    text { fill: #9198a1 } .title { fill: #f0f6fc } .grid { stroke: #3d444d }
    .goal { stroke: #d29922 } .line { stroke: #4493f8 } .area { fill: #4493f8 }
  }`

const escapeXml = (text: string): string => text.replace(/[<>&"']/g, sign => `&#${sign.charCodeAt(0)};`).replace(/\p{Cc}/gu, ' ')
const grouped = (value: number): string => value.toLocaleString('en-US')
const fixed = (value: number): string => value.toFixed(1)

/** 1, 2 or 5 times a power of ten, so that at most five lines make the height. */
function stepOf(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 5)))
  return ([1, 2, 5, 10].find(factor => factor * power * 5 >= most) ?? 10) * power
}

/** The picture of a database's growth toward its goal, as SVG with the reader's light or dark colours. */
export function renderGrowth({ history, goal }: Pick<Manifest, 'history' | 'goal'>): string {
  const { width, height, left, right, top, bottom } = size
  const days = history.map(({ date, rows }) => ({ date, rows, at: Date.parse(date) / dayMs }))
  const first = days[0]?.at ?? 0
  const span = Math.max(1, (days.at(-1)?.at ?? 0) - first + 1)
  const rows = days.at(-1)?.rows ?? 0
  const step = stepOf(Math.max(goal, rows))
  const most = Math.ceil(Math.max(goal, rows) / step) * step
  const x = (at: number): number => left + ((at - first) / span) * (width - left - right)
  const y = (value: number): number => height - bottom - (value / most) * (height - top - bottom)
  const grid = Array.from({ length: Math.round(most / step) + 1 }, (_, i) => i * step).flatMap(value => [
    `<line class="grid" x1="${left}" x2="${width - right}" y1="${fixed(y(value))}" y2="${fixed(y(value))}"/>`,
    `<text x="${left - 8}" y="${fixed(y(value) + 4)}" text-anchor="end">${grouped(value)}</text>`,
  ])
  // A day's rows are there at its end, and none were before the first day.
  const points = [`${left},${fixed(y(0))}`, ...days.map(({ at, rows: sum }) => `${fixed(x(at + 1))},${fixed(y(sum))}`)]
  const label = (at: number, text: string, anchor: string): string =>
    `<text x="${fixed(at)}" y="${height - 12}" text-anchor="${anchor}">${escapeXml(text)}</text>`
  const title = `${grouped(rows)} of ${grouped(goal)} pairs`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<style>${style}\n</style>`,
    `<text class="title" x="${left}" y="24">${escapeXml(title)}</text>`,
    ...grid,
    `<line class="goal" x1="${left}" x2="${width - right}" y1="${fixed(y(goal))}" y2="${fixed(y(goal))}"/>`,
    `<text x="${width - right}" y="${fixed(y(goal) - 6)}" text-anchor="end">goal</text>`,
    ...(days.length === 0
      ? []
      : [
          `<polygon class="area" points="${points.join(' ')} ${fixed(x(first + span))},${fixed(y(0))}"/>`,
          `<polyline class="line" points="${points.join(' ')}"/>`,
          label(left, days[0]?.date ?? '', 'start'),
          ...(days.length > 1 ? [label(width - right, days.at(-1)?.date ?? '', 'end')] : []),
        ]),
    '</svg>',
    '',
  ].join('\n')
}
