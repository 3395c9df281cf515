import { Document, isMap, isScalar, isSeq, type YAMLMap } from 'yaml'
import { defaults } from './defaults.ts'

/** What stands above a key of the written file; paths as in the file, `.`-joined. */
const comments: Readonly<Record<string, string>> = {
  goal: 'How many pairs the database is to hold in the end.',
  warnAt: 'Share of a budget from which on status and reports warn.',
  dataset:
    'What the pairs are for. `use` is rag, training or both; an export asks for a licence. `rehearsal: true` lets pairs of\nthe embedded provider into the database: only for trying things out. `use` is a note for people: nothing depends on it yet.',
  sources:
    'Domains never to cite, how many domains must agree on a number, and the largest share of an\nindicator’s citations of one domain before its pairs are flagged.',
  github:
    'On GitHub: `draft: true` opens parts as drafts, which ask nobody until a person marks them ready; `reviewers` are logins\nthat are asked; `handoffs: { discussionCategory: General }` puts handoffs into discussions instead of comments.',
  reviews:
    'Reviewers are a resource too: with more than `maxWaiting` parts waiting nothing new is begun. A part that waits longer than\n`alertAfter` is told in an alert; after `knownFor` its questions count as known no more.',
  plan: '`heartbeat`: how long nothing may happen before an alert. With fewer than `proposeBelow` tasks waiting, a pipeline gets\nproposals for new ones, at most `maxProposals` at a time; they wait for the label `approved`.',
  accounts:
    'Whom requests go to, and what they may cost. `key` is the NAME of an environment variable or secret, never the key itself.\nWork stops at budget × threshold; the limits hold for the key, whatever pipelines use it.\n`usd` holds too: a day that would cost more ends earlier. A model without prices has an unknown price.\n`search: { url, key }` gives a server that cannot search the web (Ollama, your own) a search that it is asked with.',
  'accounts.openrouter.requestsPerMinute':
    'OpenRouter lets models whose name ends in `:free` take 20 a minute; paid ones may be faster (null: no limit).',
  'accounts.openrouter.prices':
    "US dollars a million tokens. These were OpenRouter's list prices in spring 2026: compare https://openrouter.ai/models.\nWeb search costs extra, also with free models: $4 per 1,000 results, so at most $0.02 a request of 5 results.",
  'accounts.zai': 'The general API: the one of the coding plan is for coding tools only.',
  'accounts.gemini': 'Two keys, one queue: see `accounts` of the batch pipeline; a job goes to the one with the fewest.',
  'accounts.claude': 'Through OpenRouter, with a key of its own: limits belong to a key.',
  pipelines:
    'Who works on what. `every`: spans of the day of which each may see one session begin; `cooldown`: how long it rests after one;\n`after`: pipelines whose sessions are let end first. `share`: its part of the goal against the others; of those with one account\nwhat is most behind begins first. `enabled: false` stops one. Kind implementation is not run by this version.\nModels come and go: `perpetual doctor` says whether yours still exist.',
  'pipelines.droid-research.model':
    'A cheap model that calls tools and keeps to a JSON schema; the judge is of another family on purpose.',
  'pipelines.droid-research.research':
    'Calls an indicator, how they are split over the stages (another number scales the split), accepted pairs to aim at.',
  'pipelines.zai-implementation.limits': 'A session may take 8 h, over as many jobs as it needs.',
  'pipelines.droid-eastern.limits':
    'Batch jobs alive at once over all accounts, whoever made them with the same keys: at most budget × threshold.',
  'pipelines.droid-eastern.batch':
    'Pairs asked of a video, videos a job. `attempts`: batch jobs that a video may go through; `inlineBytes`: a larger job goes through a file.',
  'pipelines.claude-integration.limits': 'Tokens of one session.',
  'pipelines.claude-integration.integration':
    'Pairs a judge sees at once. `merge`: whether a database part is merged by itself when every check holds: always, never, or auto\n(on a repository on a disk yes, on GitHub no). `judgeImports: true` judges imported pairs too, which costs tokens.',
}

const header = ` Perpetual's configuration. Everything here is a default: what is left out stays as it is.
 No key belongs into this file. \`perpetual doctor\` checks it and says what is missing.`

/** Maps of plain values that fit on one line stand on one line, as a person would write them. */
const isShort = (map: YAMLMap): boolean =>
  map.items.every(({ value }) => !isMap(value) && (!isSeq(value) || value.items.length === 0)) &&
  JSON.stringify(map.toJSON()).length <= 110

const commentLines = (text: string): string => text.replaceAll(/^/gm, ' ')

function lay(node: unknown, path: readonly string[]): void {
  if (isSeq(node)) node.flow = true
  if (!isMap(node)) return
  node.flow = path.length > 2 && isShort(node)
  for (const { key, value } of node.items) {
    if (!isScalar(key)) continue
    const inner = [...path, String(key.value)]
    const comment = comments[inner.join('.')]
    if (comment !== undefined) key.commentBefore = commentLines(comment)
    if (inner.length === 1) key.spaceBefore = true
    lay(value, inner)
  }
}

/** The whole default configuration as commented YAML; loading it brings exactly the defaults. */
export function renderTemplate(): string {
  const document = new Document(defaults, { aliasDuplicateObjects: false })
  document.commentBefore = header
  lay(document.contents, [])
  return document.toString({ lineWidth: 0 })
}
