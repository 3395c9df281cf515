import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { surveyProject } from '../../src/commands/survey.ts'
import { plusMs } from '../../src/domain/instant.ts'
import { openLocalProject, type Project } from '../../src/project.ts'
import { createSystemClock } from '../../src/system-clock.ts'
import { lookAround } from '../../src/up/look-around.ts'
import { openTaskBook } from '../../src/compose.ts'
import { readSeeds } from '../../src/commands/task-input.ts'
import { configOf, seedsOf } from '../support/data-repository.ts'
import { createRepository, git } from '../support/repository.ts'

const pipelines = ['droid-research', 'zai-second']

describe('what up sees of two pipelines that share a key', () => {
  let project: Project
  let remove: () => void
  beforeAll(async () => {
    const repository = createRepository()
    const { folder } = repository
    for (const name of ['.github', 'tasks']) mkdirSync(join(folder, name))
    writeFileSync(
      join(folder, '.github', 'perpetual.yml'),
      stringify(configOf({ providerUrl: 'http://127.0.0.1:9/v1', pipelines, usd: 2 })),
    )
    for (const [nth, name] of pipelines.entries())
      writeFileSync(
        join(folder, 'tasks', `${name}.yml`),
        stringify(seedsOf({ assignments: 1, indicators: 1 }, nth), { aliasDuplicateObjects: false }),
      )
    git(folder, 'add', '.')
    git(folder, 'commit', '--quiet', '-m', 'Set up')
    project = await openLocalProject(folder, {
      clock: createSystemClock(),
      environment: { PERPETUAL_CACHE: join(folder, '.git', 'cache') },
    })
    await openTaskBook(project).import(await readSeeds(project, { folder, files: [] }), () => {})
    remove = repository.remove
  })
  afterAll(async () => {
    await project.forge.close()
    remove()
  })

  const look = async (only: readonly string[], backingOff: readonly string[] = []) => {
    const until = plusMs(project.clock.now(), 60_000)
    const survey = await surveyProject(project)
    return lookAround(project, survey, { only, backingOff: new Map(backingOff.map(name => [name, until])) })
  }

  it('is one that begins and one that waits for its turn', async () => {
    const view = await look([])
    expect(view.start).toEqual(['droid-research'])
    expect(view.pipelines.find(({ pipeline }) => pipeline === 'zai-second')?.decision).toMatchObject({ reason: 'turn' })
    expect(view.pipelines.find(({ pipeline }) => pipeline === 'droid-research')).toMatchObject({
      handoff: null,
      usd: { used: 0, line: 2_000_000 },
      budget: { line: 850, used: 0 },
    })
  })

  it('is the other one while the first backs off, or is looked after by nobody here', async () => {
    const view = await look([], ['droid-research'])
    expect(view.start).toEqual(['zai-second'])
    expect(view.pipelines.find(({ pipeline }) => pipeline === 'droid-research')?.decision).toMatchObject({
      type: 'rest',
      reason: 'cooling',
    })
    const own = await look(['zai-second'])
    expect([own.start, own.pipelines.map(({ pipeline }) => pipeline)]).toEqual([['zai-second'], ['zai-second']])
    expect((await look(['zai-second'], ['zai-second'])).start).toEqual([])
  })
})
