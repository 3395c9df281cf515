import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'

/** Where the accounts that write for the automation are recorded, on the state branch: a workflow's bot, a person's command line. */
export const accountsPath = 'automation.json'

const accountsSchema = z.strictObject({ version: z.literal(1), accounts: z.array(z.string().min(1).max(100)).max(1_000) })
const versionSchema = z.looseObject({ version: z.number() })

const broken = (what: string, cause?: unknown): PerpetualError =>
  new PerpetualError(
    `Expected ${accountsPath} on perpetual/state to list the automation's accounts, found ${what}; restore it from an earlier commit of that branch`,
    { actBy: 'fix-config', cause },
  )

/** The recorded accounts; what a newer version wrote is refused. */
export const parseAccounts = (text: string | undefined): readonly string[] => {
  if (text === undefined) return []
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch (cause) {
    throw broken('garbage', cause)
  }
  const version = versionSchema.safeParse(raw)
  if (version.success && version.data.version > 1)
    throw broken(`version ${version.data.version}: a newer perpetual wrote it; update this one`)
  const parsed = accountsSchema.safeParse(raw)
  if (!parsed.success) throw broken('something else')
  return parsed.data.accounts
}

export const renderAccounts = (accounts: readonly string[]): string =>
  `${JSON.stringify({ version: 1, accounts: [...new Set(accounts)].toSorted() }, null, 1)}\n`

/** Whose markers and branches are believed. GitHub compares logins without regard to case. */
export interface Accounts {
  /** Whom this process writes as. */
  readonly own: string
  readonly isOurs: (login: string) => boolean
  readonly learn: (accounts: readonly string[]) => void
}

export const createAccounts = (own: string, recorded: readonly string[]): Accounts => {
  const known = new Set([own, ...recorded].map(login => login.toLowerCase()))
  return {
    own,
    isOurs: login => known.has(login.toLowerCase()),
    learn: accounts => {
      for (const login of accounts) known.add(login.toLowerCase())
    },
  }
}

const actorSchema = z.object({ kind: z.string(), login: z.string() }).nullish()

/** Selects what `authorOf` reads. */
export const actorSelection = 'kind: __typename login'
export { actorSchema }

/** GraphQL writes a bot's login without the `[bot]` that REST and everybody else write; a deleted account is `ghost`. */
export const authorOf = (actor: z.infer<typeof actorSchema>): string => {
  if (actor === null || actor === undefined) return 'ghost'
  return actor.kind === 'Bot' && !actor.login.endsWith('[bot]') ? `${actor.login}[bot]` : actor.login
}
