import { afterEach, describe, expect, it } from 'vitest'
import { parsePairFile } from '../../src/dataset/pair-rows.ts'
import type { Task } from '../../src/domain/task.ts'
import { expectCommitted } from '../end-to-end/promises.ts'
import { until } from '../support/until.ts'
import type { SessionEnd } from './github-world.ts'
import { at, createStage, type Stage } from './stage.ts'

const small = { assignments: 1, indicators: 1, callsPerIndicator: 20, concurrency: 4 } as const
const bot = 'github-actions[bot]'

let stage: Stage
afterEach(() => stage?.remove())

const curator = () => stage.github.as('curator').rest
const issueOf = async (): Promise<number> => (await stage.committed()).tasks()[0]?.issue ?? 0
const warningsOf = ({ commands }: Pick<SessionEnd, 'commands'>): readonly string[] =>
  commands.filter(({ name }) => name === 'warning').map(({ text }) => text)

function expectClean(end: Pick<SessionEnd, 'code' | 'commands' | 'stdout'>): void {
  expect({ code: end.code, errors: end.commands.filter(({ name }) => name === 'error') }, end.stdout).toEqual({
    code: 0,
    errors: [],
  })
}

/** What people do while a session is at work on its task, each once it has sent something. */
async function sessionWith(deed: () => Promise<unknown>) {
  await stage.provider.control('latency', { latencyMs: 60 })
  const before = (await stage.provider.stats()).total
  const job = await stage.start()
  await until('it has sent something', async () => (await stage.provider.stats()).total > before + 2)
  await deed()
  await stage.provider.control('latency', { latencyMs: 0 })
  return job.ended
}

/** However it ended: the next session adds nothing and leaves all in order. */
async function expectMended(): Promise<void> {
  const { total } = await stage.provider.stats()
  expectClean(await stage.session())
  expect((await stage.provider.stats()).total).toBe(total)
  const state = await stage.committed()
  expectCommitted(state)
  expect(state.tasks()).toMatchObject([{ status: 'in-review', attempts: 0, parts: [{ state: 'open' }] }])
}

describe('an issue that changes while a session works on its task', { timeout: 60_000 }, () => {
  it('is opened and labelled again, whoever closed it or changed, renamed and removed labels', async () => {
    stage = await createStage(small)
    const issue_number = await issueOf()
    await curator().issues.addLabels({ ...at, issue_number, labels: ['mine'] })
    const end = await sessionWith(async () => {
      await stage.edit('curator', issue_number, { state: 'closed' })
      await curator().issues.setLabels({ ...at, issue_number, labels: ['mine', 'status:completed', 'priority:p0'] })
      for (const name of ['status:in-progress', 'agent:droid']) await curator().issues.deleteLabel({ ...at, name })
      await curator().issues.updateLabel({ ...at, name: 'pipeline:droid-research', new_name: 'pipe' })
    })
    expectClean(end)
    const labels = ['agent:droid', 'mine', 'pipeline:droid-research', 'priority:p1', 'status:in-review']
    expect([await stage.state(issue_number), await stage.labels(issue_number)]).toEqual(['open', labels])
    await stage.settled()
    await expectMended()
    expect((await stage.comments(issue_number)).map(({ by }) => by)).toEqual([bot])
  })

  it('and is moved to another repository, gets no handoff there, and stops nobody', async () => {
    stage = await createStage(small)
    const issue = await issueOf()
    const end = await sessionWith(() => stage.github.transferIssue('curator', issue))
    expectClean(end)
    expect(warningsOf(end)).toEqual([expect.stringMatching(new RegExp(`#${issue} was deleted or moved`, 'u'))])
    await expectMended()
  })

  it('and is locked, so that it takes no comment of a bot, stops nobody', async () => {
    stage = await createStage(small)
    const issue_number = await issueOf()
    const end = await sessionWith(() => curator().issues.lock({ ...at, issue_number }))
    expectClean(end)
    expect(warningsOf(end)).toEqual([expect.stringMatching(new RegExp(`#${issue_number} is locked`, 'u'))])
    expect(await stage.comments(issue_number)).toEqual([])
    await expectMended()
  })

  it('and is stopped by a curator, waits until it is let go on, and pays nothing twice', async () => {
    stage = await createStage({ ...small, callsPerIndicator: 60 })
    const issue = await issueOf()
    const end = await sessionWith(async () => {
      await stage.label('curator', issue, 'status:blocked')
      await stage.settled()
    })
    expectClean(end)
    const [task] = (await stage.committed()).tasks()
    expect(task).toMatchObject({ status: 'blocked', reason: 'curator stopped it with the label status:blocked.', parts: [] })
    expect(await stage.labels(issue)).toContain('status:blocked')
    const { total } = await stage.provider.stats()
    expectClean(await stage.session())
    expect((await stage.provider.stats()).total).toBe(total)

    await stage.label('curator', issue, 'status:pending')
    await stage.settled()
    expectClean(await stage.session())
    await expectMended()
    expect((await stage.provider.stats()).total).toBeLessThanOrEqual(60 + 25)
  })
})

