import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Row } from './row.ts'

const sizes = [10_000, 100_000, 1_000_000]

const builtSchema = z.object({ buildMs: z.number(), maxRssKib: z.number() })
const integratedSchema = z.object({
  openMs: z.number(),
  integrateMs: z.number(),
  processorMs: z.number(),
  settleMs: z.number(),
  accepted: z.number(),
  maxRssKib: z.number(),
})

const run = <Schema extends z.ZodType>(schema: Schema, ...args: readonly string[]): z.infer<Schema> =>
  schema.parse(
    JSON.parse(
      execFileSync(process.execPath, [join(import.meta.dirname, 'integration-process.ts'), ...args], { encoding: 'utf8' }),
    ),
  )

interface Measured {
  readonly rows: readonly Row[]
  readonly seconds: number
  readonly processorSeconds: number
}

/** In processes of their own, so that memory is told for each. */
function measure(size: number): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-bench-'))
  try {
    const built = run(builtSchema, 'build', folder, String(size))
    const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
    const done = run(integratedSchema, 'integrate', folder, String(size))
    const name = `${size.toLocaleString('en')} rows`
    const seconds = (done.openMs + done.integrateMs) / 1000
    const kept = Math.round(done.accepted)
    const processorSeconds = (done.openMs + done.processorMs) / 1000
    return {
      seconds,
      processorSeconds,
      rows: [
        {
          name: `${name}: 500 pairs integrated, ${kept} of them new rows, index opened`,
          value: seconds,
          unit: 's',
          expectation: '',
        },
        { name: `${name}: the same in processor time`, value: processorSeconds, unit: 's', expectation: '' },
        { name: `${name}: opening the index`, value: done.openMs / 1000, unit: 's', expectation: '' },
        { name: `${name}: 500 more rows indexed, settling included`, value: done.settleMs / 1000, unit: 's', expectation: '' },
        { name: `${name}: memory`, value: Math.round(done.maxRssKib / 1000), unit: 'MB', expectation: '≤ 500' },
        {
          name: `${name}: rebuilding the index`,
          value: Math.round((size / built.buildMs) * 1000),
          unit: 'rows/s',
          expectation: '≥ 4,000',
        },
        { name: `${name}: memory of rebuilding`, value: Math.round(built.maxRssKib / 1000), unit: 'MB', expectation: '≤ 500' },
        { name: `${name}: size of the index`, value: Math.round(bytes / 1e6), unit: 'MB', expectation: '' },
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Integration of 500 pairs with a warm index on templated questions, without model time; what it costs must not grow with the database. */
export const benchIntegration = (): Promise<readonly Row[]> => {
  const measured = sizes.map(measure)
  const ratioOf = (name: string, of: (each: Measured) => number): Row => {
    const [first, last] = [measured[0], measured.at(-1)]
    const value = first === undefined || last === undefined ? 0 : of(last) / of(first)
    return { name: `1,000,000 rows over 10,000 rows, ${name}`, value, unit: 'ratio', expectation: '≤ 1.5' }
  }
  const ratios = [ratioOf('processor time', each => each.processorSeconds), ratioOf('elapsed', each => each.seconds)]
  return Promise.resolve([...measured.flatMap(({ rows }) => rows), ...ratios])
}
