import { accountsOf } from '../config/pipelines.ts'
import type { Config } from '../config/schema.ts'

/** What goes without this key, as the end of a sentence: a pipeline with another key works on with that one. */
export function withoutKey(
  key: string,
  { accounts, pipelines }: Pick<Config, 'accounts' | 'pipelines'>,
  isThere: (key: string) => boolean,
): string {
  const keysFor = (names: readonly string[]) => names.map(name => accounts[name]?.key)
  const users = Object.entries(pipelines)
    .filter(([, pipeline]) => pipeline.enabled)
    .map(([name, pipeline]) => ({ name, keys: keysFor(accountsOf(pipeline)) }))
    .filter(({ keys }) => keys.includes(key))
  const worksOn = Map.groupBy(users, ({ keys }) => keys.some(each => each === null || (each !== undefined && isThere(each))))
  const named = (is: boolean): string => (worksOn.get(is) ?? []).map(({ name }) => name).join(' and ')
  const idle = named(false) === '' ? [] : [`${named(false)} cannot run`]
  const fewer = named(true) === '' ? [] : [`${named(true)} works with its other keys alone`]
  return [...idle, ...fewer].join(', and ')
}
