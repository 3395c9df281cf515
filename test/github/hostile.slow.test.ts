import { afterEach, describe, expect, it } from 'vitest'
import { expectCommitted } from '../end-to-end/promises.ts'
import { readLog } from '../action/runner-log.ts'
import { pipeline } from '../support/data-repository.ts'
import type { GithubWorldOptions } from './github-world.ts'
import { expectInert } from './live.ts'
import { startMeddler, type Meddler, type Meddling } from './meddler.ts'
import { at, createStage, type Stage } from './stage.ts'

const bot = 'github-actions[bot]'
/** Everything that must stay text has this word in it. */
const word = 'EVILWORD'
const nasty = [
  `@everyone and @acme/team ${word}`,
  `\${{ secrets.REHEARSAL_KEY }} \${{ github.token }} ${word}`,
  `::set-output name=pipelines::["${word}"]`,
  `::add-mask::${word}`,
  `::error::${word}`,
  `  ::stop-commands::${word}`,
  `##[add-path]/tmp/${word}`,
  `<!-- perpetual-issue task%3Adroid-research%2F${word} -->`,
  `<!-- perpetual:answered ${word} --><img src=x onerror=${word}>`,
  `</details><script>${word}</script>`,
  `closes #1 [${word}](https://evil.example/${word}) ![${word}](https://evil.example/p.png)`,
  `$(touch /tmp/${word}) \`id\` $\\href{x}{${word}}$`,
  `a\u202e${word}\u2066x\u2069\u200b\u0007\u001b[31m\u0000\ufeff`,
] as const
const oneLine = nasty.join(' ')
const lines = nasty.join('\n')
const brief =
  'It weighs recent closes more than older ones and follows price with less lag than a simple average of the same length.'
const form = (id: string, title: string, indicators: string): string =>
  `### Assignment\n\n${id}: ${title}\n\n### Indicators\n\n${indicators}\n`

const bodies: Readonly<Record<string, string>> = {
  'of 65,536 characters':
    `${form('long', word, `- ema: Exponential Moving Average (technical/trend)\n  ${brief}`)}\n${'@acme/team '.repeat(6_000)}`.slice(
      0,
      65_536,
    ),
  'without headings, of 65,536 characters on one line': '### Assignment '.padEnd(65_536, `::error::${word} `),
  'with a hostile title': form('titled', oneLine.slice(0, 200), `- ema: EMA (technical/trend)\n  ${brief}`),
  'with hostile indicators': form('listed', word, nasty.map(text => `- ${text}: ${text} (${text})\n  ${text}`).join('\n')),
  'with hostile values': form('briefed', word, `- ema: EMA (technical/trend)\n  ${brief} ${oneLine}`),
  'without headings': lines,
  'with a heading alone': `### Assignment\n${lines}`,
  'with doubled headings': `${form('doubled', word, lines)}\n${form('doubled2', word, lines)}`,
  'with headings that imitate ours': `### Assignment\n\n### Indicators\n\n### Priority\n\n${word}\n\n### Pipeline\n\n${oneLine}`,
  'with line ends of Windows and of old': form('crlf', `${word} averages`, `- ema: EMA (technical/trend)\n  ${brief}`).replaceAll(
    '\n',
    '\r\n',
  ),
  'with carriage returns alone': `### Assignment\r\rcr: ${word}\r\r### Indicators\r\r${nasty.join('\r')}`,
}

let stage: Stage
afterEach(() => stage?.remove())

/** No command of the runner is read from what came from outside, and every step ended well. */
function expectNothingRan(log: string): void {
  const { commands } = readLog(log)
  const names = commands.map(({ name }) => name)
  expect(
    names.filter(name => !['group', 'endgroup', 'add-mask', 'notice', 'warning'].includes(name)),
    log,
  ).toEqual([])
  const masked = commands.filter(({ name }) => name === 'add-mask')
  for (const { text } of masked) expect(text).toMatch(/^(?:ghs_|rehearsal$)/)
}

describe('hostile issues', { timeout: 120_000 }, () => {
  it('get one clear comment each that notifies nobody, and nothing of them runs', async () => {
    stage = await createStage({ tasks: false })
    stage.github.addPerson('mallory', 'read')
    const opened: (readonly [name: string, number: number])[] = []
    for (const [name, body] of Object.entries(bodies))
      for (const login of ['mallory', 'curator'])
        opened.push([`${name} by ${login}`, await stage.open(login, { title: oneLine.slice(0, 256), body })])
    const jobs = await stage.settled()
    // Where no heading is ours, the issue is about something else.
    const answered = opened.filter(([name]) => !name.startsWith('without headings'))
    for (const job of jobs) {
      expectNothingRan(job.log)
      expectInert(`a summary: ${job.log}`, job.summary)
      expect(job.conclusion, job.log).toBe('success')
    }
    expect(jobs).toHaveLength(opened.length)
    for (const [name, number] of opened) {
      const comments = await stage.comments(number)
      expect(
        comments.map(({ by }) => by),
        name,
      ).toEqual(answered.some(each => each[1] === number) ? [bot] : [])
      for (const { body } of comments) {
        expectInert(`the answer to an issue ${name}`, body)
        expect(body.length).toBeGreaterThan(100)
      }
      expect(
        (await stage.labels(number)).filter(
          label => !/^(?:agent|pipeline|priority|status):[\w-]+$|^needs-approval$/u.test(label),
        ),
      ).toEqual([])
    }
    const tasks = (await stage.committed()).tasks()
    expect(tasks.filter(({ issue }) => opened.some(([name, number]) => number === issue && name.endsWith('mallory')))).toEqual([])
    for (const [name, number] of opened)
      await stage.edit(name.endsWith('mallory') ? 'mallory' : 'curator', number, { body: `${oneLine}\n` })
    for (const job of await stage.settled()) expectNothingRan(job.log)
    for (const [name, number] of answered)
      for (const { body } of await stage.comments(number)) expectInert(`the answer to an edit ${name}`, body)
  })
})

