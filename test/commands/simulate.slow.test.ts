import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { loadConfig } from '../../src/config/load-config.ts'
import { inProcess, makeFolder, makeRepository, perpetual, removeFolders } from './perpetual.ts'

afterAll(removeFolders)

const caseSchema = z.object({
  goal: z.number(),
  goalDate: z.object({ p50: z.string().nullable() }),
  forecast: z.object({ days: z.number(), runs: z.number(), pairsPerDay: z.object({ mean: z.number() }) }),
  facts: z.array(z.object({ pipeline: z.string().nullable(), what: z.string(), source: z.string() })),
})
const simulationSchema = z.object({
  of: z.string(),
  baseline: caseSchema,
  whatIf: caseSchema.extend({ asked: z.array(z.string()) }).nullable(),
  advice: z.object({ target: z.number(), alone: z.array(z.object({ change: z.string(), resource: z.string() })) }).nullable(),
})

const short = ['simulate', '--days', '6', '--runs', '2']

describe('perpetual simulate', () => {
  it('brings the same numbers for the same seed, others for another, and writes nothing', async () => {
    const cwd = makeFolder()
    const [one, again, other] = await Promise.all(
      [
        ['--seed', '5'],
        ['--seed', '5'],
        ['--seed', '6'],
      ].map(seed => perpetual([...short, ...seed, '--json', '--quiet'], { cwd })),
    )
    expect(one).toMatchObject({ code: 0, stderr: '' })
    const read = (text: string | undefined) => simulationSchema.parse(JSON.parse(text ?? ''))
    expect(read(one?.stdout)).toEqual(read(again?.stdout))
    expect(read(other?.stdout).baseline.forecast).not.toEqual(read(one?.stdout).baseline.forecast)
  })

  it('takes the defaults where there is no data repository, and says so on standard error', async () => {
    const { code, stdout, stderr } = await inProcess([...short, '--pipelines', '3'], makeFolder())
    expect(code).toBe(0)
    expect(stderr).toContain('These are the numbers of the defaults.')
    expect(stdout).toContain('the defaults with their seed tasks.')
    expect(stdout.split('\n').filter(line => line.length > 100)).toEqual([])
  })

  it('shows what would be beside what is, and every piece of advice can be typed', async () => {
    const cwd = makeFolder()
    const asked = ['--what-if', 'goal=700', '--what-if', 'simulation.reviews.delay=2h']
    const { stdout } = await inProcess([...short, ...asked, '--json', '--quiet'], cwd)
    const { baseline, whatIf, advice } = simulationSchema.parse(JSON.parse(stdout))
    expect([baseline.goal, whatIf?.goal]).toEqual([30_000, 700])
    expect(whatIf?.asked).toEqual(['goal=700', 'simulation.reviews.delay=2h'])
    expect(whatIf?.forecast.pairsPerDay.mean).toBeGreaterThan(baseline.forecast.pairsPerDay.mean)
    for (const { change } of advice?.alone ?? []) {
      const [key = '', value = ''] = change.split('=')
      if (!key.startsWith('simulation.'))
        loadConfig('', '--what-if', [{ key, value: Number.isNaN(Number(value)) ? value : Number(value) }])
    }
  })

  it('begins with the repository’s own configuration and tasks', async () => {
    const cwd = makeRepository()
    for (const name of ['.github', 'tasks']) mkdirSync(join(cwd, name))
    writeFileSync(join(cwd, '.github/perpetual.yml'), 'goal: 1234\npipelines: { zai-institutional: { enabled: false } }\n')
    writeFileSync(
      join(cwd, 'tasks/droid-research.yml'),
      'tasks:\n  - { id: one, title: One, brief: A brief. }\n  - { id: two, title: Two, brief: A brief. }\n',
    )
    expect((await inProcess(['tasks', 'import', '--quiet'], cwd)).code).toBe(0)
    const { stdout } = await inProcess([...short, '--what-if', 'simulation.proposals=false', '--json', '--quiet'], cwd)
    const { of, baseline } = simulationSchema.parse(JSON.parse(stdout))
    expect(of).toBe('this repository as it stands')
    expect(baseline.goal).toBe(1234)
  })

  it.each([
    [['--days', '0'], 'Expected a whole number from 1 to 3650.'],
    [['--what-if', 'gaol=5'], 'did you mean `goal`?'],
    [['--what-if', 'accounts.zia.concurrency=5'], 'the name of an account'],
    [['--what-if', 'simulation.reviews.dely=5h'], 'did you mean `delay`?'],
    [['--what-if', '__proto__.x=5'], 'Expected a key to begin with'],
  ])('refuses %j with one line and exit code 2', async (args, said) => {
    const { code, stdout, stderr } = await inProcess([...short, '--defaults', ...args], makeFolder())
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(said)
    expect(stderr.trimEnd()).not.toContain('\n')
  })

  it('ends at once on Ctrl-C', async () => {
    const cwd = makeFolder()
    const begun = performance.now()
    const ran = await perpetual(['simulate', '--days', '3650', '--runs', '200', '--defaults'], {
      cwd,
      interruptWhen: () => performance.now() - begun > 4000,
    })
    expect(ran.code).toBe(130)
    expect(ran.stdout).toBe('')
  }, 120_000)
})
