import { sha256 } from './pair-id.ts'

/** The family of every unit that is a video; its citations name a second instead of a page. */
export const videoFamily = 'video'

const address = 'https://www.youtube.com/watch?v='
const momentPattern = /^https:\/\/www\.youtube\.com\/watch\?v=([\w-]{11})&t=(0|[1-9]\d{0,8})s$/
const videoPattern = /^https:\/\/www\.youtube\.com\/watch\?v=([\w-]{11})$/

/** The id in the one way in which tasks write a video's address; undefined for any other text. */
export const videoIdIn = (url: string): string | undefined => videoPattern.exec(url)?.[1]

/** The address of a second of a video; one that is no whole number from 0 makes an address that `readMoment` refuses. */
export const momentUrl = (videoId: string, second: number): string => `${address}${videoId}&t=${second}s`

export const readMoment = (url: string): { readonly videoId: string; readonly second: number } | undefined => {
  const [, videoId, second] = momentPattern.exec(url) ?? []
  return videoId === undefined || second === undefined ? undefined : { videoId, second: Number(second) }
}

/**
 * A video's id as a unit: usable as a file name and in handles, which know lower case and `-` alone. Where that changes the id, a hash
 * keeps it apart from ids that would become the same (`dQw4w9WgXcQ`, `DQW4W9WGXCQ`).
 */
export const videoUnit = (videoId: string): string => {
  if (/^[a-z0-9][a-z0-9-]*$/.test(videoId)) return videoId
  const readable = videoId.toLowerCase().replaceAll('_', '-')
  return `${readable.startsWith('-') ? 'v' : ''}${readable}-${sha256(videoId).slice(0, 8)}`
}