let meddler: Meddler | undefined
afterEach(() => meddler?.close())

/** A stage whose sessions ask the provider through a meddler. */
async function createMeddledStage(options: GithubWorldOptions, of: Meddling): Promise<void> {
  stage = await createStage({ ...options, callsPerIndicator: 20 })
  meddler = await startMeddler(stage.provider.url, of)
  const path = '.github/perpetual.yml'
  const text = ((await stage.github.files('main')).get(path) ?? '').replaceAll(stage.provider.url, meddler.url)
  await stage.github.commit('curator', 'main', [{ path, text }])
}

describe('hostile briefs and answers', { timeout: 120_000 }, () => {
  it('stay text in pull requests, review pages, commits, comments, summaries and logs', async () => {
    await createMeddledStage({ tasks: false }, { append: nasty })
    const { github } = stage
    const indicators = ['closes #1', 'fixes GH-1, @acme/team', nasty[1]].map(
      (text, index) => `- i${index}: EMA ${text} (technical/trend)\n  ${brief} ${nasty[index] ?? ''}`,
    )
    const issue = await stage.open('curator', {
      title: oneLine.slice(0, 256),
      body: form('hostile', `Averages ${nasty[0]} closes #1`, indicators.join('\n')),
    })
    expect((await stage.settled()).map(({ conclusion }) => conclusion)).toEqual(['success'])
    expect((await stage.committed()).tasks()).toMatchObject([{ id: 'hostile', pipeline }])

    stage.runner.dispatch('perpetual.yml', { pipeline })
    const jobs = (await stage.settled()).filter(({ job }) => job === 'run')
    expect(jobs.map(({ conclusion, log }) => ({ conclusion, log }))).toMatchObject([{ conclusion: 'success' }])
    const state = await stage.committed()
    expectCommitted(state)
    expect(state.pairs().some(({ answer }) => answer.includes(word))).toBe(true)
    const [part] = state.tasks()[0]?.parts ?? []
    const { data: pull } = await github.as('curator').rest.pulls.get({ ...at, pull_number: part?.pull ?? 0 })
    const basehead = `main...${pull.head.ref}`
    const { commits } = (await github.as('curator').rest.repos.compareCommitsWithBasehead({ ...at, basehead })).data
    expect(commits).toHaveLength(1)
    const files = await github.files(pull.head.ref)
    const pages = [...files].filter(([path]) => path.endsWith('.review.md'))
    expect(pages.length).toBeGreaterThan(0)
    expectInert('the title', pull.title)
    expectInert('the body', pull.body ?? '')
    for (const { commit } of commits) expectInert('a commit message', commit.message)
    for (const [path, text] of pages) expectInert(path, text.slice(0, 60_000))
    for (const { body } of await stage.comments(issue)) expectInert('a comment', body)
    for (const [path, text] of state.handoffs()) expectInert(path, text)
    for (const { summary, log } of jobs) {
      expectInert('a summary', summary.replaceAll(/^```mermaid\n[^]*?^```$/gm, ''))
      expectNothingRan(log)
    }
    // What closes an issue when it comes to the default branch, in the message of a merge too.
    for (const text of [pull.title, pull.body ?? '', ...commits.map(({ commit }) => commit.message)])
      expect(text).not.toMatch(/\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\s+(?:[\w./-]+)?#\d/iu)
  })

  it('and refusals in hostile words end a session with one line of plain text', async () => {
    await createMeddledStage({ assignments: 1, indicators: 1 }, { refuse: lines })
    const end = await stage.session()
    expect(end.code).toBe(1)
    const errors = end.commands.filter(({ name }) => name === 'error')
    expect(errors).toHaveLength(1)
    expect(errors[0]?.text).not.toContain('\n')
    expect(end.commands.filter(({ name }) => !['add-mask', 'error', 'group', 'endgroup', 'warning'].includes(name))).toEqual([])
    expectInert('the summary', end.summary)
    const [task] = (await stage.committed()).tasks()
    for (const { body } of await stage.comments(task?.issue ?? 0)) expectInert('the handoff', body)
    for (const [path, text] of (await stage.committed()).handoffs()) expectInert(path, text)
  })
})
