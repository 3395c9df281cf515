import { generateKeyPairSync } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { pipeline } from '../support/data-repository.ts'
import { runPermissions } from './github-world.ts'
import { at, createStage, type Stage } from './stage.ts'

const key = 'sk-or-v1-0c4be1f7DISTINCTIVE93ad52'
const formsOf = (secret: string): readonly string[] => [
  secret,
  Buffer.from(secret).toString('base64').slice(0, -4),
  Buffer.from(secret).toString('hex'),
]

let stage: Stage
afterEach(() => stage?.remove())

/** What anybody who may read the repository can see, with where it was seen. */
async function published(): Promise<readonly (readonly [where: string, text: string])[]> {
  const { github } = stage
  const { issues, pulls, repos } = github.as('curator').rest
  const seen: (readonly [string, string])[] = []
  const { data: listed } = await issues.listForRepo({ ...at, state: 'all', per_page: 100 })
  for (const { number, title, body } of listed) {
    seen.push([`#${number}`, `${title}\n${body ?? ''}`])
    for (const comment of await stage.comments(number)) seen.push([`a comment on #${number}`, comment.body])
  }
  for (const { number, title, body } of (await pulls.list({ ...at, state: 'all' })).data)
    seen.push([`#${number}`, `${title}\n${body ?? ''}`])
  for (const branch of github.branches().keys()) {
    const { data: commits } = await repos.listCommits({ ...at, sha: branch, per_page: 100 })
    expect(commits.length).toBeGreaterThan(0)
    for (const { sha, commit } of commits) {
      seen.push([`the message of ${sha} on ${branch}`, JSON.stringify(commit)])
      for (const [path, text] of await github.files(sha)) seen.push([`${path} at ${sha} on ${branch}`, text])
    }
  }
  for (const { log, summary, outputs, workflow, job } of stage.runner.jobs()) {
    // A real runner swallows the lines that tell it what to hide.
    seen.push([`the log of ${workflow}/${job}`, log.replaceAll(/^::add-mask::.*$/gm, '')])
    seen.push([`what ${workflow}/${job} left`, `${summary}\n${JSON.stringify(outputs)}`])
  }
  return seen
}

describe('a secret', () => {
  it(
    'is in no log, output, issue, comment, pull request and git object, whatever fails and whoever echoes it',
    { timeout: 180_000 },
    async () => {
      const { publicKey, privateKey } = generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      })
      const permissions = { ...runPermissions, checks: 'write' } as const
      stage = await createStage({
        assignments: 2,
        indicators: 1,
        callsPerIndicator: 20,
        concurrency: 4,
        github: { app: { id: 4711, slug: 'pairs-app', publicKey, permissions } },
        variables: { REHEARSAL_KEY: key },
        secrets: { PERPETUAL_APP_PRIVATE_KEY: privateKey },
      })
      const { github, provider, runner } = stage
      github.settings.variables.set('PERPETUAL_APP_ID', '4711')
      const tick = async () => {
        runner.dispatch('perpetual.yml', { pipeline, force: 'true' })
        const jobs = await stage.settled()
        return jobs.filter(({ job }) => job === 'run')
      }
      await provider.control('faults', { faults: 'echo:0.2' })
      github.fault({ match: /createPullRequest/, status: 500, times: 9 })
      expect((await tick()).map(({ conclusion }) => conclusion)).toEqual(['failure'])
      github.clearFaults()
      expect((await tick()).map(({ conclusion }) => conclusion)).toEqual(['success'])

      const task = (await stage.committed()).tasks().find(({ parts }) => parts.length > 0)
      const pull = task?.parts[0]?.pull ?? 0
      await stage.say('curator', pull, '/ok all')
      for (const id of ['session_98', 'session_99'])
        await stage.open('curator', { title: 'Another', body: task?.body.replaceAll(task.id, id) ?? '' })
      await stage.edit('curator', pull, { state: 'closed' })
      runner.tick('43 5 * * *')
      expect((await stage.settled()).map(({ conclusion }) => conclusion)).toEqual(Array.from({ length: 5 }, () => 'success'))

      await provider.control('faults', { faults: 'echo:1' })
      expect(await tick()).toHaveLength(1)

      const masked = stage.runner
        .jobs()
        .flatMap(({ log }) => [...log.matchAll(/^::add-mask::(.*)$/gm)].map(match => match[1] ?? ''))
      const tokens = new Set(masked.filter(text => text.startsWith('ghs_')))
      expect(tokens.size).toBeGreaterThan(5)
      const lines = privateKey.split('\n').filter(line => line.length > 20 && !line.startsWith('-----'))
      const secrets = [...formsOf(key), 'DISTINCTIVE', ...[...tokens].flatMap(formsOf), ...lines]
      const everything = await published()
      expect(everything.length).toBeGreaterThan(50)
      // What the provider echoed was kept without the key.
      expect(everything.some(([, text]) => text.includes('Authorization: Bearer [key]'))).toBe(true)
      for (const [where, text] of everything)
        for (const secret of secrets) expect(text.includes(secret), `${secret} in ${where}`).toBe(false)
    },
  )
})
