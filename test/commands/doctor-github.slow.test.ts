import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { startGithubKit, type GithubKit } from './github-kit.ts'
import { removeFolders } from './perpetual.ts'

const reportSchema = z.object({
  ready: z.boolean(),
  checks: z.array(z.object({ level: z.string(), what: z.string(), todo: z.string().optional() })),
})
type Report = z.infer<typeof reportSchema>

let kit: GithubKit
beforeEach(async () => {
  kit = await startGithubKit()
})
afterEach(() => kit.github.close())
afterAll(removeFolders)

const keys = ['OPENROUTER_API_KEY', 'ZAI_API_KEY', 'GEMINI_API_KEY', 'SISTER_GEMINI_API_KEY', 'CLAUDE_OPENROUTER_API_KEY']
const workflow = '.github/workflows/perpetual.yml'

async function setUp({ github, run }: GithubKit): Promise<void> {
  await run(['init', '--action', 'acme/pairs@main'])
  for (const key of keys) github.settings.environments.get('perpetual')?.secrets.add(key)
  github.settings.variables.set('PERPETUAL_ENABLED', 'true')
  github.settings.allowActionsToCreatePulls = true
}

const diagnose = async (token?: string): Promise<Report> => reportSchema.parse(await kit.json(['doctor', '--offline'], token))
const find = ({ checks }: Report, level: string, text: string) =>
  checks.find(check => check.level === level && check.what.includes(text))

