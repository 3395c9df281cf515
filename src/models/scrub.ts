/** Removes every trace of a key from a text that came from outside. */
export interface Scrubber {
  /** For messages: any six characters of the key in a row go, and whatever follows "Bearer"; one line of at most 300 characters. */
  readonly message: (text: string) => string
  /** For answers: the key, or twelve characters of it in a row. Costs next to nothing where the text holds none. */
  readonly text: (text: string) => string
}

const hidden = '[key]'
const scannedCharacters = 4000
const shownCharacters = 300
/** Shorter pieces of a key tell nothing of use and occur in ordinary words. */
const messageFragment = 6
const answerFragment = 12

const replaceFragments = (text: string, key: string, shortest: number): string => {
  let clean = ''
  let position = 0
  while (position < text.length) {
    let end = position + shortest
    if (end > text.length || !key.includes(text.slice(position, end))) {
      clean += text[position] ?? ''
      position += 1
      continue
    }
    while (end < text.length && key.includes(text.slice(position, end + 1))) end += 1
    clean += hidden
    position = end
  }
  return clean
}

/** Every piece of `key` of at least `shortest` characters holds one of these whole. */
const probesOf = (key: string, shortest: number): readonly string[] => {
  const size = Math.ceil(shortest / 2)
  return Array.from({ length: Math.floor(key.length / size) }, (_, index) => key.slice(index * size, (index + 1) * size))
}

/** `key` null or empty: there is nothing to hide, messages are still cut and made one line. */
export const createScrubber = (key: string | null): Scrubber => {
  const secret = key ?? ''
  const probes = probesOf(secret, answerFragment)
  const scrub = (text: string, shortest: number): string =>
    secret === '' ? text : replaceFragments(text, secret, Math.min(shortest, secret.length))
  return {
    message: text => {
      const scanned = scrub(text.slice(0, scannedCharacters), messageFragment).replace(
        /\b(bearer|basic)\s+[^\s"',}]+/gi,
        `$1 ${hidden}`,
      )
      const line = scanned.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
      return line.length > shownCharacters ? `${line.slice(0, shownCharacters - 1)}…` : line
    },
    text: text =>
      secret.length >= answerFragment && probes.some(probe => text.includes(probe))
        ? replaceFragments(text, secret, answerFragment)
        : text,
  }
}
