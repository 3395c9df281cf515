import { afterEach, describe, expect, it } from 'vitest'
import { manifestSchema } from '../../src/dataset/database/manifest.ts'
import { isShardPath, manifestPath } from '../../src/dataset/database/paths.ts'
import { parsePairFile } from '../../src/dataset/pair-rows.ts'
import type { Part } from '../../src/domain/task.ts'
import { deliver } from '../pipelines/integration/delivered.ts'
import { createFlowWorld, type FlowWorld } from './flow-world.ts'
import { batchIssue, boardOf, configureAll, keys, rejectsOn, rowsOn, topicIssue, videoIds } from './pipelines-world.ts'

const at = { owner: 'acme', repo: 'pairs' }
const [tick, daily] = ['17 * * * *', '43 5 * * *']
const bot = 'github-actions[bot]'

describe('a repository with all pipelines', () => {
  let world: FlowWorld
  afterEach(() => world?.remove())

  const answered = 'perpetual-reviews.yml/answer: success'
  const runsOf = (...names: readonly string[]): string[] => [
    'perpetual.yml/plan: success',
    ...names.map(name => `perpetual.yml/run ${name}: success`),
  ]
  /** What a tick ran. */
  const ticked = async (): Promise<readonly string[]> => {
    world.runner.tick(tick)
    return world.settled()
  }
  const planned = (): readonly string[] => (world.last()[0]?.summary ?? '').split('\n').filter(line => /^\| \d+ \| /u.test(line))
  const tasksOf = async (pipeline: string) => (await world.committed({ pipeline, account: '' })).tasks()
  const openParts = async (pipeline: string): Promise<readonly Part[]> =>
    (await tasksOf(pipeline)).flatMap(task => task.parts).filter(({ state }) => state === 'open')
  const merge = async ({ pull }: Part): Promise<void> => {
    await world.github.as('reviewer').rest.pulls.merge({ ...at, pull_number: pull ?? 0 })
    expect(await world.settled()).toEqual([answered])
  }
  const command = async ({ pull }: Part, body: string): Promise<string | undefined> => {
    await world.github.as('reviewer').rest.issues.createComment({ ...at, issue_number: pull ?? 0, body })
    expect(await world.settled()).toEqual([answered])
    return (await world.comments(pull ?? 0)).findLast(({ by }) => by === bot)?.body
  }

  it('brings videos and a topic from issues to the database and its card', { timeout: 240_000 }, async () => {
    world = await createFlowWorld({ configure: configureAll({ videosPerJob: 2 }), secrets: keys })
    world.github.settings.variables.set('PERPETUAL_ENABLED', 'true')
    await restsWhileNothingWaits()
    await takesInTheForms()
    await makesPairs()
    const merged = await reviewsThem()
    const rows = await integrates(merged)
    await describesTheDatabase(rows)
    for (const { log, summary, outputs } of world.runner.jobs())
      for (const key of Object.values(keys))
        expect(log.replaceAll(`::add-mask::${key}`, '') + summary + JSON.stringify(outputs)).not.toContain(key)
  })

  it('merges by itself what comes into the database, where the configuration says so', { timeout: 240_000 }, async () => {
    world = await createFlowWorld({ configure: configureAll({ merge: 'always' }), secrets: keys })
    const { github, runner } = world
    github.settings.variables.set('PERPETUAL_ENABLED', 'true')
    const files = [...deliver(0), ...deliver(1)].map(([path, text]) => ({ path, text }))
    await github.commit('curator', 'main', files)
    const delivered = files.filter(({ path }) => path.endsWith('.json')).flatMap(({ text }) => parsePairFile(text).pairs)
    expect(await ticked()).toEqual(runsOf('claude-integration'))
    expect(await ticked()).toEqual(runsOf())
    const { data: pulls } = await github.as('curator').rest.pulls.list({ ...at, state: 'all' })
    expect(pulls.map(({ user, merged_at }) => [user?.login, merged_at === null])).toEqual(pulls.map(() => [bot, false]))
    // Two files of one folder, and the card that tells of them.
    expect(pulls).toHaveLength(2)
    expect((await tasksOf('claude-integration')).map(({ status }) => status)).toEqual(pulls.map(() => 'completed'))
    const rows = await rowsOn(github, 'main')
    const accounted = [...rows, ...(await rejectsOn(github, 'main'))].map(({ handle }) => handle)
    expect(accounted.toSorted()).toEqual(delivered.map(({ handle }) => handle).toSorted())
    const manifest = (await github.files('main')).get(manifestPath) ?? ''
    expect(manifestSchema.parse(JSON.parse(manifest))).toMatchObject({ rows: rows.length })
    // What the automation merges starts no workflow.
    expect(runner.jobs().filter(({ workflow }) => workflow === 'perpetual-reviews.yml')).toEqual([])
  })

  async function restsWhileNothingWaits(): Promise<void> {
    expect(await ticked()).toEqual(runsOf())
    expect(planned()).toEqual([
      '| 1 | droid-eastern | droid | no task waits | 100 % | slots 0 of 10, line 9 |',
      '| 2 | droid-research | droid | no task waits | 100 % | calls 0 of 1,000, line 850 |',
      '| 3 | zai-institutional | zai | no task waits | 100 % | calls 0 of 5,000, line 4,250 |',
      '| 4 | claude-integration | claude | no task waits | – | tokens 0 of 200,000, line 170,000 |',
      '| 5 | zai-implementation | zai | not run by this version | – |  |',
    ])
  }

  async function takesInTheForms(): Promise<void> {
    const { rest } = world.github.as('curator')
    await rest.issues.create({ ...at, ...batchIssue('eastern-7', videoIds(3)) })
    await rest.issues.create({ ...at, ...topicIssue('custody-1', 'Segregation of client assets, insurance and audits.') })
    expect(await world.settled()).toEqual(['perpetual-issues.yml/answer: success', 'perpetual-issues.yml/answer: success'])
    expect(await world.labels(1)).toEqual(['agent:droid', 'pipeline:droid-eastern', 'priority:p2', 'status:pending'])
    expect(await world.labels(2)).toEqual(['agent:zai', 'pipeline:zai-institutional', 'priority:p1', 'status:pending'])
    for (const [issue, pipeline] of [
      [1, 'droid-eastern'],
      [2, 'zai-institutional'],
    ] as const)
      expect(await world.comments(issue)).toEqual([
        { by: bot, body: expect.stringContaining(`A session of \`${pipeline}\` takes it up in its turn`) },
      ])
  }

  async function makesPairs(): Promise<void> {
    expect(await ticked()).toEqual(runsOf('droid-eastern', 'zai-institutional'))
    expect(world.last()[1]?.summary).toContain('It ended: its batch jobs are at work at the provider.')
    const { batches } = await world.provider.stats()
    expect(batches).toMatchObject({ created: 2, alive: 2 })
    expect((await boardOf(world.github))?.slots.map(({ member, state, display }) => [member, state, display])).toEqual([
      ['gemini', 'created', 'acme/pairs/droid-eastern/eastern-7/job-1/1'],
      ['sister-gemini', 'created', 'acme/pairs/droid-eastern/eastern-7/job-2/1'],
    ])
    expect(await world.labels(1)).toContain('status:in-progress')
    expect(await world.labels(2)).toContain('status:in-review')
    // The jobs are looked at once the cooldown is over.
    expect(await ticked()).toEqual(runsOf())
    await world.moveTo('2031-05-01T09:30:00.000Z')
    expect(await ticked()).toEqual(runsOf('droid-eastern'))
    expect((await boardOf(world.github))?.slots).toEqual([])
    expect(await world.labels(1)).toContain('status:in-review')
    expect(await world.provider.stats()).toMatchObject({ batches: { created: 2, alive: 0 } })
    expect(await ticked()).toEqual(runsOf())
  }

  /** Merges what was delivered, but for one pair; gives the handles of what was merged. */
  async function reviewsThem(): Promise<readonly string[]> {
    const [eastern, ...more] = await openParts('droid-eastern')
    const [institutional, ...others] = await openParts('zai-institutional')
    if (eastern === undefined || institutional === undefined) throw new Error('Expected a part of each')
    expect([more, others]).toEqual([[], []])
    const [first] = await world.pairs(eastern)
    expect(first?.citations[0]?.url).toMatch(/^https:\/\/www\.youtube\.com\/watch\?v=video00000[123]&t=\d+s$/u)
    expect(await command(eastern, `/reject ${first?.handle} because it is not said there`)).toContain(
      `removed \`${first?.handle}\``,
    )
    const pairs = [...(await world.pairs(eastern)), ...(await world.pairs(institutional))]
    for (const part of [eastern, institutional]) await merge(part)
    for (const issue of [1, 2]) {
      expect(await world.labels(issue)).toContain('status:completed')
      expect((await world.comments(issue)).filter(({ body }) => /^\*\*Completed: grade [A-F] /u.test(body))).toHaveLength(1)
    }
    const handles = pairs.map(({ handle }) => handle)
    expect(handles).not.toContain(first?.handle)
    return handles
  }

  /** Gives how many rows a person merged. */
  async function integrates(merged: readonly string[]): Promise<number> {
    const { github } = world
    expect(await ticked()).toEqual(runsOf('claude-integration'))
    const parts = await openParts('claude-integration')
    // One a folder of delivered files: three videos of a batch, and a topic.
    expect(parts).toHaveLength(2)
    expect(parts.map(({ units }) => units.length).toSorted((a, b) => a - b)).toEqual([1, 3])
    expect(await rowsOn(github, 'main')).toEqual([])
    expect(await ticked()).toEqual(runsOf())
    const delivered = await Promise.all(parts.map(({ branch }) => rowsOn(github, branch)))
    const aside = await Promise.all(parts.map(({ branch }) => rejectsOn(github, branch)))
    const accounted = [...delivered.flat(), ...aside.flat()].map(({ handle }) => handle)
    expect(accounted.toSorted()).toEqual(merged.toSorted())

    const [one, another, ...rest] = parts
    if (one === undefined || another === undefined) throw new Error('Expected several parts')
    const [rejected] = delivered[0] ?? []
    expect(await command(one, `/reject ${rejected?.handle} because it is out of date`)).toContain(
      `removed \`${rejected?.handle}\``,
    )
    expect((await rowsOn(github, one.branch)).map(({ handle }) => handle)).toEqual(
      delivered[0]?.slice(1).map(({ handle }) => handle),
    )
    await editsRows(another)
    for (const part of [one, another, ...rest]) await merge(part)
    expect((await tasksOf('claude-integration')).map(({ status }) => status)).toEqual(parts.map(() => 'completed'))
    return delivered.flat().length - 1
  }

  /** A person's push that breaks a row gets a check with its line; the one that mends it gets a green one. */
  async function editsRows({ branch, paths }: Part): Promise<void> {
    const { github } = world
    const path = paths.find(isShardPath) ?? ''
    const text = (await github.files(branch)).get(path) ?? ''
    const answers = [
      [text.replace('"question":"', '"question":"Really? '), 'failure', [[path, 1]]],
      [text, 'success', []],
    ] as const
    for (const [edited, conclusion, where] of answers) {
      const ref = await github.commit('reviewer', branch, [{ path, text: edited }])
      expect(await world.settled()).toEqual([answered])
      const { rest } = github.as('reviewer')
      const { data } = await rest.checks.listForRef({ ...at, ref })
      const { data: told } = await rest.checks.listAnnotations({ ...at, check_run_id: data.check_runs[0]?.id ?? 0 })
      expect(data.check_runs.map(each => each.conclusion)).toEqual([conclusion])
      expect(told.map(each => [each.path, each.start_line])).toEqual(where)
    }
  }

  async function describesTheDatabase(rows: number): Promise<void> {
    const { github } = world
    expect(await ticked()).toEqual(runsOf('claude-integration'))
    expect(world.last()[1]?.log).toContain('Cache restored from key: perpetual-index-claude-integration-')
    const [card, ...others] = await openParts('claude-integration')
    if (card === undefined) throw new Error('Expected a card')
    expect(others).toEqual([])
    expect(card.paths.toSorted()).toEqual(['database/README.md', 'database/growth.svg', manifestPath])
    // Merged while everything was switched off: nobody heard of it, and the report takes it in.
    github.settings.variables.set('PERPETUAL_ENABLED', 'false')
    await github.as('reviewer').rest.pulls.merge({ ...at, pull_number: card.pull ?? 0 })
    expect(await world.settled()).toEqual(['perpetual-reviews.yml/off: success'])
    github.settings.variables.set('PERPETUAL_ENABLED', 'true')
    world.runner.tick(daily)
    expect(await world.settled()).toEqual(['perpetual.yml/report: success'])
    expect(await openParts('claude-integration')).toEqual([])
    expect(await ticked()).toEqual(runsOf())
    const main = await github.files('main')
    expect(await rowsOn(github, 'main')).toHaveLength(rows)
    const manifest = manifestSchema.parse(JSON.parse(main.get(manifestPath) ?? ''))
    expect(manifest).toMatchObject({ rows })
    expect(main.get('database/README.md')).toContain(`**${rows} of 1,000 pairs**`)
    const { data } = await github.as('curator').rest.issues.listForRepo({ ...at, labels: 'perpetual:report' })
    expect(data[0]?.body).toContain(`**${rows} of 1,000 pairs** are in the database`)
    expect(data[0]?.body).toContain('0 wait for integration')
  }
})
