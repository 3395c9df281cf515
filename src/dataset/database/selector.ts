import { domainToASCII } from 'node:url'
import { hostOf, isBelow } from '../gate-sources.ts'
import { isPairId } from './retractions.ts'
import type { DatabaseRow } from './row.ts'

/** Which pairs are meant. */
export interface Selector {
  readonly type: 'id' | 'handle' | 'task' | 'domain' | 'model'
  readonly value: string
}

/** A word that names one pair: 16 hex digits are its id, everything else is a handle. */
export const pairSelector = (word: string): Selector =>
  isPairId(word.toLowerCase()) ? { type: 'id', value: word.toLowerCase() } : { type: 'handle', value: word }

/** `https://www.Example.org/page` and `example.org` are the same domain. */
export const domainOf = (text: string): string => {
  const host = hostOf(text)
  return host === ''
    ? domainToASCII(
        text
          .trim()
          .toLowerCase()
          .replace(/^www\./, ''),
      )
    : host
}

/** `macd.17`, an id, `task:…`, `domain:…` or `model:…`. */
export const describeSelector = ({ type, value }: Selector): string =>
  type === 'id' || type === 'handle' ? value : `${type}:${value}`

/** Whether a row cites a page on a domain or below it. */
export const cites = (row: Pick<DatabaseRow, 'citations'>, domain: string): boolean =>
  row.citations.some(({ url }) => isBelow(hostOf(url), domain))

/** Whether a model was asked for or answered. */
export const isByModel = ({ generation }: Pick<DatabaseRow, 'generation'>, model: string): boolean =>
  generation.model_served === model || generation.model_requested === model

/** A domain takes its subdomains with it, a model both those asked for and those that served. */
export function matches({ type, value }: Selector, row: DatabaseRow): boolean {
  if (type === 'id') return row.id === value
  if (type === 'handle') return row.handle === value
  if (type === 'task') return row.generation.task === value
  return type === 'domain' ? cites(row, value) : isByModel(row, value)
}
