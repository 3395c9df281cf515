import type { Colours } from '../commands/output.ts'
import { fit } from '../commands/progress.ts'
import { amountOf } from '../report/amount.ts'
import type { Budget } from '../session/availability.ts'
import { meterWords } from '../domain/ledger.ts'

export interface ScreenLine {
  readonly text: string
  readonly tone: 'plain' | 'strong' | 'dim' | 'good' | 'bad'
}

export const line = (text: string, tone: ScreenLine['tone'] = 'plain'): ScreenLine => ({ text, tone })

/** What a terminal might obey, or would not show as a character of one line. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** As much as fits of a text that may hold anything, in its colour. */
export function paint({ text, tone }: ScreenLine, columns: number, colours: Colours): string {
  // Of a longer text more than the columns is never looked at.
  const fitted = fit(
    text
      .slice(0, 4 * columns)
      .toWellFormed()
      .replaceAll(unseen, ' '),
    columns,
  )
  switch (tone) {
    case 'plain':
      return fitted
    case 'strong':
      return colours.bold(fitted)
    case 'dim':
      return colours.dim(fitted)
    case 'good':
      return colours.green(fitted)
    case 'bad':
      return colours.red(fitted)
  }
}

/** What is used of a budget, with a mark where its line is: `██████▌░░│░░`. */
export function meterBar({ used, line: most, limit }: Pick<Budget, 'used' | 'line' | 'limit'>, width: number): string {
  const cells = (amount: number): number => Math.round(Math.min(1, Math.max(0, amount / limit)) * width)
  // What is begun shows, and what is left too.
  const filled = used >= limit ? width : used > 0 ? Math.min(width - 1, Math.max(1, cells(used))) : 0
  const mark = most >= limit ? -1 : Math.min(width - 1, cells(most))
  return Array.from({ length: width }, (_, cell) => (cell === mark ? '│' : cell < filled ? '█' : '░')).join('')
}

/** `412 of 850 calls`: up to the line, which is where a session stops. */
export const useWords = ({ meter, used, line: most }: Budget): string =>
  meter === 'usdMicros'
    ? `${amountOf(meter, used)} of ${amountOf(meter, most)}`
    : `${amountOf(meter, used)} of ${amountOf(meter, most)} ${meterWords[meter]}`
