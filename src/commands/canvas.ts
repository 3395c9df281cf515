import type { Sink } from './sink.ts'

/** A whole terminal that is drawn again and again, and left as it was. */
export interface Canvas {
  readonly size: () => { readonly columns: number; readonly rows: number }
  /** Draws lines that fit; those that stand there already are not written again. */
  draw(lines: readonly string[]): void
  /** Gives the terminal back; safe to call twice. */
  close(): void
}

/** The alternate screen, without a cursor and without the wrapping of lines that turned out too long. */
const open = '\u001B[?1049h\u001B[?25l\u001B[?7l\u001B[2J'
const close = '\u001B[?7h\u001B[?25h\u001B[?1049l'

export function createCanvas(sink: Sink, onClose: () => void): Canvas {
  let isOpen = true
  let drawn = ''
  // One column stays free: clearing what follows a full line would take its last character.
  const size = () => ({ columns: (sink.columns ?? 80) - 1, rows: sink.rows ?? 24 })
  sink.write(open)
  return {
    size,
    draw: lines => {
      const { columns, rows } = size()
      const text = lines.map((line, row) => `\u001B[${row + 1};1H${line}\u001B[K`).join('')
      const whole = `${text}\u001B[J`
      // A resized terminal may show anything.
      const next = `${columns}×${rows} ${whole}`
      if (!isOpen || next === drawn) return
      const isResized = drawn !== '' && !drawn.startsWith(`${columns}×${rows} `)
      drawn = next
      sink.write(isResized ? `\u001B[2J${whole}` : whole)
    },
    close: () => {
      if (!isOpen) return
      isOpen = false
      sink.write(close)
      onClose()
    },
  }
}
