import { InvalidArgumentError, type Command } from 'commander'
import { z } from 'zod'
import { parseFaults } from '../rehearsal/faults.ts'
import { startRehearsal } from '../rehearsal/start-rehearsal.ts'
import type { Finish, Invocation, Start } from './command.ts'

const optionsSchema = z.object({
  port: z.number().default(0),
  latency: z.number().default(0),
  fault: z.string().default(''),
  seed: z.number().default(1),
  clock: z.string().optional(),
  cap: z.number().optional(),
  dailyLimit: z.number().optional(),
})
type Options = z.infer<typeof optionsSchema>

const help = `
A provider on this machine that needs no key and no network: it speaks the protocols of OpenRouter, Z.AI and Gemini
and makes its answers from the briefs. Point an account's baseUrl at it. Its pairs say that they are a rehearsal.

Faults, each with its share of the sends: 429, 5xx, malformed, drop, error200, length, echo, blocked, quota; slow takes
a time. The key \`no-credit\` has no balance, and keys that begin with \`wrong\` are refused.
Of batch jobs: stuck, job-fail, item-error and look-5xx take a share; batch-time (2 minutes where it is left out) and
list-delay take a time by the provider's clock.

Examples:
  perpetual rehearse --port 8787
  perpetual rehearse --latency 200 --fault 429:0.1,malformed:0.02,slow:2s,drop:0.01
  perpetual rehearse --fault batch-time:30s,list-delay:10s,item-error:0.1,stuck:0.05
  perpetual rehearse --clock 2026-11-22T23:50:00Z --daily-limit 1000`

function readWhole(text: string): number {
  const value = Number(text)
  if (text.trim() !== '' && Number.isInteger(value) && value >= 0) return value
  throw new InvalidArgumentError('Expected a whole number from 0 on.')
}

function readPort(text: string): number {
  const port = readWhole(text)
  if (port <= 65_535) return port
  throw new InvalidArgumentError('Expected a port from 0 to 65,535.')
}

async function rehearse(
  invocation: Invocation,
  { port, latency, fault, seed, clock, cap, dailyLimit }: Options,
): Promise<Finish> {
  const { output } = invocation
  const asked = invocation.interruptible()
  const rehearsal = await startRehearsal({
    port,
    latencyMs: latency,
    seed,
    ...(fault === '' ? {} : { faults: parseFaults(fault) }),
    ...(clock === undefined ? {} : { clock }),
    ...(cap === undefined ? {} : { cap }),
    ...(dailyLimit === undefined ? {} : { dailyLimit }),
  })
  // This command's one object is its addresses, and it is wanted while it serves; without --json it is the same line.
  const line = { ...rehearsal.urls, control: rehearsal.control }
  if (output.json) output.object(line)
  else output.result(JSON.stringify(line))
  output.say('Serving until Ctrl-C.')
  if (!asked.aborted) await new Promise(resolve => asked.addEventListener('abort', resolve, { once: true }))
  await rehearsal.close()
  return { json: undefined }
}

export function define(command: Command, start: Start): void {
  command
    .option('--port <n>', 'the port on 127.0.0.1; 0 takes a free one', readPort)
    .option('--latency <ms>', 'added to every answer', readWhole)
    .option('--fault <list>', 'what goes wrong, and how often')
    .option('--seed <n>', 'what the faults are drawn from', readWhole)
    .option('--clock <time>', "what the provider's clock shows at the start, ISO 8601")
    .option('--cap <n>', 'sends a second, beyond which it answers 429', readWhole)
    .option('--daily-limit <n>', 'sends a UTC day for each key', readWhole)
    .addHelpText('after', help)
    .action(async () => {
      const options = optionsSchema.parse(command.opts())
      await start(command, invocation => rehearse(invocation, options))
    })
}
