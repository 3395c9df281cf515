import type { Forge, Issues, People } from '../../src/forge/forge.ts'
import { createIntake } from '../../src/session/intake.ts'
import type { Account, IntakeEvent } from '../../src/session/intake-event.ts'
import { createStateBook } from '../../src/session/state-book.ts'
import type { ForgeFixture } from '../contracts/forge-fixture.ts'
import { systemClock } from '../forge/local/local-fixture.ts'

export const person = (login: string): Account => ({ login, type: 'User' })
export const bot = (login: string): Account => ({ login, type: 'Bot' })

/** May write. */
export const curator = person('curator')
/** May label, and nothing more. */
export const triager = person('triager')
export const stranger = person('mallory')
export const account = bot('perpetual[local]')

const people: People = { account: account.login, mayWrite: async login => login === 'curator' || login === 'dependabot[bot]' }

const pipelines = {
  'droid-research': { kind: 'research', agent: 'droid', runs: true },
  'zai-institutional': { kind: 'research', agent: 'zai', runs: true },
  'droid-eastern': { kind: 'batch', agent: 'droid', runs: false },
  'zai-implementation': { kind: 'implementation', agent: 'zai', runs: false },
}

const readMarked = (text: string): { readonly body: string; readonly marker: string } | undefined => {
  const [whole = '', marker] = /\n*<!-- perpetual:(\S+) -->\s*$/.exec(text) ?? []
  return marker === undefined ? undefined : { body: text.slice(0, -whole.length), marker }
}

export const topicBody = (id: string, brief = 'All of it.'): string => `### Topic\n\n${id}: Custody\n\n### Brief\n\n${brief}\n`

export type IntakeWorld = ReturnType<typeof createIntakeWorld>

/** A repository whose issues people open and edit; events are handed over when the test says so, as GitHub would send them. */
export function createIntakeWorld({ forge, stranger: openAsStranger }: ForgeFixture) {
  const book = createStateBook(forge.state)
  let requests = 0
  let failing: keyof Issues | undefined
  const counted = <Arguments extends unknown[], Result>(name: keyof Issues, work: (...given: Arguments) => Promise<Result>) => {
    return async (...given: Arguments): Promise<Result> => {
      requests += 1
      if (failing === name) throw new Error(`${name} failed`)
      return work(...given)
    }
  }
  const issues: Issues = {
    create: counted('create', issue => forge.issues.create(issue)),
    get: counted('get', number => forge.issues.get(number)),
    list: counted('list', filter => forge.issues.list(filter)),
    update: counted('update', (number, change) => forge.issues.update(number, change)),
    comment: counted('comment', (number, comment) => forge.issues.comment(number, comment)),
    comments: counted('comments', number => forge.issues.comments(number)),
  }
  const createOne = (asAccount = account.login) =>
    createIntake({
      issues,
      people: { ...people, account: asAccount },
      book: createStateBook(forge.state),
      clock: systemClock,
      pipelines,
      readMarked,
    })

  let changes = 0
  let strangers: Promise<Forge> | undefined
  const eventOf = async (number: number, change: Partial<IntakeEvent> & Pick<IntakeEvent, 'action'>): Promise<IntakeEvent> => {
    const issue = await forge.issues.get(number)
    changes += 1
    return {
      issue: { number, body: issue?.body ?? '', author: stranger, labels: issue?.labels ?? [] },
      sender: stranger,
      at: `2026-11-22T12:00:00Z+${changes}`,
      label: null,
      isRenamed: false,
      ...change,
    }
  }

  const by = (author: Account, event: IntakeEvent): IntakeEvent => ({ ...event, issue: { ...event.issue, author } })

  return {
    forge,
    book,
    createOne,
    handle: (event: IntakeEvent) => createOne().handle(event),
    requests: () => requests,
    /** From now on this call fails; undefined ends it. */
    fail: (name: keyof Issues | undefined) => {
      failing = name
    },
    /** Somebody opens an issue; the event is what GitHub sends. */
    open: async (author: Account, body: string, labels: readonly string[] = []): Promise<IntakeEvent> => {
      changes += 1
      strangers ??= openAsStranger()
      const { number } = await (await strangers).issues.create({ title: 'Something', body, labels, marker: `test-${changes}` })
      return by(author, await eventOf(number, { action: 'opened', sender: author }))
    },
    edit: async (author: Account, number: number, body: string): Promise<IntakeEvent> => {
      await forge.issues.update(number, { body })
      return by(author, await eventOf(number, { action: 'edited', sender: author }))
    },
    rename: async (author: Account, number: number): Promise<IntakeEvent> =>
      by(author, await eventOf(number, { action: 'edited', sender: author, isRenamed: true })),
    reopen: async (author: Account, number: number): Promise<IntakeEvent> => {
      await forge.issues.update(number, { state: 'open' })
      return by(author, await eventOf(number, { action: 'reopened', sender: author }))
    },
    /** Somebody applies a label; the issue is the stranger's. */
    label: async (sender: Account, number: number, label: string): Promise<IntakeEvent> => {
      const before = (await forge.issues.get(number))?.labels ?? []
      await forge.issues.update(number, { labels: [...before, label] })
      return eventOf(number, { action: 'labeled', sender, label })
    },
    labels: async (number: number): Promise<readonly string[]> => (await forge.issues.get(number))?.labels.toSorted() ?? [],
    comments: async (number: number): Promise<readonly string[]> =>
      (await forge.issues.comments(number)).map(comment => comment.body),
    tasks: () => createStateBook(forge.state).tasks(),
  }
}
