import { z } from 'zod'
import { oneOf } from './nearest.ts'
import { show } from './show.ts'

// Every field's error message is what was expected; explain.ts makes the sentence around it.

/** A map with known keys; an unknown one is named with the nearest known. */
export const section = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: issue => {
      if (issue.code !== 'unrecognized_keys') return 'a map of settings'
      const names = issue.keys.slice(0, 3).map(key => `${show(key)}: expected ${oneOf(key, Object.keys(shape))}`)
      return `no unknown key, got ${names.join('; ')}`
    },
  })

export const whole = (what: string, { min = 1, max = Number.MAX_SAFE_INTEGER }: { min?: number; max?: number } = {}) => {
  const error = `a ${min > 0 ? 'positive ' : ''}whole number of ${what}${max === Number.MAX_SAFE_INTEGER ? '' : `, ${min} to ${max}`}`
  return z.int({ error }).min(min, { error }).max(max, { error }).describe(error)
}

export const share = (what: string) => {
  const error = `${what}, a number from 0 to 1`
  return z.number({ error }).min(0, { error }).max(1, { error }).describe(error)
}

/** Shares are handed on as integers, so that no rounding moves a line. */
export const basisPoints = (what: string) => share(what).transform(value => Math.round(value * 10_000))

export const dollars = (what: string) => {
  const error = `${what} in US dollars, 0 or more`
  return z.number({ error }).min(0, { error }).max(1_000_000, { error }).describe(error)
}

/** One line of text without control characters. */
export const line = (what: string, { min = 1, max = 200 }: { min?: number; max?: number } = {}) => {
  const error = `${what}, one line of ${min} to ${max} characters`
  return z
    .string({ error })
    .min(min, { error })
    .max(max, { error })
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, { error })
    .describe(error)
}

export const flag = (what: string) => z.boolean({ error: `\`true\` or \`false\`: ${what}` }).describe(what)

export const list = <Item extends z.ZodType>(item: Item, what: string) =>
  z.array(item, { error: `a list of ${what}` }).max(1000, { error: `at most 1000 ${what}` })

export const choice = <const Names extends readonly string[]>(names: Names) =>
  z.enum(names, { error: issue => oneOf(issue.input, names) })

const unitMs: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const durationPattern = /^(\d{1,6})([smhd])$/

/** `90s`, `30m`, `2h`, `1d` as milliseconds; 0 is written `0s`. */
export const duration = (what: string, leastMs = 0) => {
  const error = `${what}, a time such as \`90s\`, \`30m\`, \`2h\` or \`1d\`${leastMs > 0 ? `, at least ${leastMs / 1000} s` : ''}`
  const toMs = (text: string): number => {
    const [, count = '0', unit = 's'] = durationPattern.exec(text) ?? []
    return Number(count) * (unitMs[unit] ?? 0)
  }
  return z
    .string({ error })
    .regex(durationPattern, { error })
    .refine(text => toMs(text) >= leastMs, { error })
    .describe(error)
    .transform(toMs)
}

/** Names of accounts, pipelines and agents go into branch names, paths and labels. */
export const namePattern = /^[a-z0-9][a-z0-9-]{0,39}$/
export const name = (what: string) => {
  const error = `${what}: lower-case letters, digits and \`-\`, at most 40 characters`
  return z.string({ error }).regex(namePattern, { error }).describe(error)
}
