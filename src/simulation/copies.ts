import { accountsOf, type PipelineSettings } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'
import type { PipelineYield } from './model.ts'

/** Pipelines with what they bring and how many tasks wait for them. */
export interface Working {
  readonly config: Config
  readonly yields: Readonly<Record<string, PipelineYield>>
  readonly queue: Readonly<Record<string, number>>
}

/** Names are at most 40 characters long. */
const nameOf = (name: string, copy: number): string => (copy === 0 ? name : `${name.slice(0, 34)}-${copy + 1}`)

const withAccounts = (settings: PipelineSettings, copy: number): PipelineSettings =>
  settings.kind === 'batch'
    ? { ...settings, accounts: settings.accounts.map(account => nameOf(account, copy)) }
    : { ...settings, account: nameOf(settings.account, copy) }

/**
 * So many producing pipelines: the enabled ones of the configuration in turn, each copy with accounts of its own. What takes deliveries
 * into the database stays as it is, and runs after all of them.
 */
export function withCopies({ config, yields, queue }: Working, count: number): Working {
  const all = Object.entries(config.pipelines)
  const isProducing = (name: string): boolean => Object.hasOwn(yields, name) && yields[name]?.type !== 'integration'
  const producing = all.filter(([name, { enabled }]) => enabled && isProducing(name))
  const accounts = new Map(Object.entries(config.accounts))
  const copies = Array.from({ length: producing.length === 0 ? 0 : count }, (_, index) => {
    const [name = '', settings] = producing[index % producing.length] ?? []
    const copy = Math.floor(index / producing.length)
    return { name, settings, copy, own: nameOf(name, copy) }
  })
  const pipelines = new Map<string, PipelineSettings>()
  for (const { settings, copy, own } of copies) {
    if (settings === undefined) continue
    for (const account of accountsOf(settings)) {
      const original = config.accounts[account]
      if (original !== undefined) accounts.set(nameOf(account, copy), original)
    }
    pipelines.set(own, withAccounts(settings, copy))
  }
  const made = [...pipelines.keys()]
  for (const [name, settings] of all.filter(([other]) => !isProducing(other))) {
    const waitsFor = settings.schedule.after.length === 0 ? [] : made
    pipelines.set(name, { ...settings, schedule: { ...settings.schedule, after: waitsFor } })
  }
  const ofOriginal = <Value>(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> => ({
    ...values,
    ...Object.fromEntries(
      copies.flatMap(({ name, own }) => {
        const value = values[name]
        return value === undefined ? [] : [[own, value] as const]
      }),
    ),
  })
  return {
    config: { ...config, accounts: Object.fromEntries(accounts), pipelines: Object.fromEntries(pipelines) },
    yields: ofOriginal(yields),
    queue: ofOriginal(queue),
  }
}
