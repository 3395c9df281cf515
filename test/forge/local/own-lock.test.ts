import { linkSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { holdingLock } from '../../../src/forge/local/own-lock.ts'

const noProcess = 2 ** 30

test('a lock is taken over of a process that was killed while it took it, whose number this one has now', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'perpetual-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const lock = join(folder, 'perpetual-checkout.lock')
  writeFileSync(lock, `${noProcess} 1`)
  linkSync(lock, `${lock}.${process.pid}-1`)
  expect(await holdingLock(lock, async () => 'done')).toBe('done')
  expect(readdirSync(folder)).toEqual([])
})
