import { oneLine } from '../../domain/one-line.ts'
import { questionTypes } from '../../domain/pair.ts'
import type { DatabaseRow } from './row.ts'

/** The facets that every indicator has, as the prompt of the planning stage names them; models call them what they like. */
export const facets = [
  'concept',
  'computation',
  'parameters',
  'interpretation',
  'signals',
  'limits',
  'combination',
  'comparison',
  'history',
  'market',
] as const
export type Facet = (typeof facets)[number]
export type QuestionType = (typeof questionTypes)[number]

/** What a facet of its own is told by, the more telling words first. */
const words: readonly (readonly [Facet, RegExp])[] = [
  ['history', /histor|origin|invent|evolution|background/],
  ['comparison', /compar|versus|\bvs\b|differ|alternativ|neighbo/],
  ['combination', /combin|confluence|together|complement|with other/],
  ['limits', /limit|pitfall|fail|false|weakness|mistake|regime|caveat|risk|bias|drawback|misuse|error|noise|\blag/],
  ['parameters', /param|setting|length|period|look-?back|time-?frame|tuning|calibrat|threshold|window|smoothing/],
  ['computation', /comput|calcul|formula|construct|data|input|\bmath|method/],
  ['signals', /signal|confirm|\bentr(?:y|ies)|exit|trigger|diverg|crossover|strateg|automat|back-?test|execution|practical/],
  ['interpretation', /interpret|reading|meaning|level|zone|extreme|overbought/],
  ['market', /crypto|market|exchange|on-?chain|venue|halving|funding|bitcoin|altcoin|liquidat|regulat|institution/],
  ['concept', /concept|defin|measure|purpose|overview|basic|principle|rationale/],
]

/** Which facet a model's own words mean; undefined where none of ours is in them. */
export function facetOf(text: string): Facet | undefined {
  const spoken = oneLine(text, 120).toLowerCase()
  return words.find(([, pattern]) => pattern.test(spoken))?.[0]
}

/** Where a facet is none of ours. */
const other = 'other'
const longestFamily = 60
/** Judges add topics of their own after the family's two parts. */
const familyParts = 2

const joined = (parts: readonly string[]): string =>
  oneLine(
    parts
      .map(part => oneLine(part, longestFamily))
      .filter(part => part !== '')
      .slice(0, familyParts)
      .join('/'),
    longestFamily,
  )

/** A family as the grid has it: `technical/trend`, whatever stands after its second part. */
export const gridFamily = (family: string): string => joined(family.split('/'))

const separator = ' / '

/** The cell of the coverage grid that a row is in, `family / facet / type`; undefined for pairs that were not planned by facets. */
export function cellOf({
  topic,
  facet,
  question_type,
}: Pick<DatabaseRow, 'topic' | 'facet' | 'question_type'>): string | undefined {
  const family = joined(topic)
  if (facet === '' || family === '') return undefined
  return [family, facetOf(facet) ?? other, question_type].join(separator)
}

export interface Cell {
  readonly family: string
  /** Null for facets that are none of ours. */
  readonly facet: Facet | null
  readonly type: QuestionType
}

/** Undefined for what is no cell's name. */
export function readCell(key: string): Cell | undefined {
  const parts = key.split(separator)
  const type = questionTypes.find(each => each === parts.at(-1))
  const name = parts.at(-2)
  const facet = facets.find(each => each === name) ?? (name === other ? null : undefined)
  const family = parts.slice(0, -2).join(separator)
  return type === undefined || facet === undefined || family === '' ? undefined : { family, facet, type }
}
