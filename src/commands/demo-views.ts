import { unescapeMarkdown } from '../dataset/markdown.ts'
import type { Status } from '../report/status.ts'
import type { RunResult } from '../session/result.ts'
import type { ReviewPage } from '../session/review-book.ts'
import type { Colours } from './output.ts'

/** Lines of a review page that the demo shows; a reviewer reads the whole of it. */
const shownLines = 34

/** The beginning of the first review page and the handle of the pair that stands first in it: flagged or scored lowest. */
export function renderPart(page: ReviewPage, colours: Colours): { readonly text: string; readonly lowest: string } | undefined {
  const first = page.pages[0]
  if (first === undefined) return undefined
  const text = unescapeMarkdown(first.text)
  const lowest = /\bPair ([a-z0-9][a-z0-9-]*\.\d+)\b/u.exec(text)?.[1]
  if (lowest === undefined) return undefined
  const lines = text.split('\n').slice(0, shownLines)
  const shown = lines.map(line => `  ${colours.dim('│')} ${line.slice(0, 110)}`)
  return {
    lowest,
    text: [`\n#${page.number} ${page.title}`, colours.dim(`  ${first.path}`), ...shown, colours.dim('  │ …'), ''].join('\n'),
  }
}

/** How to be rid of the demo; quoted, because a folder's name may hold anything. */
export const removal = (folder: string): string =>
  `Remove this demo with: rm -r ${/[^\w./-]/u.test(folder) ? `'${folder.replaceAll("'", String.raw`'\''`)}'` : folder}`

export interface DemoEnd {
  readonly folder: string
  readonly sessions: readonly RunResult[]
  readonly reviewed: { readonly kept: number; readonly rejected: readonly string[] }
  readonly pairs: Status['pairs']
}

/** The last screen: what was made, where it lies, what it cost, and how to do the same with a real key. */
export function renderDemoEnd({ folder, sessions, reviewed, pairs }: DemoEnd, { bold, green, dim }: Colours): string {
  const sum = (count: (result: RunResult) => number): number => sessions.reduce((total, each) => total + count(each), 0)
  const [usd, sends, tokens] = [sum(({ spent }) => spent.usd), sum(({ spent }) => spent.sends), sum(({ spent }) => spent.tokens)]
  const handoff = sessions[0]?.handoff ?? ''
  return [
    '',
    green(
      bold(
        `Done: ${reviewed.kept} question-and-answer pairs on main, ${reviewed.rejected.length} rejected; ${pairs.database} of them in the database.`,
      ),
    ),
    '',
    `  ${bold('Where')}    ${folder}`,
    '           inbox/<agent>/<task>/   the pairs, their review pages and where they come from',
    '           database/               what was integrated, with its card: database/README.md',
    `           git show perpetual/state:${handoff}`,
    `  ${bold('Cost')}     nothing. The embedded provider's price list says $${usd.toFixed(2)} for ${sends.toLocaleString('en')} calls and ${tokens.toLocaleString('en')} tokens;`,
    '           a real day is bounded by the budgets in .github/perpetual.yml: by default 850 of 1,000 calls and $2 for research alone.',
    `  ${bold('Note')}     these pairs are a rehearsal and say so; they are no research.`,
    '',
    bold('Look around in it:'),
    '',
    `  npm run perpetual -- report --no-write --repo ${folder}`,
    `  npm run perpetual -- database stats --repo ${folder}`,
    `  npm run perpetual -- database search average --repo ${folder}`,
    `  npm run perpetual -- database verify --repo ${folder}`,
    '',
    bold('The same with a real key, in a repository of yours:'),
    '',
    '  npm run perpetual -- init --repo ../my-dataset',
    '  export OPENROUTER_API_KEY=…',
    '  npm run perpetual -- doctor --repo ../my-dataset',
    '  npm run perpetual -- tasks import --repo ../my-dataset',
    '  npm run perpetual -- run droid-research --repo ../my-dataset',
    '  npm run perpetual -- review list --repo ../my-dataset',
    '  npm run perpetual -- up --repo ../my-dataset         everything by itself, until Ctrl-C',
    '',
    dim(removal(folder)),
  ].join('\n')
}
