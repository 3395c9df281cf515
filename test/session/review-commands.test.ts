import { afterEach, describe, expect, it } from 'vitest'
import { commandLines, readCommand } from '../../src/session/review-commands-text.ts'
import { keyOf } from '../../src/session/review-commands-reply.ts'
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

/** All refs of a repository: nothing changed where they are the same. */
const refsOf = ({ folder }: ReviewWorld): string => gitIn(folder, ['for-each-ref'])

const looks = [
  ['/ok all', 'all', 'checked'],
  ['/ok macd.1-10', 'all', 'checked'],
  ['/ok macd.1-4\n/ok macd.5-10', 'all', 'checked'],
  ['/ok macd.1-4', 'some', 'sampled'],
  ['fine', 'none', 'merged-unread'],
] as const

describe('commands on a delivered pull request', () => {
  it('of all comments are gathered into one commit and answered with one reply', async () => {
    const world = await make()
    await world.say('ann', 'Looks good, but:\n/reject macd.3 because the formula is wrong\n/ok macd.1')
    await world.say('bob', '/reject macd.7-9')
    expect(await world.commands.handle({ pull: world.pull() })).toEqual({
      type: 'answered',
      removed: ['macd.3', 'macd.7', 'macd.8', 'macd.9'],
      looked: 'some',
      closed: false,
      waiting: 0,
    })
    expect(world.handles()).toEqual([1, 2, 4, 5, 6, 10].map(number => `macd.${number}`))
    expect(world.log()).toHaveLength(2)
    expect(world.log()[0]).toBe(
      'Reject 4 pairs of a1, part 1\n\n- macd.3 by ann, because the formula is wrong\n- macd.7, macd.8, macd.9 by bob\n',
    )
    const [reply = '', ...more] = await world.replies()
    expect(more).toEqual([])
    expect(reply.split('\n').slice(2)).toEqual([
      '- By ann: /reject macd\\.3 because the formula is wrong — removed `macd.3`.',
      '- By ann: /ok macd\\.1 — noted for `macd.1`.',
      '- By bob: /reject macd\\.7\\-9 — removed `macd.7`, `macd.8`, `macd.9`.',
    ])
    expect((await world.task()).parts).toMatchObject([{ looked: 'some' }])
  })

  it('change nothing when they are handled again, by whatever process', async () => {
    const world = await make()
    await world.say('ann', '/reject macd.3\n/ok all')
    await world.commands.handle({ pull: world.pull() })
    const before = refsOf(world)
    expect(await (await world.another()).commands.handle({ pull: world.pull() })).toEqual({ type: 'nothing-new' })
    await world.say('mallory', 'Hello')
    const heard = refsOf(world)
    expect(await world.commands.handle({ pull: world.pull() })).toEqual({ type: 'nothing-new' })
    expect(refsOf(world)).toBe(heard)
    expect(heard).not.toBe(before)
  })

  it("leave a reviewer's edits, and a pair that somebody put back, as they are", async () => {
    const world = await make()
    const original = world.text()
    await world.say('ann', '/reject macd.3')
    await world.commands.handle({ pull: world.pull() })
    world.edit([{ path: macdPath, text: original.replace('Momentum rises.', 'Momentum turns.') }])
    await world.say('ann', '/reject macd.5')
    expect(await world.commands.handle({ pull: world.pull() })).toMatchObject({ removed: ['macd.5'] })
    expect(world.handles()).toContain('macd.3')
    expect(world.text()).toContain('Momentum turns.')
    expect((await world.replies())[0]).toContain('`macd.3`: somebody put it back since.')
  })

  it('are applied again on what somebody else pushed in the middle', async () => {
    const world = await make()
    await world.say('ann', '/reject macd.9')
    let races = 0
    const { contents } = world.forge
    const racing = world.withForge({
      contents: {
        ...contents,
        // The first reading is of what was delivered, each later one of what stands on the branch.
        read: async (head, paths) => {
          const texts = await contents.read(head, paths)
          if (races > 0 && races <= 3)
            world.edit([{ path: macdPath, text: world.text().replace('Momentum rises.', `Momentum ${races}.`) }])
          races += 1
          return texts
        },
      },
    })
    expect(await racing.commands.handle({ pull: world.pull() })).toMatchObject({ removed: ['macd.9'] })
    expect([races, world.handles().length]).toEqual([5, 9])
    for (const round of [1, 2, 3]) expect(world.text()).toContain(`Momentum ${round}.`)
  })

  it('that come in while others are answered are answered too', async () => {
    const world = await make()
    await world.say('ann', '/reject macd.3')
    const { pulls } = world.forge
    let replies = 0
    const slow = world.withForge({
      pulls: {
        ...pulls,
        comment: async (number, comment) => {
          replies += 1
          if (replies === 1) await world.say('bob', '/reject macd.4')
          return pulls.comment(number, comment)
        },
      },
    })
    expect(await slow.commands.handle({ pull: world.pull() })).toMatchObject({ removed: ['macd.3', 'macd.4'] })
    expect(await world.replies()).toEqual([expect.stringMatching(/removed `macd\.3`[\s\S]*removed `macd\.4`/u)])
    expect(await world.commands.handle({ pull: world.pull() })).toEqual({ type: 'nothing-new' })
  })

  it('of several processes at once are all done and all told', async () => {
    const world = await make()
    const others = [world, await world.another(), await world.another()]
    await Promise.all(
      others.map(async ({ commands }, index) => {
        await world.say('ann', `/reject macd.${index + 1}\n/ok macd.${index + 5}`)
        await commands.handle({ pull: world.pull() })
      }),
    )
    expect(world.handles()).toEqual([4, 5, 6, 7, 8, 9, 10].map(number => `macd.${number}`))
    const replies = await world.replies()
    expect(replies).toHaveLength(1)
    for (const number of [1, 2, 3]) expect(replies[0]).toContain(`removed \`macd.${number}\``)
  })

  it('are finished after a crash between the commit and the reply', async () => {
    const world = await make()
    await world.say('ann', '/reject macd.3 because wrong')
    const { pulls } = world.forge
    const dying = world.withForge({ pulls: { ...pulls, comment: () => Promise.reject(new Error('killed')) } })
    await expect(dying.commands.handle({ pull: world.pull() })).rejects.toThrow('killed')
    expect(await world.commands.handle({ pull: world.pull() })).toMatchObject({ type: 'answered', removed: [] })
    expect(world.log()).toHaveLength(2)
    expect((await world.replies())[0]).toContain('removed `macd.3`')
  })

  it('that reject everything close the pull request and end its task', async () => {
    const world = await make()
    await world.say('bob', '/reject all because nothing is right')
    expect(await world.commands.handle({ pull: world.pull() })).toMatchObject({ type: 'answered', closed: true })
    expect(await world.forge.pulls.get(world.pull())).toMatchObject({ state: 'closed' })
    expect(await world.task()).toMatchObject({ status: 'rejected', parts: [{ state: 'closed', kept: 0 }] })
    expect((await world.replies())[0]).toContain('the whole part is rejected')
    expect(await world.commands.handle({ pull: world.pull() })).toEqual({ type: 'ended' })
  })

  it('are remembered as having looked at all, some or none of a part, which says how its merge was reviewed', async () => {
    const world = await make({ parts: looks.length })
    for (const [index, [body]] of looks.entries()) {
      await world.say('ann', body, index + 1)
      await world.commands.handle({ pull: world.pull(index + 1) })
    }
    expect((await world.task()).parts.map(({ looked }) => looked)).toEqual(looks.map(([, looked]) => looked))
    for (const index of looks.keys()) await world.merge(index + 1)
    await world.endings.handle({ pull: world.pull() })
    expect((await world.task()).parts.map(({ review }) => review)).toEqual(looks.map(([, , review]) => review))
  })
})

