import type { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'

/** Parses what GitHub answered; a text where JSON was due is an answer that was cut off. */
export const readAnswer = <Schema extends z.ZodType>(schema: Schema, data: unknown, what: string): z.infer<Schema> => {
  const parsed = schema.safeParse(data)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const isCut = typeof data !== 'object' || data === null
  throw new PerpetualError(
    isCut
      ? `Expected GitHub to answer ${what}, got an answer that broke off; the next run goes on`
      : `Expected GitHub to answer ${what} as documented, found ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
    { actBy: isCut ? 'next-run' : 'report-bug' },
  )
}
