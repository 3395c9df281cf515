import { z } from 'zod'
import { toEpochMs, type Instant } from '../../domain/instant.ts'
import type { People } from '../forge.ts'
import { readAnswer } from './answers.ts'
import type { GithubContext } from './context.ts'

const permissionSchema = z.object({ permission: z.string() })

/** Logins of people and of managed users (with `_`). No bot's: whatever an App may write, it says what strangers make it say. */
const isLogin = (login: string): boolean => /^[a-z0-9][a-z0-9_-]{0,99}$/i.test(login)

/** A permission that is taken away counts after this at the latest. */
const freshMs = 60_000

export const createPeople = ({ api, accounts, clock }: GithubContext): People => {
  const known = new Map<string, { readonly mayWrite: boolean; readonly at: Instant }>()

  const ask = async (login: string): Promise<boolean> => {
    const reply = await api.rest({
      route: 'GET /repos/{owner}/{repo}/collaborators/{login}/permission',
      parameters: { login },
      permission: 'metadata: read',
      expected: [404],
    })
    if (reply.status === 404) return false
    // The legacy word: `maintain` is `write` here, `triage` is `read`.
    const { permission } = readAnswer(permissionSchema, reply.data, 'a permission')
    return permission === 'admin' || permission === 'write'
  }

  return {
    account: accounts.own,
    mayWrite: async login => {
      if (!isLogin(login)) return false
      const key = login.toLowerCase()
      const before = known.get(key)
      const at = clock.now()
      if (before !== undefined && toEpochMs(at) - toEpochMs(before.at) < freshMs) return before.mayWrite
      const mayWrite = await ask(login)
      known.set(key, { mayWrite, at })
      return mayWrite
    },
  }
}
