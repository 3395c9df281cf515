import { z } from 'zod'
import type { Annotation } from '../domain/model.ts'
import { around, createDraws, fractionOf, hashOf, shuffled } from './draws.ts'
import { findings, gapWords, hosts, pageTitles } from './evidence-words.ts'
import { indicatorInputSchema, queryInputSchema, subjectOf, type QueryInput, type Subject } from './subject.ts'

export const researchInputSchema = z.object({ indicator: indicatorInputSchema, queries: z.array(queryInputSchema).min(1) })

const cardsPerQuery = 3
const pagesPerCall = 5
const findingsPerPage = 4
/** Shares of cards that a gate must stop: an address that was never read, a quote that no page holds. */
const fabricatedShare = 0.02
const misquotedShare = 0.02

interface Page extends Annotation {
  readonly publishedAt: string
  readonly sentences: readonly string[]
}

/** An invented page: some of the brief's sentences and some findings of its own. */
const pageOf = (subject: Subject, seed: string, host: string): Page => {
  const draws = createDraws(`${seed}/${host}`)
  const own = shuffled(findings, `${seed}/${host}`)
    .slice(0, findingsPerPage)
    .map(finding => finding(subject.name, draws))
  const known = draws.pick(subject.sentences)
  const closed = /[.!?]$/.test(known) ? known : `${known}.`
  const sentences = [...own.slice(0, 2), closed, ...own.slice(2)]
  const slug = hashOf(`${seed}/${host}`).toString(36)
  return {
    url: `https://${host}.rehearsal.example/${encodeURIComponent(subject.id)}/${slug}`,
    title: draws.pick(pageTitles).replace('{n}', () => subject.name),
    publishedAt: `${draws.whole(2019, 2025)}-${String(draws.whole(1, 12)).padStart(2, '0')}-${String(draws.whole(1, 28)).padStart(2, '0')}`,
    content: sentences.join(' '),
    sentences,
  }
}

/** The sentence with every third word replaced by its neighbour but one, numbers kept, so that no page holds it. */
const misquote = (sentence: string): string => {
  const words = sentence.split(' ')
  return words
    .map((word, index) =>
      index % 3 === 1 && !/\d/.test(word) ? (words[(index + 5) % words.length] ?? word).replace(/\d+/g, 'some') : word,
    )
    .join(' ')
}

const cardOf = (page: Page, sentence: string, seed: string) => {
  const fate = fractionOf(`${seed}/fate`)
  const fabricated = fate < fabricatedShare
  const misquoted = !fabricated && fate < fabricatedShare + misquotedShare
  return {
    claim: sentence,
    quote: misquoted ? misquote(sentence) : sentence,
    url: fabricated ? `https://unread.rehearsal.example/${hashOf(seed).toString(36)}` : page.url,
    title: page.title,
    published_at: page.publishedAt,
  }
}

const resultOf = (query: QueryInput, pages: readonly [Page, ...Page[]], position: number) => {
  const seed = `${query.query_id}/${query.question}`
  const cards = Array.from({ length: cardsPerQuery }, (_, index) => {
    const turn = position * cardsPerQuery + index
    const page = around(pages, turn)
    const [first = '', ...rest] = page.sentences
    return cardOf(page, around([first, ...rest], hashOf(seed) + index), `${seed}/${index}`)
  })
  const gaps = hashOf(seed) % 5 === 0 ? [around(gapWords, hashOf(seed))] : []
  return { query_id: query.query_id, answered: true, cards, gaps }
}

/** Three cards a query, quoted from five invented pages that the annotations hold. */
export const research = ({ indicator, queries }: z.infer<typeof researchInputSchema>) => {
  const subject = subjectOf(indicator)
  const seed = String(hashOf(`${subject.id}/${queries.map(query => `${query.query_id}/${query.question}`).join('/')}`))
  const [firstHost = hosts[0], ...otherHosts] = shuffled(hosts, seed).slice(0, pagesPerCall)
  const pages: [Page, ...Page[]] = [pageOf(subject, seed, firstHost), ...otherHosts.map(host => pageOf(subject, seed, host))]
  return {
    value: { results: queries.map((query, position) => resultOf(query, pages, position)) },
    annotations: pages.map(({ url, title, content }) => ({ url, title, content })),
  }
}
