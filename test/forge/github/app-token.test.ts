import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plusMs, toInstant, type Clock } from '../../../src/domain/instant.ts'
import type { AppCredentials } from '../../../src/forge/github/app-token.ts'
import { openGithubForge } from '../../../src/forge/github/github-forge.ts'
import { startLoopbackGithub, type LoopbackGithub } from '../../loopback/loopback-github.ts'
import { clients, sessionPermissions } from './github-fixture.ts'
import { refusalOf } from './use-github.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

describe.each(Object.entries(clients))('an App as the %s', (_name, createClient) => {
  let github: LoopbackGithub
  let offsetMs = 0
  const masked: string[] = []
  const clock: Clock = { now: () => plusMs(toInstant(Date.now()), offsetMs), sleep: async () => {} }

  beforeEach(async () => {
    offsetMs = 0
    masked.splice(0)
    const permissions = Object.fromEntries(
      Object.entries(sessionPermissions).map(([name, level]) => [name.replace('-', '_'), level]),
    )
    github = await startLoopbackGithub({ app: { id: 77, slug: 'perpetual-app', publicKey, permissions } })
  })
  afterEach(() => github.close())

  const open = (more: Partial<AppCredentials> = {}) => {
    const { owner, repo, url } = github
    const app = { appId: '77', privateKey, owner, repo, clock, onToken: (token: string) => masked.push(token), ...more }
    return openGithubForge({ client: createClient({ token: app, baseUrl: url, secondMs: 1 }), owner, repo, clock })
  }
  const minted = () => github.requests().filter(({ path }) => path.includes('access_tokens')).length

  it('finds its installation, mints one token and acts as itself', async () => {
    const forge = await open({ privateKey: privateKey.replaceAll('\n', '\\n') })
    expect(forge.society.people.account).toBe('perpetual-app[bot]')
    const [issue, pull] = await Promise.all([
      forge.issues.create({ title: 'T', body: '', labels: [], marker: 'm' }),
      forge.state.write(null, [{ path: 'a', text: '1' }], 'Begin'),
    ])
    expect(issue.author).toBe('perpetual-app[bot]')
    expect(pull.type).toBe('written')
    expect(minted()).toBe(1)
    expect(forge.requests()).toBe(github.requests().length)
  })

  it('renews its token before it ends, once for all that need it, and tells of each before it is used', async () => {
    const forge = await open()
    expect(masked).toHaveLength(1)
    offsetMs = 54 * 60_000
    await forge.contents.head()
    expect(minted()).toBe(1)
    offsetMs = 56 * 60_000
    github.revoke(masked[0] ?? '')
    await Promise.all([forge.contents.head(), forge.issues.comments(1).catch(() => []), forge.issues.list({})])
    expect(minted()).toBe(2)
    expect(new Set(masked).size).toBe(2)
  })

  it('says what is wrong with its key, its id or its installation', async () => {
    const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString()
    const fix = (pattern: RegExp) => ({ actBy: 'fix-config', message: expect.stringMatching(pattern) })
    expect(await refusalOf(open({ privateKey: stranger }))).toMatchObject(
      fix(/Expected GitHub to know App 77 by its private key/),
    )
    for (const broken of ['no key', '-----BEGIN RSA PRIVATE KEY-----']) {
      const { message, actBy } = await refusalOf(open({ privateKey: broken }))
      expect({ message, actBy }).toMatchObject(fix(/Expected the private key of App 77 as the PEM file/))
    }
    expect(await refusalOf(open({ installationId: 1 }))).toMatchObject(fix(/Expected App 77 to be installed on acme\/pairs/))
  })
})
