import type { Command } from 'commander'
import { z } from 'zod'
import type { Config } from '../../config/schema.ts'
import { retract, type Retracted } from '../../database/retract.ts'
import { domainOf, pairSelector, type Selector } from '../../dataset/database/selector.ts'
import { PerpetualError } from '../../domain/errors.ts'
import { oneLine } from '../../domain/one-line.ts'
import type { Forge } from '../../forge/forge.ts'
import type { Finish, Invocation, Start } from '../command.ts'
import { withProject } from '../with-project.ts'

const optionsSchema = z.object({
  task: z.string().optional(),
  domain: z.string().optional(),
  model: z.string().optional(),
  because: z.string().default(''),
})
type Options = z.infer<typeof optionsSchema>

const help = `
Goes through a pull request; an open one is extended. Once it is merged, build, search, stats, export and the
comparison with duplicates leave the pairs out. The rows stay in their shards and in git's history. To erase them too:
  git filter-repo --blob-callback '
    if b"ID" in blob.data: blob.data = b"".join(l for l in blob.data.splitlines(True) if b"\\"id\\":\\"ID\\"" not in l)'
  git rm database/manifest.json && git commit -m "Count anew" && git push --force --all
with the pair's id for ID, on a fresh clone; the next integration writes the manifest anew. Its delivery in inbox/ and
the branches perpetual/* have its text too: --path and --invert-paths remove them.

Examples:
  perpetual database retract macd.17 --because "the formula is wrong"
  perpetual database retract --domain example.com --because "its owner asked"`

const refuse = (message: string): PerpetualError => new PerpetualError(message, { actBy: 'fix-config' })

function selectorOf(pair: string | undefined, { task, domain, model }: Options): Selector {
  const named: readonly (Selector | undefined)[] = [
    pair === undefined ? undefined : pairSelector(pair.trim()),
    task === undefined ? undefined : { type: 'task', value: task },
    domain === undefined ? undefined : { type: 'domain', value: domainOf(domain) },
    model === undefined ? undefined : { type: 'model', value: model },
  ]
  const [selector, ...more] = named.filter(each => each !== undefined)
  if (selector === undefined || more.length > 0)
    throw refuse(
      'Expected one of a handle, an id, `--task`, `--domain` and `--model`, got ' + (selector === undefined ? 'none' : 'several'),
    )
  if (selector.value === '') throw refuse('Expected a name of what to retract, got an empty one')
  return selector
}

/** `auto` merges where nobody else reviews. */
function mergesAtOnce({ pipelines }: Config, forge: Forge): boolean {
  const integration = Object.values(pipelines).find(pipeline => pipeline.kind === 'integration')
  const policy = integration?.kind === 'integration' ? integration.integration.merge : 'auto'
  return policy === 'always' || (policy === 'auto' && forge.kind === 'local')
}

function describe({ ids, already, pull, left }: Retracted): string {
  const before = already > 0 ? ` ${already} ${already === 1 ? 'was' : 'were'} retracted before.` : ''
  if (ids.length === 0 && (pull === null || pull.state === 'merged')) return `Nothing to do.${before}`
  const pairs = `${ids.length} ${ids.length === 1 ? 'pair' : 'pairs'}`
  if (pull === null || pull.state === 'merged') return `${pairs} retracted.${before}`
  const waits = `#${pull.number} waits to be merged (${pull.url})${left === null ? '' : `: ${left}`}.`
  return ids.length === 0 ? `Nothing to add, ${waits}` : `${pairs} to retract, ${waits}${before}`
}

const retractPairs = async (invocation: Invocation, pair: string | undefined, options: Options): Promise<Finish> => {
  const selector = selectorOf(pair, options)
  const because = oneLine(options.because, 300)
  if (because === '') throw refuse('Expected a reason, `--because "…"`, which is kept with the retraction, got none')
  return withProject(invocation, async ({ forge, clock, config }) => {
    const { output } = invocation
    let progress: ReturnType<typeof output.progress> | undefined
    const done = await retract({
      forge,
      clock,
      selector,
      because,
      merge: mergesAtOnce(config, forge),
      signal: invocation.interruptible(),
      onShard: (shards, all) => {
        progress ??= output.progress({ label: 'Looking', total: all, unit: 'shards' })
        progress.update(shards)
      },
    }).finally(() => output.close())
    output.result(describe(done))
    return { json: done }
  })
}

export function define(command: Command, start: Start): void {
  command
    .addHelpText('after', help)
    .argument('[pair]', 'a handle such as macd.17, or an id of 16 hexadecimal digits')
    .option('--task <task>', 'all pairs of a task')
    .option('--domain <domain>', 'all pairs that cite a domain or one below it')
    .option('--model <model>', 'all pairs that a model wrote')
    .option('--because <reason>', 'kept with the retraction')
    .action((pair: string | undefined) =>
      start(command, invocation => retractPairs(invocation, pair, optionsSchema.parse(command.opts()))),
    )
}
