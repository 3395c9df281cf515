import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createWorld, resultOf, type World } from '../support/world.ts'

const key = 'sk-or-v1-0c4be1f7DISTINCTIVE93ad52'
const forms = [key, Buffer.from(key).toString('base64').slice(0, -4), Buffer.from(key).toString('hex'), 'DISTINCTIVE']

const expectNone = (where: string, content: string | Buffer): void => {
  for (const form of forms) expect(content.includes(form), `${form} in ${where}`).toBe(false)
}

describe('the key', () => {
  let world: World
  afterEach(() => world?.remove())

  it(
    'is in no output, no file and no git object, even where the provider echoes it in its errors',
    { timeout: 90_000 },
    async () => {
      world = await createWorld({ assignments: 2, indicators: 2, callsPerIndicator: 20, concurrency: 8 })
      const { provider, repository } = world
      for (const faults of ['', 'echo:0.1', 'echo:1']) {
        await provider.control('faults', { faults })
        const end = await world.start({ key, args: ['--max-tasks', '1'] }).ended
        resultOf(end)
        expectNone('standard output', end.stdout)
        expectNone('standard error', end.stderr)
      }
      expect(repository.pairs().length).toBeGreaterThan(0)
      const everything = ['cat-file', '--batch-all-objects', '--batch', '--unordered']
      const objects = execFileSync('git', everything, { cwd: repository.folder, maxBuffer: 500_000_000 })
      expect(objects.includes('droid-research')).toBe(true)
      expectNone('a git object', objects)
      const files = readdirSync(repository.folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
      for (const { parentPath, name } of files) expectNone(join(parentPath, name), readFileSync(join(parentPath, name)))
    },
  )
})