describe('perpetual doctor --forge github', () => {
  it('finds a set-up that is ready, and leaves nothing behind', async () => {
    await setUp(kit)
    const branches = [...kit.github.branches()]
    const report = await diagnose()
    expect(report.checks.filter(({ level }) => level !== 'ok')).toEqual([])
    expect(report.ready).toBe(true)
    expect([...kit.github.branches()]).toEqual(branches)
    const pulls = await kit.github.as('maintainer').pulls.list({ owner: 'acme', repo: 'pairs', state: 'all' })
    expect(pulls.data).toEqual([])
  })

  it('says with a workflow’s own token that it cannot see settings and secrets, never that they are fine', async () => {
    await setUp(kit)
    const token = kit.github.botToken({ contents: 'write', issues: 'write', 'pull-requests': 'write', actions: 'read' })
    const report = await diagnose(token)
    for (const text of ['permissions', 'whether workflows may open', 'PERPETUAL_ENABLED', 'secret OPENROUTER_API_KEY']) {
      expect(find(report, 'unseen', text), text).toBeDefined()
      expect(find(report, 'ok', text), text).toBeUndefined()
    }
    expect(find(report, 'ok', 'may write branches')).toBeDefined()
    expect(find(report, 'ok', 'may open pull requests')).toBeDefined()
    expect(report.checks.filter(({ level, todo }) => level !== 'ok' && !todo)).toEqual([])
  })

  it('calls a token that may only read a problem, and says where its permissions are given', async () => {
    await setUp(kit)
    const bot = await diagnose(kit.github.botToken({ contents: 'read' }))
    expect(bot.ready).toBe(false)
    expect(find(bot, 'problem', 'writing a branch')?.todo).toContain('contents: write')
    const person = await diagnose(kit.github.fineGrainedToken('maintainer', { contents: 'read', metadata: 'read' }))
    expect(find(person, 'problem', 'writing a branch')?.todo).toContain('personal-access-tokens')
    const classic = await diagnose(kit.github.token('maintainer', { scopes: [] }))
    expect(find(classic, 'problem', 'no scope `repo`')?.todo).toContain('gh auth refresh')
  })

  it('names each thing that is in the way or missing, with what to click or type', async () => {
    await setUp(kit)
    const { settings } = kit.github
    settings.allowActionsToCreatePulls = false
    settings.variables.set('PERPETUAL_ENABLED', 'false')
    settings.rulesets.push({ name: 'all', include: ['~ALL'], enforcement: 'active' })
    const environment = settings.environments.get('perpetual')
    if (environment !== undefined) environment.branches = null
    environment?.secrets.delete('ZAI_API_KEY')
    settings.discussionCategories = ['General']
    const octokit = kit.github.as('maintainer')
    await octokit.issues.deleteLabel({ owner: 'acme', repo: 'pairs', name: 'approved' })
    const text = (await kit.github.files('main')).get(workflow) ?? ''
    await kit.github.commit('someone', 'main', [
      {
        path: workflow,
        text: text.replace(/@[0-9a-f]{40} # main/u, '@main').replace('timeout-minutes: 350', 'timeout-minutes: 20'),
      },
      { path: '.github/workflows/perpetual-issues.yml', text: null },
      { path: '.github/perpetual.yml', text: 'github: { handoffs: { discussionCategory: Handoffs } }\n' },
    ])
    const report = await diagnose()
    const expected: readonly (readonly [string, string, string])[] = [
      ['problem', 'workflows may not open pull requests', 'can_approve_pull_request_reviews=true'],
      ['warning', 'PERPETUAL_ENABLED is not true', 'perpetual enable'],
      ['problem', 'rules catch perpetual/*', '/settings/rules'],
      ['warning', 'any branch’s workflow may use its keys', '/settings/environments'],
      ['warning', 'secret ZAI_API_KEY is missing', 'gh secret set ZAI_API_KEY --env perpetual'],
      ['problem', 'no discussion category Handoffs', 'discussions/categories'],
      ['warning', '1 labels are missing: approved', 'perpetual init'],
      ['warning', `${workflow} differs`, '--update'],
      ['warning', 'acme/pairs@main, which can be moved', '--action acme/pairs@main'],
      ['problem', 'perpetual-issues.yml is missing', 'perpetual init'],
    ]
    for (const [level, what, todo] of expected) expect(find(report, level, what)?.todo, what).toContain(todo)
    expect(report.ready).toBe(false)
    settings.variables.set('PERPETUAL_APP_ID', '7')
    expect(find(await diagnose(), 'ok', 'an App (PERPETUAL_APP_ID)')).toBeDefined()
  })

  it('says what goes without a key: a batch pipeline works with its other members alone, and not at all without any', async () => {
    await setUp(kit)
    const secrets = kit.github.settings.environments.get('perpetual')?.secrets
    secrets?.delete('SISTER_GEMINI_API_KEY')
    secrets?.delete('CLAUDE_OPENROUTER_API_KEY')
    const one = await diagnose()
    const told = ({ checks }: Report): readonly string[] =>
      checks.filter(({ level }) => level === 'warning').map(({ what }) => what)
    expect(told(one)).toEqual([
      'secret CLAUDE_OPENROUTER_API_KEY is missing, so claude-integration cannot run',
      'secret SISTER_GEMINI_API_KEY is missing, so droid-eastern works with its other keys alone',
    ])
    expect(one.ready).toBe(true)
    secrets?.delete('GEMINI_API_KEY')
    const none = await diagnose()
    expect(told(none)).toEqual([
      'secret CLAUDE_OPENROUTER_API_KEY is missing, so claude-integration cannot run',
      'secret GEMINI_API_KEY is missing, so droid-eastern cannot run',
      'secret SISTER_GEMINI_API_KEY is missing, so droid-eastern cannot run',
    ])
  })

  it('tells a repository that is not to be seen, and one without set-up, in plain lines', async () => {
    const bare = await diagnose()
    expect(find(bare, 'problem', `${workflow} is missing`)?.todo).toContain('perpetual init --forge github')
    expect(find(bare, 'problem', 'secret OPENROUTER_API_KEY is missing')).toBeDefined()
    const unknown = await diagnose('ghp_wrong')
    expect(unknown.checks.length).toBe(1)
    expect(unknown.checks[0]?.what).toContain('401')
    const { code, stdout } = await kit.runProcess(['doctor', '--offline'], 'ghp_wrong')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✗ /mu)
  })
})
