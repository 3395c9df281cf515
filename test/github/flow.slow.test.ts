import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { unescapeMarkdown } from '../../src/dataset/markdown.ts'
import type { Part } from '../../src/domain/task.ts'
import { nextMorning } from '../support/world.ts'
import { acceptedIn, expectCommitted } from '../end-to-end/promises.ts'
import { createFlowWorld, secret, type FlowWorld } from './flow-world.ts'

const at = { owner: 'acme', repo: 'pairs' }
const [tick, daily] = ['17 * * * *', '43 5 * * *']
const bot = 'github-actions[bot]'

describe('a repository with this project’s workflows', () => {
  let world: FlowWorld
  afterEach(() => world?.remove())

  const partsOf = async (): Promise<readonly Part[]> => (await world.committed()).tasks().flatMap(task => task.parts)
  const report = async () => {
    const { data } = await world.github.as('curator').rest.issues.listForRepo({ ...at, labels: 'perpetual:report', state: 'all' })
    return data
  }

  describe('with PERPETUAL_ENABLED', () => {
    beforeEach(async () => {
      // Three indicators of at most 20 calls: at 51 one at least has ended, and not all, whichever of their pairs are accepted early.
      world = await createFlowWorld({ budget: 60, concurrency: 2, callsPerIndicator: 20 })
      world.github.settings.variables.set('PERPETUAL_ENABLED', 'true')
    })

    it('brings an issue by itself to merged pairs, a grade and a report', { timeout: 120_000 }, async () => {
      const { github, provider, runner } = world
      const curator = github.as('curator').rest

      await curator.issues.create({ ...at, ...world.form(1, 3) })
      expect(await world.settled()).toEqual(['perpetual-issues.yml/answer: success'])
      expect(await world.labels(1)).toEqual(['agent:droid', 'pipeline:droid-research', 'priority:p2', 'status:pending'])
      expect(await world.comments(1)).toEqual([{ by: bot, body: expect.stringContaining('**Accepted** as task `session_01`') }])

      runner.dispatch('perpetual.yml')
      expect(await world.settled()).toEqual(['perpetual.yml/plan: success', 'perpetual.yml/run droid-research: success'])
      expect((await provider.stats()).total).toBe(51)
      expect(await world.labels(1)).toContain('status:in-progress')
      expectSummaries()
      runner.tick(tick)
      expect(await world.settled()).toEqual(['perpetual.yml/plan: success'])
      expect(world.last()[0]?.log).toContain('::notice::No pipeline can work now.')
      expect(unescapeMarkdown(world.last()[0]?.summary ?? '')).toContain(
        '| droid-research | droid | its budget line is reached, until 2031-05-02T00:01Z | 100 % | calls 51 of 60, line 51 |',
      )
      await world.moveTo(nextMorning)
      runner.tick(tick)
      expect(await world.settled()).toEqual(['perpetual.yml/plan: success', 'perpetual.yml/run droid-research: success'])
      expect(await world.labels(1)).toContain('status:in-review')
      const { total, distinct, repeated } = await provider.stats()
      expect(total).toBeGreaterThan(51)
      expect(total).toBeLessThanOrEqual(60)
      expect({ distinct, repeated }).toEqual({ distinct: total, repeated: 0 })
      expectCommitted(await world.committed())
      const [first, second, ...others] = await partsOf()
      if (!first?.pull || !second?.pull) throw new Error('Expected a part of each session')
      expect(others).toEqual([])
      const { data: pulls } = await curator.pulls.list({ ...at, state: 'open', direction: 'asc' })
      expect(
        pulls.map(({ number, head, user, labels }) => [number, head.ref, user?.login, labels.map(({ name }) => name)]),
      ).toEqual(
        [first, second].map(({ pull, branch }) => [pull, branch, bot, ['agent:droid', 'pipeline:droid-research', 'priority:p2']]),
      )

      await review(first, first.pull)
      await edit(second, second.pull)

      for (const { pull } of [first, second]) {
        await curator.pulls.merge({ ...at, pull_number: pull ?? 0 })
        expect(await world.settled()).toEqual(['perpetual-reviews.yml/answer: success'])
      }
      await expectCompleted()
      await expectReports()
      for (const { log, summary, outputs } of runner.jobs()) {
        expect(log.replaceAll(`::add-mask::${secret}`, '')).not.toContain(secret)
        expect(summary + JSON.stringify(outputs)).not.toContain(secret)
      }
    })

    /** What a person sees on the page of the run: tables, links and pictures that GitHub draws. */
    function expectSummaries(): void {
      const [plan = '', run = ''] = world.last().map(({ summary }) => summary)
      expect(unescapeMarkdown(plan)).toContain(
        '| droid-research | droid | starts now: session_01 | 100 % | calls 0 of 60, line 51 |',
      )
      expect(plan).toContain('| droid-eastern | droid | no task waits | 100 % | slots 0 of 10, line 9 |')
      const [rows, ...pictures] = run.split('```mermaid\n')
      const table = (rows ?? '').split('\n').filter(line => line.startsWith('| '))
      expect(table.slice(0, 2)).toEqual(['| | |', '| --- | --- |'])
      expect(table.every(line => line.split('|').length === 4)).toBe(true)
      expect(run).toContain('It ended: the budget line is reached.')
      expect(run).toContain('| requests to the provider | 51 (account at 51 of 60, line 51) |')
      expect(run).toMatch(/\| requests to GitHub \| [1-9]\d* \|/u)
      // A link where the address is https, which this GitHub's is not.
      const delivery = `#2 perpetual/droid-research/session_01-1 (${world.github.url}/acme/pairs/pull/2)`
      expect(unescapeMarkdown(run)).toContain(`| deliveries | ${delivery} |`)
      for (const picture of pictures) expect(picture).toMatch(/^pie showData title [^\n]+\n(?: {2}"[^"\n]+" : \d+\n)+```\n/u)
      expect(pictures).toHaveLength(2)
    }

    /** Commands in two comments: one commit, one reply. */
    async function review(part: Part, pull: number): Promise<void> {
      const { rest } = world.github.as('reviewer')
      const before = await world.pairs(part)
      const [wrong, ...others] = before.map(({ handle }) => handle)
      const body = `Most of it is good.\n\n/reject ${wrong} because the formula is wrong\n/ok ${others[0]}`
      await rest.issues.createComment({ ...at, issue_number: pull, body })
      expect(await world.settled()).toEqual(['perpetual-reviews.yml/answer: success'])
      expect((await world.pairs(part)).map(({ handle }) => handle)).toEqual(others)
      expect(await world.commits(part.branch)).toEqual([
        expect.stringMatching(/^Deliver \d+ pairs/u),
        expect.stringContaining('eject'),
      ])
      const replies = (await world.comments(pull)).filter(({ by }) => by === bot)
      expect(replies.map(each => each.body)).toEqual([expect.stringContaining(`removed \`${wrong}\``)])

      await rest.issues.createComment({ ...at, issue_number: pull, body: '/ok all' })
      await rest.issues.createComment({ ...at, issue_number: pull, body: 'Thank you, nothing more.' })
      expect(await world.settled()).toEqual(['perpetual-reviews.yml/answer: success'])
      expect(await world.commits(part.branch)).toHaveLength(2)
      const after = (await world.comments(pull)).filter(({ by }) => by === bot)
      expect(after.map(each => each.body)).toEqual([expect.stringMatching(/removed [\s\S]*noted for all pairs/u)])
    }

    /** A person's push that breaks a file gets a check with the line; the one that mends it gets a green one. */
    async function edit({ branch, paths }: Part, pull: number): Promise<void> {
      const path = paths.find(each => each.endsWith('.json')) ?? ''
      const text = (await world.github.files(branch)).get(path) ?? ''
      const lines = text.split('\n')
      const answer = lines.findIndex(each => each.includes('"answer":'))
      const line = lines.findIndex(each => each.includes('"handle":'))
      const broken = lines.with(answer, '      "answer": 17,').join('\n')
      const answers = [
        [broken, 'failure', [line + 1]],
        [text.replace('"answer": "', '"answer": "It is 987654.321 percent. '), 'neutral', [line + 1]],
        [text, 'success', []],
      ] as const
      const { rest } = world.github.as('reviewer')
      for (const [edited, conclusion, where] of answers) {
        const ref = await world.github.commit('reviewer', branch, [{ path, text: edited }])
        expect(await world.settled()).toEqual(['perpetual-reviews.yml/answer: success'])
        const { data } = await rest.checks.listForRef({ ...at, ref })
        const { data: told } = await rest.checks.listAnnotations({ ...at, check_run_id: data.check_runs[0]?.id ?? 0 })
        expect(data.check_runs.map(each => each.conclusion)).toEqual([conclusion])
        expect(told.map(each => [each.path, each.start_line])).toEqual(where.map(number => [path, number]))
      }
      expect((await world.comments(pull)).filter(({ by }) => by === bot)).toEqual([])
    }

    async function expectCompleted(): Promise<void> {
      const { github } = world
      const committed = await world.committed()
      const [task] = committed.tasks()
      expect(task).toMatchObject({ status: 'completed', parts: [{ state: 'merged', review: 'edited' }, { state: 'merged' }] })
      expect(committed.outcomes()).toEqual([])
      const kept = (task?.parts ?? []).map(part => part.kept ?? 0)
      expect(kept.reduce((sum, each) => sum + each, 0)).toBe(acceptedIn(committed) - 1)
      const main = await github.files('main')
      const handles = (task?.parts ?? []).map(({ paths }) =>
        paths.flatMap(path => main.get(path)?.match(/"handle": "[^"]+"/gu) ?? []),
      )
      expect(handles.map(each => each.length)).toEqual(kept)
      const { data: issue } = await github.as('curator').rest.issues.get({ ...at, issue_number: 1 })
      expect(issue.state).toBe('closed')
      expect(await world.labels(1)).toContain('status:completed')
      const endings = (await world.comments(1)).filter(({ body }) => /^\*\*Completed: grade [A-F] /u.test(body))
      expect(endings).toHaveLength(1)
    }

    async function expectReports(): Promise<void> {
      const { runner } = world
      runner.tick(daily)
      expect(await world.settled()).toEqual(['perpetual.yml/report: success'])
      const [today, ...others] = await report()
      expect(others).toEqual([])
      await world.moveTo('2031-05-03T05:43:00.000Z')
      runner.tick(daily)
      expect(await world.settled()).toEqual(['perpetual.yml/report: success'])
      const tomorrow = await report()
      expect(tomorrow.map(({ number }) => number)).toEqual([today?.number])
      expect(today?.body).toContain('As of 2031-05-02T')
      expect(tomorrow[0]?.body).toContain('As of 2031-05-03T05:43Z')
    }
  })

  it('does nothing without it, in green and with a notice', { timeout: 60_000 }, async () => {
    world = await createFlowWorld({ budget: 60 })
    const { github, provider, runner } = world
    const before = github.branches()
    for (const value of [undefined, 'false', 'TRUE ']) {
      if (value !== undefined) github.settings.variables.set('PERPETUAL_ENABLED', value)
      const issue = await github.as('curator').rest.issues.create({ ...at, ...world.form(1, 1) })
      runner.dispatch('perpetual.yml', { pipeline: 'droid-research', force: 'true' })
      runner.tick(tick)
      runner.tick(daily)
      const ran = await world.settled()
      expect(ran.toSorted()).toEqual([
        'perpetual-issues.yml/off: success',
        'perpetual.yml/off: success',
        'perpetual.yml/off: success',
        'perpetual.yml/off: success',
      ])
      for (const { log } of world.last()) expect(log).toContain('::notice title=Perpetual is off::')
      expect(await world.labels(issue.data.number)).toEqual([])
      expect(await world.comments(issue.data.number)).toEqual([])
    }
    expect(github.branches()).toEqual(before)
    expect((await provider.stats()).total).toBe(0)
    expect(await report()).toEqual([])
  })
})
