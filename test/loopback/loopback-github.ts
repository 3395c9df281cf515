import { Octokit } from '@octokit/rest'
import { createAccounts, type Accounts, type Caller } from './accounts.ts'
import { createBooks, type Books } from './books.ts'
import { startEmulate } from './emulate.ts'
import { createFaults } from './faults.ts'
import { answer, asAnswer } from './front.ts'
import { createHand, type Hand } from './hand.ts'
import type { LoopbackGithub, LoopbackOptions } from './interface.ts'
import { createLimits } from './limits.ts'
import { deviationsOf } from './openapi-check.ts'
import { checkRoutes } from './rest-checks.ts'
import { gitRoutes } from './rest-git.ts'
import { issueRoutes } from './rest-issues.ts'
import { peopleRoutes } from './rest-people.ts'
import { pullRoutes } from './rest-pulls.ts'
import { createRuns, runRoutes } from './rest-runs.ts'
import { settingsRoutes } from './rest-settings.ts'
import { workflowRoutes } from './rest-workflows.ts'
import type { Answer } from './router.ts'
import { startServer, type Processed } from './server.ts'
import { createSettings } from './settings.ts'
import { createWorld, type World } from './world.ts'

export type * from './interface.ts'

const quiet = { debug() {}, info() {}, warn() {}, error() {} }

interface Inside {
  readonly world: World
  readonly books: Books
  readonly accounts: Accounts
  readonly hand: Hand
}

async function build(url: string, options: LoopbackOptions): Promise<Inside> {
  const [owner, repo] = [options.owner ?? 'acme', options.repo ?? 'pairs']
  const emulated = await startEmulate(url, { owner, repo, private: options.private ?? false })
  const mainRepoId = emulated.tables.repos.findBy('full_name', `${owner}/${repo}`)[0]?.id ?? 0
  const accounts = createAccounts(emulated.tables, options.app, () => mainRepoId)
  const world = createWorld({ url, emulated, accounts, settings: createSettings(), app: options.app, mainRepoId })
  const books = createBooks(world)
  return { world, books, accounts, hand: createHand(world, books) }
}

/** A GitHub on loopback in this process: emulate's store and routes, with what it gets wrong or lacks laid over it. */
export async function startLoopbackGithub(options: LoopbackOptions = {}): Promise<LoopbackGithub> {
  const faults = createFaults()
  const runs = createRuns()
  const limits = createLimits()
  let inside: Inside | undefined

  const server = await startServer(faults, async url => {
    inside = await build(url, options)
    const { world, books, accounts, hand } = inside
    const rest = [issueRoutes(books.issues), pullRoutes(books.pulls, books.issues), peopleRoutes(), settingsRoutes(), gitRoutes()]
    const desk = { world, books, routes: [...rest, runRoutes(runs), workflowRoutes(), checkRoutes()].flat() }
    return async (request, authorization): Promise<Processed> => {
      const withLimits = (given: Answer, caller?: Caller): Answer => ({
        ...given,
        headers: { ...limits(caller, request.path), ...given.headers },
      })
      let caller: Caller
      try {
        caller = accounts.authenticate(authorization)
      } catch (error) {
        return { answer: withLimits(asAnswer(error)), login: null }
      }
      const given = await hand.exclusive(caller.login, () => answer(desk, caller, request))
      return { answer: withLimits(given, caller), login: caller.kind === 'anonymous' ? null : caller.login }
    }
  })
  if (inside === undefined) throw new Error('Expected the loopback GitHub to be built, got nothing')
  const { world, accounts, hand } = inside

  const token: LoopbackGithub['token'] = (login, more) => accounts.token(login, more?.scopes ?? ['repo', 'workflow'])
  return {
    url: server.url,
    owner: options.owner ?? 'acme',
    repo: options.repo ?? 'pairs',
    token,
    fineGrainedToken: (login, permissions) => accounts.limitedToken({ kind: 'person', login }, permissions),
    botToken: (permissions, more) =>
      accounts.limitedToken({ kind: 'bot', login: more?.login ?? 'github-actions[bot]' }, permissions, more?.expiresAt),
    revoke: accounts.revoke,
    addPerson: accounts.addPerson,
    requests: () => [...server.log],
    clearRequests: () => void server.log.splice(0),
    fault: faults.add,
    clearFaults: faults.clear,
    onEvent: listener => {
      world.listeners.add(listener)
      return () => void world.listeners.delete(listener)
    },
    ...hand.deeds,
    as: login => new Octokit({ auth: token(login), baseUrl: server.url, log: quiet }),
    runs,
    settings: world.settings,
    checkedAgainstOpenApi: () => deviationsOf(server.recorded),
    close: server.close,
  }
}