const impossible: readonly (readonly [string, string])[] = [
  ['/reject macd.3 macd.99', 'no pair of this part is named `macd.99`'],
  ['/reject macd.7-90', 'no pair of this part is named `macd.11`'],
  ['/reject everything', 'Expected handles like'],
  ['/reject', 'got none'],
  ['/ok because', 'got none'],
  [`/reject ${'macd.1 '.repeat(400)}`, 'Expected at most 300 handles'],
  ['/reject ../../etc/passwd', 'Expected handles like'],
]

const unheard: readonly string[] = [
  '> /reject macd.3',
  '```\n/reject macd.3\n```',
  '````md\n```\n/reject macd.3\n```\n/reject macd.4\n````',
  '~~~\n/reject macd.3',
  'Hello <!--\n/reject macd.3\n-->',
  '<!-- hidden\n/reject macd.3',
  'Please /reject macd.3',
  '    /reject macd.3',
  '/rejected macd.3\n/okay\n/reject-all\n/REJECTION',
]

describe('a command that cannot be done', () => {
  it('is told so in a line of its own, and does nothing', async () => {
    const world = await make()
    for (const [body] of impossible) await world.say('ann', body)
    expect(await world.commands.handle({ pull: world.pull() })).toMatchObject({ type: 'answered', removed: [], looked: 'none' })
    expect(world.log()).toHaveLength(1)
    const [reply = ''] = await world.replies()
    const lines = reply.replaceAll('\\', '').split('\n').slice(2)
    expect(lines).toEqual(impossible.map(([, expected]) => expect.stringContaining(expected)))
    expect(lines.every(line => line.includes('nothing was done: '))).toBe(true)
    expect(await world.commands.handle({ pull: world.pull() })).toEqual({ type: 'nothing-new' })
  })

  it('waits where somebody broke the file, and is done once it is mended', async () => {
    const world = await make()
    const original = world.text()
    world.edit([{ path: macdPath, text: original.slice(0, 500) }])
    await world.say('ann', '/reject macd.3')
    expect(await world.commands.handle({ pull: world.pull() })).toMatchObject({ removed: [], waiting: 1 })
    expect((await world.replies())[0]).toMatch(
      /it waits until this file can be read again\. inbox\/droid\/a1\/macd\\\.json\\: Expected a pair file in JSON/u,
    )
    world.edit([{ path: macdPath, text: original }])
    expect(await world.commands.handle({ pull: world.pull() })).toMatchObject({ removed: ['macd.3'], waiting: 0 })
  })

  it('in a quote, in code, in an HTML comment, within a line or in another word is none', async () => {
    const world = await make()
    for (const body of unheard) await world.say('ann', body)
    expect(await world.commands.handle({ pull: world.pull() })).toEqual({ type: 'nothing-new' })
    expect([await world.replies(), world.asked]).toEqual([[], []])
  })

  it('after such a place is one', async () => {
    const world = await make()
    await world.say('ann', '```\r\n/reject macd.1\r\n```\r\n> `<!--` said\r\n<!-- note -->\r\n/reject macd.2\r\n/Ok all')
    expect(await world.commands.handle({ pull: world.pull() })).toMatchObject({ removed: ['macd.2'], looked: 'all' })
  })
})

