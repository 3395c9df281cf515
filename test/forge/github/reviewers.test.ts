import { describe, expect, it } from 'vitest'
import { delivery, useGithub } from './use-github.ts'

describe('people who are to review deliveries', () => {
  const fixture = useGithub()
  const asked = async (number: number) => {
    const { github } = fixture()
    const { data } = await github.as('ann').rest.pulls.get({ owner: github.owner, repo: github.repo, pull_number: number })
    return data.requested_reviewers?.map(({ login }) => login)
  }

  it('are asked once, when a pull request is opened', async () => {
    const { github, forge, another } = fixture()
    github.addPerson('grace', 'write')
    const made = await forge.pulls.open(delivery(1, { reviewers: ['grace'] }))
    expect(await asked(made.number)).toEqual(['grace'])
    const { owner, repo } = github
    await github.as('ann').rest.pulls.removeRequestedReviewers({ owner, repo, pull_number: made.number, reviewers: ['grace'] })
    await (await another()).pulls.open(delivery(1, { reviewers: ['grace'] }))
    expect(await asked(made.number)).toEqual([])
  })

  it('who are unknown to GitHub stop no delivery', async () => {
    const { forge, warnings } = fixture()
    const made = await forge.pulls.open(delivery(1, { reviewers: ['nobody-here'] }))
    expect(made.state).toBe('open')
    expect(warnings).toEqual([expect.stringContaining('Nobody was asked to review #1 (github.reviewers: nobody-here)')])
  })
})
