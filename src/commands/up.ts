import { InvalidArgumentError, type Command } from 'commander'
import { z } from 'zod'
import { lookAround } from '../up/look-around.ts'
import { createSessionStarter } from '../up/session-starter.ts'
import { renderEnd, summaryOf } from '../up/summary.ts'
import { createDisplay } from '../up/display.ts'
import { supervise } from '../up/supervise.ts'
import type { Finish, Invocation, Start } from './command.ts'
import { runTick } from './tick.ts'
import { withProject } from './with-project.ts'

const optionsSchema = z.object({
  every: z.number().default(30),
  once: z.boolean().default(false),
  only: z.array(z.string()).default([]),
})
type Options = z.infer<typeof optionsSchema>

/** From the first request to stop on, milliseconds: children get eight seconds of it. */
const endsWithinMs = 9500
const mostSeconds = 86_400

const help = `
The scheduler for a machine of your own: it looks at the repository every few seconds, runs what
\`perpetual plan\` would start, each session in a process of its own, and shows how they get on. A pipeline
whose session fails is tried again after 5 seconds, then after twice as long each time up to 15 minutes,
and leaves the others alone. A changed perpetual.yml counts from the next look on. Two of these on one
repository never do anything twice: what one works on, the other leaves.

Ctrl-C and SIGTERM end it within 10 seconds: sessions save, deliver and hand off (on GitHub the next one
does that), and the next ones go on at the exact call. A second Ctrl-C ends it at once; what was saved stays.

Examples:
  perpetual up
  perpetual up --only droid-research --only droid-eastern
  perpetual up --once --json          what can work now, once: for a cron of your own
  perpetual up 2>> up.log             plain lines where there is no terminal`

function readSeconds(text: string): number {
  const seconds = Number(text)
  if (seconds >= 1 && seconds <= mostSeconds) return seconds
  throw new InvalidArgumentError('Expected a number of seconds from 1 to 86,400.')
}

const another = (name: string, names: readonly string[] | undefined): readonly string[] => [...(names ?? []), name]

async function up(invocation: Invocation, { every, once, only }: Options): Promise<Finish> {
  const { clock, output, folder, forge, spawnSelf } = invocation
  const asked = invocation.interruptible(endsWithinMs)
  const display = createDisplay({ output, clock, everyMs: every * 1000 })
  try {
    const end = await supervise(
      {
        clock,
        asked,
        // Spreads what failed together; nothing else is drawn.
        random: Math.random,
        tell: display.tell,
        start: createSessionStarter(spawnSelf, { folder, forge: forge.kind }),
        tick: backingOff =>
          withProject(invocation, async project => {
            const { survey } = await runTick(project, { warn: message => output.warn(message) })
            return lookAround(project, survey, { only, backingOff })
          }),
      },
      { everyMs: every * 1000, once },
    )
    await display.close()
    output.result(renderEnd(end))
    return { json: summaryOf(end), exitCode: once && end.members.some(({ trouble }) => trouble?.type === 'failed') ? 1 : 0 }
  } finally {
    await display.close()
  }
}

export function define(command: Command, start: Start): void {
  command
    .option('--every <seconds>', 'between two looks at what can work (default: 30)', readSeconds)
    .option('--once', 'run what can work now, wait for it, and end')
    .option('--only <pipeline>', 'look after this one; can be given several times', another)
    .addHelpText('after', help)
    .action(async () => {
      const options = optionsSchema.parse(command.opts())
      await start(command, invocation => up(invocation, options))
    })
}
