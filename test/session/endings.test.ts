import { afterEach, describe, expect, it } from 'vitest'
import { renderEnding } from '../../src/session/ending-comment.ts'
import { makePart, makeTask } from '../domain/samples.ts'
import { gitIn } from '../forge/local/local-fixture.ts'
import { createReviewWorld, macdPath, type ReviewWorld, type ReviewWorldOptions } from './review-world.ts'

let worlds: ReviewWorld[] = []
afterEach(async () => {
  await Promise.all(worlds.map(world => world.close()))
  worlds = []
})
const make = async (options: ReviewWorldOptions = {}): Promise<ReviewWorld> => {
  const world = await createReviewWorld(options)
  worlds.push(world)
  return world
}

const settleAll = async ({ endings }: Pick<ReviewWorld, 'endings'>, world: ReviewWorld): Promise<void> =>
  endings.settleAll('droid-research', [await world.task()])
const told = (world: ReviewWorld): Promise<readonly string[]> => world.replies(world.issue)
const issueOf = (world: ReviewWorld) => world.forge.issues.get(world.issue)

describe('the end of a task', () => {
  it('is graded, told once on its issue, closed and pruned when its last part is merged', async () => {
    const world = await make({ parts: 2 })
    await world.say('ann', '/reject macd.3')
    await world.commands.handle({ pull: world.pull() })
    await world.merge(1)
    expect(await world.endings.handle({ pull: world.pull(1) })).toMatchObject({ task: { status: 'in-review' } })
    expect([await told(world), (await world.results()).length]).toEqual([[], 1])
    await world.forge.pulls.close(world.pull(2))
    expect(await world.endings.handle({ pull: world.pull(2) })).toMatchObject({ type: 'settled', task: { status: 'completed' } })
    const [comment = '', ...more] = await told(world)
    expect(more).toEqual([])
    expect(comment.split('\n')).toEqual([
      expect.stringMatching(/^\*\*Completed: grade [A-F] \(0\.\d\d\)\.\*\* 9 of 20 delivered pairs were kept\.$/u),
      '',
      '| part of the grade | counts for | is | from |',
      '| --- | ---: | ---: | --- |',
      '| success | 30 % | 0.90 | 90 calls with an outcome, 100 sent |',
      '| speed | 20 % | 1.00 | 2 minutes of work, against the estimate |',
      '| quality | 30 % | 0.45 | 9 of 20 pairs kept |',
      '| efficiency | 20 % | 1.00 | 100 sends, 100 expected |',
      '',
      '| pull request | pairs | kept | review |',
      '| --- | ---: | ---: | --- |',
      `| #${world.pull(1)} | 10 | 9 | pairs were edited or removed |`,
      `| #${world.pull(2)} | 10 | 0 | closed |`,
      '',
      'A second attempt beside this one: `perpetual tasks redo a1`.',
    ])
    expect(await issueOf(world)).toMatchObject({ state: 'closed', labels: expect.arrayContaining(['status:completed']) })
    expect(await world.results()).toEqual([])
  })

  it('says that nothing is kept, and how to try again, when no part was merged', async () => {
    const world = await make()
    await world.forge.pulls.close(world.pull())
    await world.endings.handle({ pull: world.pull() })
    const [comment = ''] = await told(world)
    expect(comment).toMatch(
      /^\*\*Rejected: grade [A-F] \([\d.]+\)\.\*\* None of its parts was merged, so none of its 10 pairs is kept\./u,
    )
    expect(comment).toContain('`perpetual tasks redo a1`')
    expect(await issueOf(world)).toMatchObject({ state: 'closed', labels: expect.arrayContaining(['status:rejected']) })
  })

  it('says honestly that nobody is known to have read what was merged', () => {
    const part = makePart({ state: 'merged', pull: 4, kept: 10, review: 'merged-unread' })
    const grade = { success: 1, speed: 1, quality: null, efficiency: 1, score: 1, letter: 'A' } as const
    const comment = renderEnding(makeTask({ status: 'completed', parts: [part], grade }))
    expect(comment).toContain('| quality | 30 % | not known | left out: nobody said that they had read a pair |')
    expect(comment).toContain('| #4 | 10 | 10 | merged, and nobody said that they had read it |')
  })

  it('changes nothing when it is handled again, by an event or by a session', async () => {
    const world = await make()
    await world.merge()
    await world.endings.handle({ pull: world.pull() })
    const before = gitIn(world.folder, ['for-each-ref'])
    await world.endings.handle({ pull: world.pull() })
    await settleAll(await world.another(), world)
    world.passMs(3_600_000)
    await settleAll(world, world)
    expect(gitIn(world.folder, ['for-each-ref'])).toBe(before)
  })

  it('is told once by all processes that see it at the same time', async () => {
    const world = await make({ parts: 2 })
    await Promise.all([world.merge(1), world.merge(2)])
    const others = [world, await world.another(), await world.another()]
    let comments = 0
    const counting = others.map(() =>
      world.withForge({
        issues: {
          ...world.forge.issues,
          comment: (number, comment) => {
            comments += 1
            return world.forge.issues.comment(number, comment)
          },
        },
      }),
    )
    await Promise.all([
      ...counting.map(({ endings }, index) => endings.handle({ pull: world.pull((index % 2) + 1) })),
      ...counting.map(each => settleAll(each, world)),
    ])
    expect(await world.task()).toMatchObject({ status: 'completed', parts: [{ kept: 10 }, { kept: 10 }] })
    expect([comments, (await told(world)).length, await world.results()]).toEqual([1, 1, []])
  })

  it('that a process left untold is told by a session a minute later', async () => {
    const world = await make()
    await world.merge()
    const dying = world.withForge({ issues: { ...world.forge.issues, comment: () => Promise.reject(new Error('killed')) } })
    await expect(dying.endings.handle({ pull: world.pull() })).rejects.toThrow('killed')
    expect(await world.task()).toMatchObject({ status: 'completed' })
    await settleAll(await world.another(), world)
    expect(await told(world)).toEqual([])
    world.passMs(60_000)
    await settleAll(await world.another(), world)
    expect([(await told(world)).length, (await issueOf(world))?.state, await world.results()]).toEqual([1, 'closed', []])
  })

  it('that cannot be told keeps no session from its work', async () => {
    const world = await make()
    await world.merge()
    const failing = world.withForge({ issues: { ...world.forge.issues, comment: () => Promise.reject(new Error('locked')) } })
    await settleAll(failing, world)
    expect(world.warnings).toEqual(['What became of a1 is left to the next session: locked'])
    expect(await world.task()).toMatchObject({ status: 'completed' })
  })

  it('is pruned without a word where its issue is gone', async () => {
    const world = await make()
    await world.merge()
    const { endings } = world.withForge({ issues: { ...world.forge.issues, get: async () => undefined } })
    await endings.handle({ pull: world.pull() })
    expect([await told(world), await world.results()]).toEqual([[], []])
  })

  it('comes with the next look where the parts had ended while it was worked on', async () => {
    const world = await make({ status: 'in-progress' })
    await world.merge()
    expect(await world.endings.handle({ pull: world.pull() })).toMatchObject({
      task: { status: 'in-progress', parts: [{ state: 'merged' }] },
    })
    expect(await told(world)).toEqual([])
  })
})

