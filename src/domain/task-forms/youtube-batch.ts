import { createFormReader, readLimited, renderText } from './form-reader.ts'
import { readTitle, renderTitle } from './task-title.ts'

/** Videos to make pairs of, the second of the video as evidence. */
export interface YoutubeBatch {
  readonly task: string
  readonly title: string
  /** `https://www.youtube.com/watch?v=…`, each once. */
  readonly videos: readonly string[]
  /** What the pairs should be about; empty where anything that the videos tell will do. */
  readonly questions: string
}

export type ParsedBatch =
  | { readonly type: 'batch'; readonly batch: YoutubeBatch }
  | { readonly type: 'invalid'; readonly problems: readonly string[] }

export const mostVideos = 50
export const longestQuestions = 4000
/** No address of a video is longer, whatever parameters it carries; longer lines are not looked at. */
const longestAddress = 500

const hosts = new Set(['youtube.com', 'www.youtube.com', 'm.youtube.com', 'music.youtube.com'])

/** The id of one video in any of the addresses that YouTube gives it; undefined for a channel, a playlist and everything else. */
function videoIdOf(address: string): string | undefined {
  const url = address.length > longestAddress ? null : URL.parse(/^https?:\/\//i.test(address) ? address : `https://${address}`)
  if (url === null || url.username !== '' || url.password !== '' || url.port !== '') return undefined
  const [, first = '', second = ''] = url.pathname.split('/')
  const isPlayer = first === 'shorts' || first === 'live' || first === 'embed'
  const inPlayer = isPlayer ? second : first === 'watch' ? (url.searchParams.get('v') ?? '') : ''
  const id = url.hostname === 'youtu.be' ? first : hosts.has(url.hostname) ? inPlayer : ''
  return /^[\w-]{11}$/.test(id) ? id : undefined
}

/** A video in the one way in which tasks write it; undefined where the address is not one video's. */
export function videoAddress(address: string): string | undefined {
  const id = videoIdOf(address)
  return id === undefined ? undefined : `https://www.youtube.com/watch?v=${id}`
}

/** One address a line, with or without a bullet or angle brackets. */
function readVideos(value: string, problems: string[]): readonly string[] {
  const lines = value
    .split('\n')
    .map(line => line.trim().replace(/^(?:[-*]|\d{1,3}[.)])\s/, ''))
    .map(line => line.trim().replace(/^<([^<>]*)>$/, '$1'))
    .filter(line => line !== '')
  const videos = new Set<string>()
  // What is beyond that many is a mistake as a whole, and not looked at.
  for (const line of lines.slice(0, mostVideos)) {
    const video = videoAddress(line)
    if (video === undefined)
      problems.push(
        `“${line.slice(0, 80)}” is not the address of one YouTube video, such as \`https://www.youtube.com/watch?v=dQw4w9WgXcQ\`.`,
      )
    else if (videos.has(video)) problems.push(`The video ${videoIdOf(video)} is there twice.`)
    else videos.add(video)
  }
  if (lines.length > mostVideos) problems.push(`“Videos” names ${lines.length}; at most ${mostVideos} fit into one task.`)
  return [...videos]
}

export const renderBatchBody = ({ task, title, videos, questions }: YoutubeBatch): string =>
  [
    `### Batch\n\n${renderTitle({ task, title })}\n\n### Videos\n\n${videos.join('\n')}\n`,
    ...(questions === '' ? [] : [`### Questions\n\n${renderText(questions)}\n`]),
  ].join('\n')

/** Reads an issue's body, whoever wrote it; never throws. */
export function parseBatchBody(body: string): ParsedBatch {
  const { problems, required, optional } = createFormReader(body)
  const [heading, list, text] = [required('Batch'), required('Videos'), optional('Questions')]
  const named = heading === undefined ? undefined : readTitle(heading, 'Batch', problems)
  const videos = list === undefined ? [] : readVideos(list, problems)
  const questions = readLimited(text, { heading: 'Questions', most: longestQuestions }, problems)
  return problems.length > 0 || named === undefined
    ? { type: 'invalid', problems }
    : { type: 'batch', batch: { ...named, videos, questions } }
}
