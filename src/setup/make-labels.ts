import { z } from 'zod'
import { askAll, isOk, isRefused, type Ask } from './ask-github.ts'
import { missingLabels, type Label } from './labels.ts'

const labelsSchema = z.array(z.object({ name: z.string() }))

/** The names of the repository's labels; undefined where they cannot be seen. */
export const readLabels = (ask: Ask): Promise<readonly string[] | undefined> =>
  askAll(ask, 'GET /repos/{owner}/{repo}/labels', {
    pick: data => labelsSchema.safeParse(data).data?.map(({ name }) => name) ?? [],
  })

export interface LabelsMade {
  readonly made: readonly string[]
  /** Those that the token may not make. */
  readonly refused: readonly string[]
}

/** Makes what is missing of `wanted`, one after another, as GitHub asks for; colours and descriptions of those that exist stay. */
export async function makeLabels(ask: Ask, wanted: readonly Label[], onMade: () => void = () => {}): Promise<LabelsMade> {
  const missing = missingLabels(wanted, (await readLabels(ask)) ?? [])
  const made: string[] = []
  for (const { name, color, description } of missing) {
    const answer = await ask('POST /repos/{owner}/{repo}/labels', { name, color, description })
    if (isRefused(answer)) return { made, refused: missing.slice(made.length).map(label => label.name) }
    // 422 is another set-up that made it in between.
    if (isOk(answer)) made.push(name)
    onMade()
  }
  return { made, refused: [] }
}
