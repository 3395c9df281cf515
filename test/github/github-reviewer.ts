import { expect } from 'vitest'
import { parsePairFile } from '../../src/dataset/pair-rows.ts'
import type { Part } from '../../src/domain/task.ts'
import type { GithubWorld } from './github-world.ts'

/** A person who edits pairs on delivered branches, merges some, and remembers what must still be there. */
export interface GithubReviewer {
  edit(part: Part): Promise<void>
  merge(part: Part): Promise<void>
  merged(): ReadonlySet<string>
  /** Every edit stands as it was written, and every merge is known. */
  expectKept(): Promise<void>
}

export function createGithubReviewer({ github, committed }: GithubWorld): GithubReviewer {
  const at = { owner: github.owner, repo: github.repo }
  const edits: { readonly branch: string; readonly path: string; readonly answer: string }[] = []
  const merged = new Set<string>()
  return {
    edit: async ({ branch, paths }) => {
      const path = paths.find(each => each.endsWith('.json')) ?? ''
      const text = (await github.files(branch)).get(path) ?? ''
      // Every edit takes another pair, so that none replaces an earlier one.
      const before = parsePairFile(text).pairs[edits.filter(each => each.path === path).length]?.answer ?? ''
      const answer = `Reviewer's words ${edits.length + 1}: ${before.slice(0, 60)}.`
      await github.commit('reviewer', branch, [{ path, text: text.replace(JSON.stringify(before), JSON.stringify(answer)) }])
      edits.push({ branch, path, answer })
    },
    merge: async ({ branch, pull }) => {
      await github.as('reviewer').rest.pulls.merge({ ...at, pull_number: pull ?? 0 })
      merged.add(branch)
    },
    merged: () => merged,
    expectKept: async () => {
      for (const { branch, path, answer } of edits) {
        for (const place of merged.has(branch) ? [branch, 'main'] : [branch]) {
          const text = (await github.files(place)).get(path) ?? ''
          expect(text.includes(JSON.stringify(answer)), `${answer} in ${path} on ${place}`).toBe(true)
        }
      }
      const parts = (await committed()).tasks().flatMap(task => task.parts)
      expect(new Set(parts.filter(part => part.state === 'merged').map(part => part.branch))).toEqual(merged)
    },
  }
}
