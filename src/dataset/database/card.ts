import { escapeMarkdown } from '../markdown.ts'
import type { Counts } from './tally.ts'
import type { Manifest } from './manifest.ts'

/** What a dataset card is written from: a manifest, or numbers like it over what is exported. */
export interface CardInput {
  readonly title: string
  readonly manifest: Pick<Manifest, 'goal' | 'rows' | 'totals'>
  /** As the configuration has them; the licence may be missing still. */
  readonly dataset: { readonly language: string; readonly license: string }
  /** Patterns of the data's files, from the card's folder. */
  readonly dataFiles: string
  /** Where the growth picture lies; undefined where there is none beside it. */
  readonly growth?: string
}

/** Names of shards end in a digit or a letter to `f` (a hash, or a number), those of rejects in `s`: so this takes the one and leaves the other. */
export const shardGlob = '*/*/*[0-9a-f].jsonl'

const shownNames = 15
const grouped = (value: number): string => value.toLocaleString('en-US')
const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)
const sumOf = (counts: Counts): number => Object.values(counts).reduce((sum, each) => sum + each, 0)

/** As Hugging Face groups datasets. */
function sizeCategory(rows: number): string {
  const steps = [1e3, 1e4, 1e5, 1e6, 1e7]
  const names = ['n<1K', '1K<n<10K', '10K<n<100K', '100K<n<1M', '1M<n<10M']
  const index = steps.findIndex(step => rows < step)
  return names[index] ?? 'n>10M'
}

/** JSON is YAML, and leaves nothing for a hostile name to break out of. */
function frontMatter({ title, manifest, dataset, dataFiles }: CardInput): string {
  const lines = [
    ...(dataset.license === '' ? [] : [`license: ${JSON.stringify(dataset.license.toLowerCase())}`]),
    `language:\n- ${JSON.stringify(dataset.language)}`,
    `pretty_name: ${JSON.stringify(title)}`,
    `size_categories:\n- ${JSON.stringify(sizeCategory(manifest.rows))}`,
    'task_categories:\n- question-answering\n- text-generation',
    'tags:\n- synthetic\n- question-answering\n- rag',
    `configs:\n- config_name: default\n  data_files:\n  - split: train\n    path: ${JSON.stringify(dataFiles)}`,
  ]
  return `---\n${lines.join('\n')}\n---\n`
}

function table(heads: readonly [string, string], counts: Counts): string {
  const entries = Object.entries(counts).toSorted(([, a], [, b]) => b - a)
  const all = sumOf(counts)
  if (entries.length === 0) return 'None.\n'
  const rows = entries
    .slice(0, shownNames)
    .map(([name, value]) => `| ${escapeMarkdown(name)} | ${grouped(value)} | ${percent(value, all)} |`)
  const more = entries.length - rows.length
  const rest = more <= 0 ? [] : [`| ${grouped(more)} more | ${grouped(sumOf(Object.fromEntries(entries.slice(shownNames))))} | |`]
  return [`| ${heads[0]} | ${heads[1]} | share |`, '|:--|--:|--:|', ...rows, ...rest, ''].join('\n')
}

/** States in which a person has read a pair, or a sample that it was in. */
const lookedAt = ['sampled', 'checked', 'edited'] as const

function overview({ manifest: { goal, rows, totals }, dataset, growth }: CardInput): string {
  const looked = lookedAt.reduce((sum, state) => sum + (totals.byReview[state] ?? 0), 0)
  const unread = totals.rows - looked
  const lines = [
    `**${grouped(rows)} of ${grouped(goal)} pairs** (${percent(rows, goal)}).`,
    ...(growth === undefined ? [] : ['', `![Growth](${growth})`]),
    '',
    `- Looked at by people: ${grouped(looked)} (${percent(looked, totals.rows)}); merged without being read: ${grouped(unread)}.`,
    `- Licence: ${dataset.license === '' ? 'none is set yet, so nothing may be exported' : escapeMarkdown(dataset.license)}.`,
    `- Quotes found on the cited page: ${grouped(totals.quotes.verified)} of ${grouped(totals.quotes.all)} (${percent(totals.quotes.verified, totals.quotes.all)}).`,
    `- Citations: ${grouped(totals.citations)} to ${grouped(Object.keys(totals.byDomain).length)} domains.`,
    `- Retracted: ${grouped(totals.retracted)}.`,
    `- Made by the embedded provider, so worth nothing: ${grouped(totals.rehearsal)}.`,
    '',
  ]
  return lines.join('\n')
}

const text = `## How it was made

Sessions of language models plan questions, search the web or watch videos, and write answers from the evidence they found. Code
attaches every address and quote: models never write them. Each pair passes local gates (schema, wording, language, citations, quotes,
numbers, hidden instructions, duplicates) and then a judge of another model family, in batches into which wrong pairs are planted.
Deliveries are reviewed as pull requests; before they come into the database they pass the gates again, are compared with every
question there is, and get a grade. Imported pairs (\`origin: imported\`) pass the same gates.

## Limits

- The text is synthetic. That a page says something does not make it true; grades are a model's judgement.
- \`review.state\` says how far a person looked at a pair: \`merged-unread\` means nobody did.
- The numbers above count every row that came in, retracted ones included; \`perpetual database stats\` leaves them out.
- Not financial, legal or tax advice.

## Retraction

Shards are written once. A pair that must go is listed by its \`id\` in \`retractions.jsonl\`; leave those rows out. To have one
taken back, name its handle or id: \`perpetual database retract <handle|id> --because "…"\`. Exports leave retracted pairs out already.
`

/** A dataset card for Hugging Face and for people, with the numbers of a manifest. */
export function renderCard(input: CardInput): string {
  const { totals } = input.manifest
  const sections: readonly (readonly [string, readonly [string, string], Counts])[] = [
    ['Domains with the largest share of citations', ['domain', 'citations'], totals.byDomain],
    ['Models', ['model', 'pairs'], totals.byModel],
    ['Providers', ['provider', 'pairs'], totals.byProvider],
    ['Pipelines', ['pipeline', 'pairs'], totals.byPipeline],
    ['Grades', ['grade', 'pairs'], totals.byGrade],
    ['Licences', ['licence', 'pairs'], totals.byLicense],
    ['Origin', ['origin', 'pairs'], totals.byOrigin],
    ['Review', ['state', 'pairs'], totals.byReview],
    ['Topics', ['topic', 'pairs'], totals.byTopic],
    ['Difficulty', ['difficulty', 'pairs'], totals.byDifficulty],
    ['Not taken in, by the gate that stopped it', ['gate', 'pairs'], totals.rejectedByGate],
  ]
  const tables = sections.map(([title, heads, counts]) => `## ${title}\n\n${table(heads, counts)}`)
  return [frontMatter(input), `# ${escapeMarkdown(input.title)}\n`, overview(input), ...tables, text].join('\n')
}
