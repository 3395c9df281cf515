import type { Candidate, EvidenceCard } from './candidate.ts'

/** Words; twice the 40 that research is asked for, past which a quote is a copy. */
export const mostQuoteWords = 80

/** Services that hide where a link goes. */
const shorteners = [
  'bit.ly',
  'buff.ly',
  'cutt.ly',
  'goo.gl',
  'is.gd',
  'lnkd.in',
  'ow.ly',
  'rb.gy',
  'rebrand.ly',
  's.id',
  'shorturl.at',
  't.co',
  't.ly',
  'tiny.cc',
  'tinyurl.com',
  'v.gd',
]

/** Whether a host is a domain or one below it. */
export const isBelow = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`)

/** The host of an address without `www.`, in punycode; an empty string where it is none. */
export const hostOf = (url: string): string =>
  URL.parse(url)
    ?.hostname.replace(/^www\./, '')
    .replace(/\.+$/, '') ?? ''

/** A reason where an address must not be cited, whatever stands there. */
export const addressReason = (url: string, deny: readonly string[]): string | undefined => {
  const parsed = URL.parse(url)
  if (parsed === null || parsed.protocol !== 'https:') return 'A cited address is not https.'
  if (parsed.username !== '' || parsed.password !== '') return 'A cited address carries a user name.'
  const host = hostOf(url)
  if (!host.includes('.') || /^[\d.]+$/.test(host) || host.startsWith('[')) return 'A cited address names no public domain.'
  if (shorteners.some(domain => isBelow(host, domain))) return `A cited address hides behind a link shortener (${host}).`
  if (deny.some(domain => isBelow(host, domain.toLowerCase().replace(/^(?:\*?\.)?(?:www\.(?=.*\.))?/, ''))))
    return `The domain ${host} is denied by the configuration.`
  return undefined
}

/** A reason where the pair cites nothing, something it must not, or only evidence that could not be verified. */
export const citationReason = ({ cards }: Candidate, deny: readonly string[]): string | undefined => {
  if (cards.length === 0) return 'It cites no evidence.'
  for (const card of cards) {
    const reason = addressReason(card.url, deny)
    if (reason !== undefined) return reason
  }
  return cards.some(card => card.verified) ? undefined : 'None of its evidence could be verified.'
}

/** A reason where a quote is empty or a copy of the page. */
export const quoteReason = ({ cards }: Candidate): string | undefined => {
  if (cards.some(card => card.quote.trim() === '')) return 'A cited quote is empty.'
  const long = cards.map(card => card.quote.trim().split(/\s+/).length).find(words => words > mostQuoteWords)
  return long === undefined ? undefined : `A cited quote has ${long} words, ${mostQuoteWords} are the most.`
}

/** `unverified-quote` and `punycode`, where they apply. */
export const sourceFlags = (cards: readonly EvidenceCard[]): string[] => [
  ...(cards.some(card => !card.verified) ? ['unverified-quote'] : []),
  ...(cards.some(card =>
    hostOf(card.url)
      .split('.')
      .some(label => label.startsWith('xn--')),
  )
    ? ['punycode']
    : []),
]
