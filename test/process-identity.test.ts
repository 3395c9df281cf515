import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { createDeathProof } from '../src/compose.ts'
import { identifyProcess, isProcessDead } from '../src/process-identity.ts'
import { makeGithubForge } from './forge/github/github-fixture.ts'
import { until } from './support/until.ts'

it('takes a living process for alive, and one on another host too, whatever runs here', () => {
  const own = identifyProcess()
  expect(isProcessDead(own)).toBe(false)
  expect(isProcessDead({ ...own, host: 'elsewhere', pid: 1 << 22 })).toBe(false)
})

it.runIf(process.platform === 'linux')('takes a process with another start for dead', () => {
  expect(isProcessDead({ ...identifyProcess(), started: 'boot/1' })).toBe(true)
})

it.runIf(process.platform === 'linux')(
  'takes nobody for dead on GitHub who may have run on another machine of the same name',
  async () => {
    const gone = { ...identifyProcess(), pid: 1 << 22 }
    const elsewhere = { ...gone, started: '8f14e45f-ceea-467f-a5b8-2b1d5c1f2a11/4711' }
    const isDeadOnDisk = createDeathProof({})
    expect([await isDeadOnDisk(gone), await isDeadOnDisk(elsewhere)]).toEqual([true, true])
    const github = await makeGithubForge()
    try {
      const isDead = createDeathProof(github.forge)
      expect([await isDead(gone), await isDead(elsewhere)]).toEqual([true, false])
    } finally {
      await github.close()
    }
  },
)

it.runIf(process.platform === 'linux')(
  'takes a killed process for dead at once, though its parent does not ask for it',
  async () => {
    // The shell becomes a sleep, which never waits for the child that the shell had begun.
    const parent = spawn('sh', ['-c', 'sleep 100 & echo $!; exec sleep 100'], { stdio: ['ignore', 'pipe', 'ignore'] })
    try {
      const [said]: unknown[] = await once(parent.stdout, 'data')
      const pid = Number(String(said).trim())
      process.kill(pid, 'SIGKILL')
      await until('it is a zombie', () => readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '))
      expect(isProcessDead({ ...identifyProcess(), pid, started: '' })).toBe(true)
    } finally {
      parent.kill('SIGKILL')
    }
  },
)