describe('a look at all tasks of a pipeline', () => {
  it('asks once for all pull requests that are open, and for each one that is not', async () => {
    const world = await make({ parts: 3 })
    const asked: string[] = []
    const { pulls } = world.forge
    const looking = world.withForge({
      pulls: {
        ...pulls,
        list: filter => {
          asked.push('list')
          return pulls.list(filter)
        },
        get: number => {
          asked.push(`get ${number}`)
          return pulls.get(number)
        },
      },
    })
    await settleAll(looking, world)
    expect(asked).toEqual(['list'])
    await world.merge(2)
    await settleAll(looking, world)
    expect(asked).toEqual(['list', 'list', `get ${world.pull(2)}`])
    expect((await world.task()).parts).toMatchObject([{ state: 'open' }, { state: 'merged' }, { state: 'open' }])
  })
})

describe('what a reviewer said to have read', () => {
  it('counts where a session takes the merge in before the command that made it', async () => {
    const world = await make()
    await world.say('ann', '/ok all')
    await world.commands.handle({ pull: world.pull() })
    const stale = await world.task()
    await world.merge()
    await (await world.another()).endings.settle({ ...stale, parts: stale.parts.map(part => ({ ...part, looked: 'none' })) })
    expect((await world.task()).parts).toMatchObject([{ review: 'checked' }])
  })

  it('counts less than that something was edited', async () => {
    const world = await make()
    await world.say('ann', '/ok all')
    await world.commands.handle({ pull: world.pull() })
    world.edit([{ path: macdPath, text: world.text().replace('Momentum rises.', 'Momentum turns.') }])
    await world.merge()
    await world.endings.handle({ pull: world.pull() })
    expect((await world.task()).parts).toMatchObject([{ review: 'edited', kept: 10 }])
  })
})
