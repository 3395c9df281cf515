import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { commandNames } from '../../src/action/inputs.ts'

const root = join(import.meta.dirname, '..', '..')
const described = z.record(z.string(), z.object({ description: z.string().min(20) }))
const schema = z.object({
  inputs: described,
  outputs: described,
  runs: z.object({ using: z.literal('node24'), main: z.literal('dist/action/index.js') }),
})

it("shows the inputs and outputs of action.yml in the README's tables as they are", () => {
  const check = spawnSync(process.execPath, [join(root, 'scripts', 'readme-tables.js'), '--check'], { encoding: 'utf8' })
  expect([check.stderr, check.status]).toEqual(['', 0])
})

it('describes every input and output, and every command that the code knows', () => {
  const { inputs } = schema.parse(parse(readFileSync(join(root, 'action.yml'), 'utf8')))
  for (const name of commandNames) expect(inputs['command']?.description).toContain(`\`${name}\``)
})
