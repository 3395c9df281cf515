import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseBatchBody } from '../../src/domain/task-forms/youtube-batch.ts'
import { createGithubWorld, type GithubWorld } from './github-world.ts'

const at = { owner: 'acme', repo: 'pairs' }
const shipped = (path: string) => ({ path, text: readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8') })
const batch = {
  path: 'tasks/droid-eastern.yml',
  text: 'tasks: [{ id: talks, title: Talks, videos: [youtu.be/dQw4w9WgXcQ], questions: How is it hedged? }]',
}

describe('the import of all task files on GitHub', () => {
  let world: GithubWorld
  beforeEach(async () => {
    world = await createGithubWorld({ tasks: false })
    const files = [shipped('tasks/droid-research.yml'), shipped('tasks/zai-institutional.yml'), batch]
    await world.github.commit('curator', 'main', files)
  })
  afterEach(() => world?.remove())

  it('makes an issue of every assignment, topic and batch for its pipeline, and none when it is repeated', async () => {
    expect(await world.cli('tasks', 'import')).toMatchObject({ code: 0, stdout: '74 made, 0 there already.\n' })
    const octokit = world.github.as('curator')
    const issues = await octokit.paginate(octokit.rest.issues.listForRepo, { ...at, state: 'all', per_page: 100 })
    const labelled = (label: string) =>
      issues.filter(({ labels }) => labels.some(each => (typeof each === 'string' ? each : each.name) === label))
    expect(labelled('pipeline:droid-research')).toHaveLength(44)
    expect(labelled('pipeline:zai-institutional')).toHaveLength(29)
    expect(labelled('pipeline:droid-eastern')).toHaveLength(1)
    const [talks] = (await world.committed({ pipeline: 'droid-eastern', account: 'gemini' })).tasks()
    expect(parseBatchBody(talks?.body ?? '')).toMatchObject({
      batch: { task: 'talks', videos: ['https://www.youtube.com/watch?v=dQw4w9WgXcQ'], questions: 'How is it hedged?' },
    })
    const institutional = await world.committed({ pipeline: 'zai-institutional', account: 'zai' })
    expect(institutional.tasks()).toHaveLength(29)
    expect(await world.cli('tasks', 'import')).toMatchObject({ code: 0, stdout: '0 made, 74 there already.\n' })
    const after = await octokit.paginate(octokit.rest.issues.listForRepo, { ...at, state: 'all', per_page: 100 })
    expect(after).toHaveLength(74)
  })
})
