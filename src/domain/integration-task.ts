import { z } from 'zod'

/** What a task of integration works on, as JSON in its body; frozen when the task is made. */
export const integrationSourceSchema = z.discriminatedUnion('type', [
  /** Delivered files of one folder as they stood at a commit of the default branch. */
  z.strictObject({ type: z.literal('delivery'), paths: z.array(z.string().min(1)).min(1), commit: z.string().min(1) }),
  /** A piece of an imported collection; its rows lie in the results of the task `rows`, which another attempt shares. */
  z.strictObject({
    type: z.literal('import'),
    name: z.string().min(1),
    piece: z.int().positive(),
    pieces: z.int().positive(),
    rows: z.string().min(1),
  }),
  /** Manifest, card and growth picture, brought up to the shards that were there at a commit. */
  z.strictObject({ type: z.literal('card'), commit: z.string().min(1) }),
])
export type IntegrationSource = z.infer<typeof integrationSourceSchema>

export const renderIntegrationSource = (source: IntegrationSource): string =>
  JSON.stringify(integrationSourceSchema.parse(source))

/** As older versions wrote it, which made a task of each file. */
const oneFileSchema = z
  .strictObject({ type: z.literal('delivery'), path: z.string().min(1), commit: z.string().min(1) })
  .transform(({ type, path, commit }): IntegrationSource => ({ type, paths: [path], commit }))

/** Undefined for a body that is none of ours, such as an issue that somebody wrote for this pipeline. */
export function parseIntegrationSource(body: string): IntegrationSource | undefined {
  try {
    return z.union([integrationSourceSchema, oneFileSchema]).safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}
