import { spawn, type ChildProcess } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { useFixture } from '../../contracts/use-fixture.ts'
import { appendLine } from '../../contracts/append-line.ts'
import { gitIn, makeLocalForge } from './local-fixture.ts'

const appending = join(import.meta.dirname, 'appending-process.ts')
const delivering = join(import.meta.dirname, 'delivering-process.ts')

interface Session {
  readonly child: ChildProcess
  readonly lines: string[]
  readonly ended: Promise<number | null>
}

const start = (script: string, args: readonly string[]): Session => {
  const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(...text.split('\n').filter(line => line !== '')))
  const ended = new Promise<number | null>(resolve => {
    child.on('close', resolve)
  })
  return { child, lines, ended }
}

const hasIssue = (line: string): boolean => Number(line.split('.')[1]) % 5 === 0

/** The processes that a process started, by its id. */
const childrenOf = (parent: number): number[] =>
  readdirSync('/proc')
    .filter(name => /^[0-9]+$/.test(name))
    .map(Number)
    .filter(pid => {
      try {
        return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[1]) === parent
      } catch {
        return false
      }
    })

const end = (pid: number | undefined): void => {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}

export interface Size {
  readonly writers: number
  readonly lines: number
  readonly kills: number
}

/** Races and kills between real processes on one repository. */
export const describeProcesses = ({ writers, lines: count, kills }: Size): void => {
  describe('several processes on one repository', () => {
    let folder = ''
    const fixture = useFixture(async () => {
      const made = await makeLocalForge({ bare: true })
      folder = made.folder
      return made
    })
    const written = async (): Promise<string[]> => {
      const { state } = fixture().forge
      return ((await state.read(await state.head(), ['log'])).get('log') ?? '').split('\n').filter(line => line !== '')
    }
    const titles = async () => (await fixture().forge.issues.list({})).map(({ title }) => title)

    it('keeps every line and every issue of all that write at once', async () => {
      const sessions = Array.from({ length: writers }, (_, n) => start(appending, [folder, `s${n}`, `${count}`]))
      expect(await Promise.all(sessions.map(({ ended }) => ended))).toEqual(Array.from({ length: writers }, () => 0))
      const expected = Array.from({ length: writers }, (_, n) =>
        Array.from({ length: count }, (__, line) => `s${n}.${line}`),
      ).flat()
      expect((await written()).toSorted()).toEqual(expected.toSorted())
      expect((await titles()).toSorted()).toEqual(expected.filter(hasIssue).toSorted())
    })

    it('loses nothing that was written, and goes on, when writers and their git are killed at any moment', async () => {
      const acknowledged: string[] = []
      for (let round = 0; round < kills; round += 1) {
        const session = start(appending, [folder, `r${round}`, '1000'])
        while (session.lines.length === 0) await pause(2)
        await pause(7 * round + Math.random() * 20)
        const gits = round % 2 === 0 ? [] : childrenOf(session.child.pid ?? 0)
        for (const pid of [session.child.pid, ...gits]) end(pid)
        await session.ended
        acknowledged.push(...session.lines)
        await appendLine(fixture().forge.state, 'log', `after ${round}`)
      }
      const lines = await written()
      expect(lines).toEqual(expect.arrayContaining(acknowledged))
      expect(lines.filter(line => line.startsWith('after'))).toHaveLength(kills)
      expect(new Set(lines).size).toBe(lines.length)
      const opened = await titles()
      expect(opened).toEqual(expect.arrayContaining(acknowledged.filter(hasIssue)))
      expect(new Set(opened).size).toBe(opened.length)
    })

    it('delivers and merges each part once, into a clean checkout, when deliverers and their git are killed at any moment', async () => {
      const work = await makeLocalForge({ bare: false })
      const merged: string[] = []
      for (let round = 0; round < kills; round += 1) {
        const session = start(delivering, [work.folder, '1', '1000'])
        while (session.lines.length <= merged.length) await pause(2)
        await pause(Math.random() * 150)
        const gits = round % 3 === 0 ? [] : childrenOf(session.child.pid ?? 0)
        for (const pid of [session.child.pid, ...gits]) end(pid)
        await session.ended
        merged.splice(0, merged.length, ...session.lines)
      }
      const last = merged.length + 2
      expect(await start(delivering, [work.folder, '1', `${last}`]).ended).toBe(0)
      const pulls = await work.forge.pulls.list({ state: 'merged' })
      expect(pulls.map(({ branch }) => branch)).toEqual(Array.from({ length: last }, (_, n) => `perpetual/p/t-${n + 1}`))
      expect(gitIn(work.folder, ['rev-list', '--count', '--merges', '--first-parent', 'main'])).toBe(`${last}`)
      expect(await work.forge.contents.list(await work.forge.contents.head(), 'inbox')).toHaveLength(3 * last)
      await work.close()
    })
  })
}
