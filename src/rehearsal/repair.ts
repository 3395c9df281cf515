import { z } from 'zod'
import { unspoil } from './spoil.ts'

export const repairInputSchema = z.object({
  stage: z.string().default(''),
  errors: z.array(z.string()).default([]),
  text: z.string(),
})

/** The JSON inside the text, its syntax mended. */
export const mend = ({ text }: z.infer<typeof repairInputSchema>): Record<string, unknown> => unspoil(text)
