import { generateKeyPairSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGithubWorld, runPermissions, type GithubWorld, type SessionEnd } from './github-world.ts'

const keys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })

let world: GithubWorld
const [app, other] = [keys(), keys()]
beforeAll(async () => {
  const github = { app: { id: 4711, slug: 'pairs-app', publicKey: app.publicKey, permissions: runPermissions } }
  world = await createGithubWorld({ assignments: 1, indicators: 1, callsPerIndicator: 20, github })
})
afterAll(() => world?.remove())

/** The one line with which a session ends that fails, warns of nothing, sends nothing and writes nothing. */
async function refusalOf(start: () => Promise<SessionEnd>): Promise<string> {
  const [branches, { total }] = [new Map(world.github.branches()), await world.provider.stats()]
  const end = await start()
  const errors = end.commands.filter(({ name }) => name === 'error').map(({ text }) => text)
  expect({ code: end.code, stderr: end.stderr, errors }).toEqual({
    code: 1,
    stderr: '',
    errors: [expect.not.stringContaining('\n')],
  })
  expect(end.commands.filter(({ name }) => name === 'warning')).toEqual([])
  expect(new Map(world.github.branches())).toEqual(branches)
  expect((await world.provider.stats()).total).toBe(total)
  return errors[0] ?? ''
}

describe('a session that may not begin ends with one line that says what to change, and pays nothing', () => {
  const withToken = (token: string) => () => world.session({}, { token })

  it('with a token that only reads', async () => {
    const token = world.github.botToken({ contents: 'read', issues: 'read', 'pull-requests': 'read' })
    expect(await refusalOf(withToken(token))).toMatch(
      /lacks `contents: write`; add it to the job's `permissions:` in the workflow/u,
    )
  })

  it('without the permission to write contents', async () => {
    const token = world.github.botToken({ ...runPermissions, contents: 'read' })
    expect(await refusalOf(withToken(token))).toMatch(/lacks `contents: write`; add it to the job's `permissions:`/u)
  })

  it('with a token that has expired', async () => {
    const token = world.github.botToken(runPermissions, { expiresAt: '2020-01-01T00:00:00Z' })
    expect(await refusalOf(withToken(token))).toMatch(
      /expired or revoked \(401\); in a workflow pass `token: \$\{\{ github\.token \}\}` or an App/u,
    )
  })

  it('with another App’s key, another App’s id, or half a key', async () => {
    const asApp = (id: string, key: string) => () => world.session({ token: '', 'app-id': id, 'app-private-key': key })
    expect(await refusalOf(asApp('4711', other.privateKey))).toMatch(
      /know App 4711 by its private key, but it does not .*check the App's id, its key/u,
    )
    expect(await refusalOf(asApp('4712', app.privateKey))).toMatch(/know App 4712 by its private key, but it does not/u)
    expect(await refusalOf(asApp('4711', app.privateKey.slice(0, 300)))).toMatch(
      /private key of App 4711 as the PEM file .*pass the whole file/u,
    )
    expect(await refusalOf(asApp('4711', ''))).toMatch(/`app-private-key` to hold the App's private key .*is the secret set\?/u)
  })

  it('where a ruleset protects what is below perpetual/', async () => {
    const { rulesets } = world.github.settings
    rulesets.push({ name: 'All', include: ['perpetual/**'], enforcement: 'active' })
    try {
      expect(await refusalOf(() => world.session())).toMatch(/exclude `perpetual\/\*\*` under Settings → Rules → Rulesets/u)
    } finally {
      rulesets.pop()
    }
  })

  it('where the repository is archived', async () => {
    world.github.settings.archived = true
    try {
      expect(await refusalOf(() => world.session())).toMatch(
        /acme\/pairs, but it is archived; unarchive it under Settings → General/u,
      )
    } finally {
      world.github.settings.archived = false
    }
  })

  it('and works once that is mended, as an App too', { timeout: 60_000 }, async () => {
    const end = await world.session({ token: '', 'app-id': '4711', 'app-private-key': app.privateKey })
    expect(end).toMatchObject({ code: 0, result: { outcome: 'completed', reason: 'queue-empty' } })
    const [task] = (await world.committed()).tasks()
    expect(task).toMatchObject({ status: 'in-review', attempts: 0, parts: [{ state: 'open' }] })
  })
})
