import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startLoopbackGithub, type LoopbackGithub } from '../loopback/loopback-github.ts'
import { startProbe, type Probe } from './probe.ts'

let github: LoopbackGithub
let probe: Probe
const at = { owner: 'acme', repo: 'pairs' }

beforeEach(async () => {
  github = await startLoopbackGithub()
  github.settings.variables.set('PERPETUAL_ENABLED', 'true')
  probe = await startProbe({ github, variables: {}, workflows: join(import.meta.dirname, '..', '..', '.github', 'workflows') })
})
afterEach(async () => {
  await probe.close()
  await github.close()
})

const answered = (): readonly string[] => {
  const lines = probe.ran()
  return lines.filter(line => line.includes('/answer'))
}

test('opening an issue starts the workflow, with a token that may do what the job says and no more', async () => {
  const octokit = github.as('ada')
  await octokit.issues.create({ ...at, title: 'Momentum', body: '### Assignment\n\nmomentum-1: Momentum' })
  await probe.runner.idle()
  expect(answered()).toEqual(['perpetual-issues.yml/answer: success'])
  expect(probe.seen()[0]?.event).toMatchObject({
    action: 'opened',
    issue: { title: 'Momentum' },
    sender: { login: 'ada', type: 'User' },
  })
  const headers = { authorization: `Bearer ${probe.seen()[0]?.inputs['token']}`, 'content-type': 'application/json' }
  const post = async (path: string, body: object): Promise<number> => {
    const response = await fetch(`${github.url}/repos/acme/pairs/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    })
    return response.status
  }
  expect(await post('issues/1/comments', { body: 'Taken in' })).toBe(201)
  expect(await post('pulls', { title: 'P', head: 'main', base: 'main' })).toBe(403)
  await probe.runner.idle()
  expect(answered()).toHaveLength(1)
})

test('a fork’s pull request with our branch name starts nothing, and one of ours does when it is closed', async () => {
  const fork = await github.openFork('mallory')
  const branch = 'perpetual/droid-research/macd-1'
  await github.commit('ada', branch, [{ path: 'a.json', text: '[]\n' }])
  const ours = await github.as('ada').pulls.create({ ...at, title: 'Ours', head: branch, base: 'main' })
  const mallory = github.as('mallory')
  const { data: main } = await mallory.git.getRef({ ...fork, ref: 'heads/main' })
  await mallory.repos.createOrUpdateFileContents({ ...fork, path: 'b.json', message: 'b', content: 'W10K', branch: 'main' })
  await mallory.git.createRef({ ...fork, ref: `refs/heads/${branch}`, sha: main.object.sha })
  const { data: file } = await mallory.repos.createOrUpdateFileContents({
    ...fork,
    path: 'c.json',
    message: 'c',
    content: 'W10K',
    branch,
  })
  expect(file.commit.sha).toBeDefined()
  const theirs = await mallory.pulls.create({ ...at, title: 'Theirs', head: `mallory:${branch}`, base: 'main' })
  await github.as('ada').pulls.update({ ...at, pull_number: theirs.data.number, state: 'closed' })
  await probe.runner.idle()
  expect(answered()).toEqual([])
  await github.as('ada').pulls.merge({ ...at, pull_number: ours.data.number })
  await probe.runner.idle()
  expect(answered()).toEqual(['perpetual-reviews.yml/answer: success'])
  expect(probe.seen()[0]?.event).toMatchObject({ action: 'closed', pull_request: { merged: true } })
})

test('a command in a comment on a delivery and a person’s push to it start the workflow', async () => {
  const octokit = github.as('ada')
  const branch = 'perpetual/droid-research/macd-1'
  await github.commit('ada', branch, [{ path: 'a.json', text: '[]\n' }])
  const pull = await octokit.pulls.create({ ...at, title: 'Ours', head: branch, base: 'main' })
  await octokit.issues.createComment({ ...at, issue_number: pull.data.number, body: 'Thank you' })
  await octokit.issues.createComment({ ...at, issue_number: pull.data.number, body: '/reject macd.3 because wrong' })
  await probe.runner.idle()
  expect(probe.seen().map(({ event }) => event['action'])).toEqual(['created'])
  await github.commit('ada', branch, [{ path: 'a.json', text: '[1]\n' }])
  await probe.runner.idle()
  expect(probe.seen().map(({ event }) => event['action'])).toEqual(['created', 'synchronize'])
})
