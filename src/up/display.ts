import type { Output } from '../commands/output.ts'
import type { Clock } from '../domain/instant.ts'
import { renderScreen } from './screen.ts'
import { createTeller, renderSaid } from './teller.ts'
import type { UpEvent } from './up-event.ts'
import { emptyView, viewAfter } from './view.ts'

/** Where people see what happens: one live screen on a terminal, lines elsewhere. */
export interface Display {
  readonly tell: (event: UpEvent) => void
  /** Gives the terminal back; safe to call twice. */
  readonly close: () => Promise<void>
}

interface DisplaySetup {
  readonly output: Output
  readonly clock: Clock
  /** Between two ticks. */
  readonly everyMs: number
}

/** Four times a second at most. */
const redrawMs = 250

function createLines({ output }: DisplaySetup): Display {
  const teller = createTeller()
  return {
    tell: event => {
      for (const said of teller(event)) {
        const text = renderSaid(said, event.at)
        if (said.isTrouble) output.warn(text)
        else output.say(text)
      }
    },
    close: () => Promise.resolve(),
  }
}

export function createDisplay(setup: DisplaySetup): Display {
  const { output, clock, everyMs } = setup
  const teller = createTeller()
  let view = emptyView(clock.now())
  const tell = (event: UpEvent): void => {
    view = viewAfter(view, { event, said: teller(event), everyMs })
  }
  const canvas = output.canvas(text => tell({ type: 'said', at: clock.now(), text }))
  if (canvas === undefined) return createLines(setup)
  const closed = new AbortController()
  const draw = (): void => canvas.draw(renderScreen(view, { ...canvas.size(), colours: output.colours, now: clock.now() }))
  const redraw = async (): Promise<void> => {
    while (!closed.signal.aborted) {
      draw()
      await clock.sleep(redrawMs, closed.signal).catch(() => {})
    }
  }
  const drawing = redraw()
  return {
    tell,
    close: async () => {
      closed.abort()
      canvas.close()
      await drawing
    },
  }
}
