/** A foreign text on one line of at most `most` characters, without anything that is not seen; the end of a longer one is cut. */
export function oneLine(text: string, most: number): string {
  // More than is kept is never looked at, however long the text is.
  const seen = text
    .slice(0, 4 * most)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return seen.length <= most ? seen : `${seen.slice(0, most - 1).toWellFormed()}…`
}
