import { distance } from 'fastest-levenshtein'

/** The known name that was probably meant: the nearest one, if no more than a third of its letters differ. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: { readonly name: string; readonly edits: number } | undefined
  // The distance is quadratic, and nobody mistypes a name by hundreds of letters.
  const asked = name.slice(0, 80).toLowerCase()
  for (const candidate of known) {
    const edits = distance(asked, candidate.toLowerCase())
    if (edits <= Math.max(1, Math.ceil(candidate.length / 3)) && (best === undefined || edits < best.edits))
      best = { name: candidate, edits }
  }
  return best?.name
}

/** "one of a, b, c", with the nearest name first asked for where there is one. */
export function oneOf(name: unknown, known: readonly string[]): string {
  const meant = typeof name === 'string' ? nearest(name, known) : undefined
  const all = known.length === 1 ? `\`${known[0]}\`` : `one of ${known.map(each => `\`${each}\``).join(', ')}`
  return meant === undefined ? all : `${all} (did you mean \`${meant}\`?)`
}