describe('somebody without write access', () => {
  it('gets one polite line, and nothing else happens', async () => {
    const world = await make()
    await world.say('mallory', '/reject all because I can')
    await world.say('mallory', '/reject macd.1\n/ok all')
    await world.say('eve', '/ok all')
    expect(await world.commands.handle({ pull: world.pull() })).toMatchObject({ removed: [], looked: 'none', closed: false })
    expect(world.log()).toHaveLength(1)
    expect(await world.task()).toMatchObject({ status: 'in-review', parts: [{ state: 'open', looked: 'none' }] })
    const [reply = ''] = await world.replies()
    expect(reply.split('\n').slice(2)).toEqual([
      '- For mallory, eve: thank you for looking. Only people with write access to this repository can use these commands.',
    ])
    expect(world.asked).toEqual(['mallory', 'eve', 'mallory', 'eve'])
  })

  it('cannot pass for the automation that has answered already', async () => {
    const world = await make()
    await world.say('ann', '/ok macd.1')
    await world.commands.handle({ pull: world.pull() })
    const [answered = ''] = await world.replies()
    await world.say('ann', '/reject macd.4')
    const keys = (await world.forge.issues.comments(world.pull())).map(keyOf).join(' ')
    await world.say('mallory', answered.replace(/answered \S*/u, `answered ${keys}`))
    expect(await world.commands.handle({ pull: world.pull() })).toMatchObject({ removed: ['macd.4'] })
  })

  it('opens a pull request from a fork with our branch name in vain: its number is not in the state', async () => {
    const world = await make()
    const { number } = await world.forge.pulls.open({
      branch: 'perpetual/droid-research/a1-9',
      title: 'Spoof',
      body: '',
      labels: [],
      files: [{ path: macdPath, text: '{}' }],
      message: 'Spoof',
      draft: false,
      reviewers: [],
    })
    const before = refsOf(world)
    expect(await world.commands.handle({ pull: number })).toEqual({ type: 'not-ours' })
    expect(await world.endings.handle({ pull: number })).toEqual({ type: 'not-ours' })
    expect(await world.recheck.handle({ pull: number, sender: 'mallory' })).toEqual({ type: 'not-ours' })
    expect([refsOf(world), world.checks]).toEqual([before, []])
  })
})