/** Pair files by path on a branch or commit. */
const pairFiles = async (name: string): Promise<(readonly [path: string, text: string])[]> =>
  [...(await stage.github.files(name))].filter(([path]) => path.startsWith('inbox/') && path.endsWith('.json'))

describe('parts that people change the moment they are opened', { timeout: 120_000 }, () => {
  const words = "A reviewer's own words."
  const edited = async (branch: string): Promise<{ path: string; text: string }> => {
    const merged = await stage.github.files('main')
    const [[path, text] = ['', '']] = (await pairFiles(branch)).filter(([each]) => !merged.has(each))
    return { path, text: text.replace(/"answer": "(?:[^"\\]|\\.)*"/u, `"answer": ${JSON.stringify(words)}`) }
  }
  interface Opened {
    readonly number: number
    readonly branch: string
    readonly id: string
  }
  const deeds: readonly ((pull: Opened) => Promise<unknown>)[] = [
    async ({ branch }) => stage.github.commit('ada', branch, [await edited(branch)]),
    ({ number }) => curator().pulls.merge({ ...at, pull_number: number }),
    ({ number }) => curator().pulls.update({ ...at, pull_number: number, state: 'closed' }),
    async ({ branch }) => stage.github.commit('ada', branch, [await edited(branch)], { force: true, message: 'Rewritten' }),
    ({ branch }) => stage.github.deleteBranch('ada', branch),
    ({ id }) =>
      stage.github
        .as('ada')
        .graphql('mutation ($id: ID!) { convertPullRequestToDraft(input: { pullRequestId: $id }) { clientMutationId } }', { id }),
    async ({ number }) => {
      await curator().pulls.update({ ...at, pull_number: number, title: 'Mine now', body: '' })
      await curator().issues.removeAllLabels({ ...at, issue_number: number })
    },
  ]
  const [editedTask, mergedTask, closedTask, rewrittenTask, deletedTask, draftTask, renamedTask] = [0, 1, 2, 3, 4, 5, 6]

  it('are taken as they stand; sessions go on, and no edit is lost', async () => {
    stage = await createStage({ ...small, assignments: deeds.length })
    await stage.runner.close()
    const done: Promise<unknown>[] = []
    stage.github.onEvent(({ name, payload }) => {
      if (name !== 'pull_request' || payload['action'] !== 'opened') return
      const { number, node_id: id, head } = payload['pull_request'] as { number: number; node_id: string; head: { ref: string } }
      done.push(deeds[done.length]?.({ number, id, branch: head.ref }) ?? Promise.resolve())
    })
    expectClean(await stage.session())
    expect(await Promise.allSettled(done)).toEqual(deeds.map(() => expect.objectContaining({ status: 'fulfilled' })))
    expectClean(await stage.session())
    const tasks = async (): Promise<readonly Task[]> =>
      (await stage.committed()).tasks().toSorted((a, b) => (a.parts[0]?.pull ?? 0) - (b.parts[0]?.pull ?? 0))
    const statuses = (await tasks()).map(({ status }) => status)
    const open = [editedTask, rewrittenTask, draftTask, renamedTask]
    expect(statuses).toEqual(
      deeds.map((_deed, index) => (index === mergedTask ? 'completed' : open.includes(index) ? 'in-review' : 'rejected')),
    )
    expect((await tasks())[closedTask]).toMatchObject({ parts: [{ state: 'closed', kept: 0 }] })
    expect((await tasks())[deletedTask]).toMatchObject({ parts: [{ state: 'closed', kept: 0 }] })

    const written = new Map<number, readonly (readonly [string, string])[]>()
    for (const index of open) {
      const { branch = '', pull } = (await tasks())[index]?.parts[0] ?? {}
      const own = (await tasks())[index]?.parts[0]?.paths ?? []
      written.set(
        index,
        (await pairFiles(branch)).filter(([path]) => own.includes(path)),
      )
      const { data } = await curator().pulls.get({ ...at, pull_number: pull ?? 0 })
      if (data.draft)
        await stage.github
          .as('ada')
          .graphql('mutation ($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { clientMutationId } }', {
            id: data.node_id,
          })
      await curator().pulls.merge({ ...at, pull_number: pull ?? 0 })
    }
    expectClean(await stage.session())
    expect((await tasks()).map(({ status }) => status)).toEqual(
      deeds.map((_deed, index) => (index === closedTask || index === deletedTask ? 'rejected' : 'completed')),
    )
    const main = new Map(await pairFiles('main'))
    for (const [index, files] of written) {
      expect(files.length, `task ${index}`).toBe(1)
      for (const [path, text] of files) {
        expect(main.get(path)).toBe(text)
        expect(text.includes(words)).toBe(index === editedTask || index === rewrittenTask)
        const review = text.includes(words) ? 'edited' : 'merged-unread'
        expect((await tasks())[index]?.parts[0]).toMatchObject({ kept: parsePairFile(text).pairs.length, review })
      }
    }
    const { total } = await stage.provider.stats()
    expectClean(await stage.session())
    expect((await stage.provider.stats()).total).toBe(total)
    for (const { issue, status } of await tasks())
      expect([await stage.state(issue ?? 0), await stage.labels(issue ?? 0)]).toEqual([
        'closed',
        expect.arrayContaining([`status:${status}`]),
      ])
  })
})
