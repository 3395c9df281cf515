import { keyNamesOf } from '../config/accounts.ts'
import { accountsOf } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'

/** What goes without this key, as the end of a sentence: a pipeline with another key works on with that one. */
export function withoutKey(
  key: string,
  { accounts, pipelines }: Pick<Config, 'accounts' | 'pipelines'>,
  isThere: (key: string) => boolean,
): string {
  const users = Object.entries(pipelines)
    .filter(([, pipeline]) => pipeline.enabled)
    .map(([name, pipeline]) => ({
      name,
      keys: accountsOf(pipeline)
        .flatMap(each => accounts[each] ?? [])
        .map(keyNamesOf),
    }))
    .filter(({ keys }) => keys.some(each => each.includes(key)))
  const worksOn = Map.groupBy(users, ({ keys }) => keys.some(each => each.every(isThere)))
  const named = (is: boolean): string => (worksOn.get(is) ?? []).map(({ name }) => name).join(' and ')
  const idle = named(false) === '' ? [] : [`${named(false)} cannot run`]
  const fewer = named(true) === '' ? [] : [`${named(true)} works with its other keys alone`]
  return [...idle, ...fewer].join(', and ')
}