describe('hostile text in a command', () => {
  const hostile =
    'wrong @octocat fixes #12 and https://github.com/acme/pairs/issues/5 gh-7 [skip ci] <!-- x --> </details> `code` ${{ secrets.X }} \u202eevil\u0007'

  it('is inert in the reply and in the commit', async () => {
    const world = await make()
    await world.say('ann', `/reject macd.3 because ${hostile}\u2028Co-authored-by: Eve <eve@example.org>`)
    await world.commands.handle({ pull: world.pull() })
    const [reply = ''] = await world.replies()
    const visible = reply.split('\n').slice(2).join('\n')
    expect(visible).not.toMatch(/@octocat|#12|<!--|<\/details|https:\/\/|\u202e|\u0007|(?<!\\)`code/u)
    expect(world.log()).toHaveLength(2)
    const [message = ''] = world.log()
    expect(message).not.toMatch(/@|#|\[|\]|:\/\/|gh-7|\p{Cf}|\u0007/iu)
    expect(message.split('\n').filter(line => line !== '')).toHaveLength(2)
    expect(gitIn(world.folder, ['log', '-1', '--format=%(trailers)', world.branch()])).toBe('')
  })

  it('of any length makes a reply and a message of bounded length', async () => {
    const world = await make()
    const lines = Array.from({ length: 100 }, (_, index) => `/reject macd.${(index % 10) + 1} because ${'@x '.repeat(180)}`)
    for (let time = 0; time < 6; time += 1) await world.say('ann', `${time}\n${lines.join('\n')}`.slice(0, 65_536))
    await world.commands.handle({ pull: world.pull() })
    const [reply = ''] = await world.replies()
    expect(reply.length).toBeLessThan(61_000)
    expect(reply).toMatch(/- Earlier commands that were answered, not shown here: \d+/u)
    expect(world.log()[0]?.length).toBeLessThan(30_000)
    expect(world.handles()).toEqual([])
    expect(await world.commands.handle({ pull: world.pull() })).toEqual({ type: 'nothing-new' })
  })

  it('of any shape takes no time to speak of', () => {
    const bodies = [
      `/reject ${' '.repeat(65_000)}x`,
      `/ok macd.1${' because'.repeat(8000)}`,
      '/ok macd.1-300 '.repeat(4000),
      '<!-- `````\n'.repeat(6000),
      `/reject ${'because '.repeat(8000)}`,
      '/reject macd.1-300\n'.repeat(3000),
    ]
    const startedMs = performance.now()
    for (const body of bodies) commandLines(body).map(readCommand)
    expect(performance.now() - startedMs).toBeLessThan(1000)
  })
})
