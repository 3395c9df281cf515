import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parsePairFile } from '../../src/dataset/pair-rows.ts'
import type { Part } from '../../src/domain/task.ts'
import type { DataRepository } from '../support/data-repository.ts'
import { git } from '../support/repository.ts'

/** A person with nothing but git: edits pairs on delivered branches, merges some, and remembers what must still be there. */
export interface Reviewer {
  edit(part: Part): void
  merge(part: Part): void
  /** Every edit stands as it was written, every commit is still reached, every merge is known. */
  expectKept(): void
  merged(): ReadonlySet<string>
}

export function createReviewer(repository: DataRepository): Reviewer {
  const edits: { readonly branch: string; readonly path: string; readonly answer: string; readonly commit: string }[] = []
  const merged = new Set<string>()

  const edit: Reviewer['edit'] = part => {
    const path = part.paths.find(each => each.endsWith('.json')) ?? ''
    const folder = mkdtempSync(join(tmpdir(), 'perpetual-reviewer-'))
    const tree = join(folder, 'tree')
    repository.git('worktree', 'add', '--quiet', tree, part.branch)
    try {
      const text = readFileSync(join(tree, path), 'utf8')
      // Every edit takes another pair, so that none replaces an earlier one.
      const before = parsePairFile(text).pairs[edits.filter(each => each.path === path).length]?.answer ?? ''
      const answer = `Reviewer's words ${edits.length + 1}: ${before.slice(0, 60)}.`
      writeFileSync(join(tree, path), text.replace(JSON.stringify(before), JSON.stringify(answer)))
      git(tree, 'commit', '--quiet', '--all', '-m', `Edit ${path}`)
      edits.push({ branch: part.branch, path, answer, commit: git(tree, 'rev-parse', 'HEAD') })
    } finally {
      repository.git('worktree', 'remove', '--force', tree)
      rmSync(folder, { recursive: true })
    }
  }

  return {
    edit,
    merge: part => {
      repository.git('merge', '--quiet', '--no-ff', '-m', `Accept ${part.branch}`, part.branch)
      merged.add(part.branch)
    },
    merged: () => merged,
    expectKept: () => {
      for (const { branch, path, answer, commit } of edits) {
        for (const place of merged.has(branch) ? [branch, 'main'] : [branch]) {
          const text = repository.git('show', `${place}:${path}`)
          expect(text.includes(JSON.stringify(answer)), `${answer} in ${path} on ${place}`).toBe(true)
          expect(() => repository.git('merge-base', '--is-ancestor', commit, place)).not.toThrow()
        }
      }
      const parts = repository.tasks().flatMap(task => task.parts)
      expect(parts.filter(part => part.state === 'merged').map(part => part.branch)).toEqual(
        parts.map(part => part.branch).filter(branch => merged.has(branch)),
      )
    },
  }
}
