import type { Annotation } from '../domain/model.ts'
import { suppliedNumbers } from './numbers-in-text.ts'

/** Partial ratio, of 100, from which a quote counts as standing in the page. */
export const minMatchScore = 90
/** Characters below which a quote would be found on any page. */
export const minQuoteCharacters = 12

const markdownMarks = /[*_#`]/g
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g

/** What is left of a text for comparing quotes: one case, one kind of quotation mark and dash, single spaces, no Markdown marks. */
export const foldText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(invisible, '')
    .replace(markdownMarks, '')
    .replace(/[‘’‚′]/g, "'")
    .replace(/[“”„″«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()

/** For each character of the pattern, the bits of its positions, 32 to a block. */
const positionBits = (pattern: string, blocks: number): Map<number, Int32Array> => {
  const bits = new Map<number, Int32Array>()
  for (let i = 0; i < pattern.length; i++) {
    const code = pattern.charCodeAt(i)
    const own = bits.get(code) ?? new Int32Array(blocks)
    own[i >>> 5] = (own[i >>> 5] ?? 0) | (1 << (i & 31))
    bits.set(code, own)
  }
  return bits
}

/**
 * The fewest edits that turn `pattern` into some part of `text`: Myers' bit-parallel search (1999) in 32-bit blocks,
 * which looks at every window at once for a 32nd of the work of comparing one by one.
 */
const fewestEdits = (pattern: string, text: string): number => {
  const blocks = Math.ceil(pattern.length / 32)
  const bits = positionBits(pattern, blocks)
  const none = new Int32Array(blocks)
  const up = new Int32Array(blocks).fill(-1)
  const down = new Int32Array(blocks)
  const lastBit = (pattern.length - 1) & 31
  let edits = pattern.length
  let best = edits
  for (let i = 0; i < text.length && best > 0; i++) {
    const equal = bits.get(text.charCodeAt(i)) ?? none
    let carryUp = 0
    let carryDown = 0
    for (let block = 0; block < blocks; block++) {
      const vp = up[block] ?? 0
      const vm = down[block] ?? 0
      const eq = equal[block] ?? 0
      const xv = eq | vm
      const eqIn = eq | carryDown
      const xh = (((eqIn & vp) + vp) ^ vp) | eqIn
      const hp = vm | ~(xh | vp)
      const hm = vp & xh
      if (block === blocks - 1) edits += ((hp >>> lastBit) & 1) - ((hm >>> lastBit) & 1)
      const shiftedUp = (hp << 1) | carryUp
      up[block] = (hm << 1) | carryDown | ~(xv | shiftedUp)
      down[block] = shiftedUp & xv
      carryUp = hp >>> 31
      carryDown = hm >>> 31
    }
    if (edits < best) best = edits
  }
  return best
}

/** How well `quote` stands somewhere in `text`, 0 to 100: 100 × (1 − edits ÷ characters of the quote) at the best place. Both folded before. */
export const partialRatio = (quote: string, text: string): number => {
  if (quote.length === 0) return 0
  if (text.includes(quote)) return 100
  return Math.floor(1000 * (1 - fewestEdits(quote, text) / quote.length)) / 10
}

/** One spelling for addresses of one page: no fragment, no trailing slash, none of the `utm_` parameters that providers add. */
export const canonicalUrl = (url: string): string => {
  const parsed = URL.parse(url)
  if (parsed === null) return url.trim()
  parsed.hash = ''
  for (const name of Array.from(parsed.searchParams.keys())) if (name.startsWith('utm_')) parsed.searchParams.delete(name)
  parsed.pathname = parsed.pathname.replace(/\/+$/, '')
  return parsed.href.replace(/\/$/, '')
}

export interface CardClaim {
  readonly quote: string
  readonly url: string
  readonly annotations: readonly Annotation[]
}

export interface CardCheck {
  readonly verified: boolean
  /** 0 to 100; 0 where the page was not among the annotations. */
  readonly matchScore: number
}

/**
 * Whether the provider says it read this page and the quote stands in it. A changed number is a small edit and a large lie:
 * every number of the quote must stand on the page too.
 */
export const checkCard = ({ quote, url, annotations }: CardClaim): CardCheck => {
  const folded = foldText(quote)
  const address = canonicalUrl(url)
  let matchScore = 0
  let verified = false
  for (const page of annotations) {
    if (canonicalUrl(page.url) !== address) continue
    const score = partialRatio(folded, foldText(page.content))
    matchScore = Math.max(matchScore, score)
    verified ||= score >= minMatchScore && folded.length >= minQuoteCharacters && numbersStandOn(quote, page.content)
  }
  return { verified, matchScore }
}

const numbersStandOn = (quote: string, page: string): boolean => {
  const onPage = suppliedNumbers(page)
  return [...suppliedNumbers(quote)].every(number => onPage.has(number))
}
