import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { RehearsalStats } from '../../src/rehearsal/counts.ts'
import type { RehearsalOptions } from '../../src/rehearsal/start-rehearsal.ts'

/** The embedded provider in a process of its own, as a real one is. */
export interface Provider {
  readonly url: string
  /** Base URLs by protocol; `url` is OpenRouter's. */
  readonly urls: Readonly<Record<'openrouter' | 'zai' | 'gemini', string>>
  stats(): Promise<RehearsalStats>
  /** When each send arrived, milliseconds since 1970 by the provider's clock. */
  times(): Promise<readonly number[]>
  control(path: 'clock' | 'faults' | 'latency' | 'reset', body: unknown): Promise<void>
  /** Ends it; one that has ended stays ended. */
  stop(): Promise<void>
}

export async function startProvider(options: RehearsalOptions = {}): Promise<Provider> {
  const child = fork(fileURLToPath(new URL('rehearsal-child.ts', import.meta.url)), [JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    execArgv: [],
  })
  let text = ''
  for await (const chunk of child.stdout ?? []) {
    text += String(chunk)
    if (text.includes('\n')) break
  }
  const { urls, control } = JSON.parse(text) as { urls: Provider['urls']; control: string }
  return {
    url: urls.openrouter,
    urls,
    stats: async () => (await (await fetch(`${control}/stats`)).json()) as RehearsalStats,
    times: async () => ((await (await fetch(`${control}/stats?times`)).json()) as { times: number[] }).times,
    control: async (path, body) => {
      const response = await fetch(`${control}/${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      })
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    },
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      const closed = once(child, 'close')
      child.kill('SIGTERM')
      await closed
    },
  }
}
