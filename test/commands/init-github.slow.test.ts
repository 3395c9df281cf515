import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config/load-config.ts'
import { labelsFor } from '../../src/setup/labels.ts'
import { startGithubKit, type GithubKit } from './github-kit.ts'
import { removeFolders } from './perpetual.ts'

let kit: GithubKit
beforeEach(async () => {
  kit = await startGithubKit()
})
afterEach(() => kit.github.close())
afterAll(removeFolders)

const init = ['init', '--action', 'acme/pairs@main']
const workflow = '.github/workflows/perpetual.yml'
const config = '.github/perpetual.yml'

const labelNames = async ({ github }: GithubKit): Promise<readonly string[]> =>
  (await github.as('maintainer').issues.listLabelsForRepo({ owner: github.owner, repo: github.repo, per_page: 100 })).data.map(
    ({ name }) => name,
  )

describe('perpetual init --forge github', () => {
  it('sets a repository up in one commit, with labels, environment and state, and says what is left to a person', async () => {
    const { github } = kit
    github.settings.allowActionsToCreatePulls = false
    const before = github.branches().get('main')
    const { code, stdout, stderr } = await kit.runProcess(init)
    expect({ code, stderr: stderr.replaceAll(/^labels.*\n/gmu, '') }).toEqual({ code: 0, stderr: '' })
    const commits = await github.as('maintainer').repos.listCommits({ owner: 'acme', repo: 'pairs', sha: 'main' })
    expect(commits.data[1]?.sha).toBe(before)
    const files = await github.files('main')
    for (const path of [
      config,
      workflow,
      'inbox/README.md',
      'tasks/droid-research.yml',
      'tasks/zai-institutional.yml',
      '.github/ISSUE_TEMPLATE/research-assignment.yml',
    ])
      expect([...files.keys()]).toContain(path)
    expect(files.get(workflow)).toMatch(new RegExp(`uses: acme/pairs@${before} # main$`, 'mu'))
    expect(files.get(workflow)).not.toContain('uses: ./')
    expect(await labelNames(kit)).toEqual(expect.arrayContaining(labelsFor(loadConfig('', 'x')).map(({ name }) => name)))
    expect(github.settings.environments.get('perpetual')?.branches).toEqual(['main'])
    expect((await github.files('perpetual/state')).get('switch.json')).toContain('"paused": false')
    for (const line of [
      'gh secret set OPENROUTER_API_KEY --env perpetual --repo acme/pairs',
      'gh variable set PERPETUAL_ENABLED --body true --repo acme/pairs',
      'can_approve_pull_request_reviews=true',
      'perpetual tasks import',
      'openrouter: at most $60.00',
    ])
      expect(stdout).toContain(line)
  })

  it('changes nothing the second time', async () => {
    await kit.run(init)
    const branches = [...kit.github.branches()]
    expect(kit.writes().length).toBeGreaterThan(20)
    const second = await kit.json(['init'])
    expect(kit.writes()).toEqual([])
    expect([...kit.github.branches()]).toEqual(branches)
    expect(second).toMatchObject({
      written: [],
      updated: [],
      drifted: [],
      commit: null,
      pull: null,
      environment: 'there',
      state: 'there',
    })
  })

  it('opens one pull request where the default branch is protected, and keeps it up to date', async () => {
    const { github } = kit
    github.settings.protect('main')
    const before = github.branches().get('main')
    const first = await kit.json(init)
    expect(first).toMatchObject({ commit: null, pull: { number: 1 } })
    expect(github.branches().get('main')).toBe(before)
    expect([...(await github.files('perpetual/set-up')).keys()]).toContain(workflow)
    await github.commit('reviewer', 'perpetual/set-up', [{ path: 'inbox/README.md', text: null }])
    expect(await kit.json(init)).toMatchObject({ pull: { number: 1 } })
    expect([...(await github.files('perpetual/set-up')).keys()]).toContain('inbox/README.md')
    const pulls = await github.as('maintainer').pulls.list({ owner: 'acme', repo: 'pairs', state: 'all' })
    expect(pulls.data.map(({ head }) => head.ref)).toEqual(['perpetual/set-up'])
  })

  it('tells what differs, writes it again with --update alone, and never touches what is the user’s own', async () => {
    const { github } = kit
    await kit.run(init)
    const text = (await github.files('main')).get(workflow) ?? ''
    await github.commit('someone', 'main', [
      { path: workflow, text: `${text}# edited\n` },
      { path: config, text: 'goal: 5\n' },
      { path: '.github/ISSUE_TEMPLATE/config.yml', text: 'blank_issues_enabled: false\n' },
    ])
    expect(await kit.json(['init'])).toMatchObject({ written: [], updated: [], drifted: [workflow] })
    expect((await github.files('main')).get(workflow)).toContain('# edited')
    expect(await kit.json([...init, '--update'])).toMatchObject({ written: [], updated: [workflow], drifted: [] })
    const files = await github.files('main')
    expect(files.get(workflow)?.replaceAll(/@[0-9a-f]{40} # main/gu, '')).toBe(text.replaceAll(/@[0-9a-f]{40} # main/gu, ''))
    expect(files.get(config)).toBe('goal: 5\n')
    expect(files.get('.github/ISSUE_TEMPLATE/config.yml')).toBe('blank_issues_enabled: false\n')
  })

  it('hands the keys of a configuration of the user’s own to the action', async () => {
    await kit.github.commit('someone', 'main', [{ path: config, text: 'accounts: { openrouter: { key: MY_OWN_KEY } }\n' }])
    const { stdout } = await kit.run(init)
    expect((await kit.github.files('main')).get(workflow)).toContain('MY_OWN_KEY: ${{ secrets.MY_OWN_KEY }}')
    expect(stdout).toContain('gh secret set MY_OWN_KEY --env perpetual')
  })

  it('writes nothing with --dry-run', async () => {
    const { code, stdout } = await kit.run([...init, '--dry-run'])
    expect(code).toBe(0)
    expect(stdout).toContain(`+ would write ${workflow}`)
    expect(kit.writes()).toEqual([])
    expect([...kit.github.branches().keys()]).toEqual(['main'])
  })

  it('leaves to a person what the token may not do', async () => {
    const token = kit.github.fineGrainedToken('maintainer', { contents: 'write', workflows: 'write', metadata: 'read' })
    const { code, stdout } = await kit.run(init, token)
    expect(code).toBe(0)
    expect(stdout).toContain('labels could not be made')
    expect(stdout).toContain('The environment perpetual could not be made')
    expect(stdout).toContain('gh secret set OPENROUTER_API_KEY --repo acme/pairs')
  })

  it('is finished by the next run where GitHub’s answer to the commit was lost, on whichever side of the write', async () => {
    const { github } = kit
    for (const when of ['before', 'after'] as const) {
      github.fault({ match: /SetUp/u, when, drop: true, times: 20 })
      const { code, stderr } = await kit.run(init)
      expect(code, when).toBe(1)
      expect(stderr.trimEnd()).toMatch(/^perpetual: Expected [^\n]* run/u)
      github.clearFaults()
    }
    const count = (await github.as('maintainer').repos.listCommits({ owner: 'acme', repo: 'pairs', sha: 'main' })).data.length
    expect(count).toBe(2)
    // A label that was made and whose answer was lost is no failure.
    github.fault({ match: /^POST \/repos\/acme\/pairs\/labels/u, when: 'after', status: 502 })
    expect(await kit.json(['init'])).toMatchObject({ written: [], labels: { refused: [] }, commit: null })
    expect(await kit.json(['init'])).toMatchObject({ labels: { made: [], refused: [] }, state: 'there' })
  })

  it('refuses in one line what cannot work, before anything is written', async () => {
    const { github } = kit
    github.addPerson('reader', 'read')
    const cases: readonly (readonly [readonly string[], string, string])[] = [
      [init, github.token('reader'), 'Expected a token of someone who may write to acme/pairs'],
      [init, github.token('maintainer', { scopes: ['repo'] }), '`gh auth refresh --scopes workflow`'],
      [init, 'ghp_wrong', '401'],
      [['init'], github.token('maintainer'), 'pass `--action owner/name@tag`'],
      [['init', '--action', 'nobody/nothing@v1'], github.token('maintainer'), 'nobody/nothing@v1'],
      [['init', '--action', 'acme'], github.token('maintainer'), 'Expected `--action` to be'],
    ]
    for (const [args, token, expected] of cases) {
      const { code, stdout, stderr } = await kit.run(args, token)
      expect({ code, stdout }, `${expected}: ${stderr}`).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain(expected)
      expect(stderr.trimEnd()).not.toContain('\n')
      expect(stderr).not.toContain(token)
    }
    await github.commit('someone', 'main', [{ path: config, text: 'golas: 5\n' }])
    expect((await kit.run(init)).stderr).toContain('did you mean `goal`?')
    expect(kit.writes()).toEqual([])
  })
})
