import { describe, expect, it } from 'vitest'
import { useGithub } from './use-github.ts'

const issue = { title: 'Look', body: 'Here', labels: [], marker: 'alert' } as const

describe('people whom an issue is assigned to', () => {
  const fixture = useGithub()

  it('who are unknown to GitHub, or may not be assigned, are left out and stop no issue', async () => {
    const { github, forge, assigneesOf, warnings } = fixture()
    github.addPerson('mallory', 'none')
    const assignees = ['nobody-here', 'mallory', 'grace', 'github-actions[bot]']
    const { number } = await forge.issues.create({ ...issue, assignees })
    expect(await assigneesOf(number)).toEqual(['grace'])
    expect(warnings).toEqual([])
  })

  it('are asked of GitHub once, when the issue is made', async () => {
    const { github, forge, another, assigneesOf } = fixture()
    const { number } = await forge.issues.create({ ...issue, assignees: ['grace'] })
    await (await another()).issues.create({ ...issue, assignees: ['grace'] })
    const asked = github.requests().filter(({ path }) => path.endsWith(`/issues/${number}/assignees`))
    expect(asked.filter(({ method }) => method === 'POST')).toHaveLength(1)
    expect(await assigneesOf(number)).toEqual(['grace'])
  })

  it('are at most ten, which is what GitHub takes', async () => {
    const { github, forge, assigneesOf } = fixture()
    const many = Array.from({ length: 12 }, (_, index) => `reader-${index}`)
    for (const login of many) github.addPerson(login, 'read')
    const { number } = await forge.issues.create({ ...issue, assignees: many })
    expect(await assigneesOf(number)).toEqual(many.slice(0, 10))
  })

  it('are named in a warning where GitHub refuses, and the issue is there all the same', async () => {
    const { github, forge, warnings } = fixture()
    github.fault({ match: /^POST .*\/assignees$/m, status: 403, body: { message: 'Resource not accessible by integration' } })
    const { number } = await forge.issues.create({ ...issue, assignees: ['grace'] })
    expect((await forge.issues.get(number))?.title).toBe('Look')
    expect(warnings).toEqual([expect.stringContaining(`Nobody was assigned to #${number} (github.reviewers: grace)`)])
  })
})
