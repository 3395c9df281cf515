import { jsonrepair } from 'jsonrepair'
import { z } from 'zod'

const objectSchema = z.record(z.string(), z.unknown())

/** The first half of a text. */
export const cutInHalf = (text: string): string => text.slice(0, Math.floor(text.length / 2))

/** The object with its lists changed. */
const withLists = (content: string, change: (list: readonly unknown[]) => unknown): string => {
  const entries = Object.entries(objectSchema.parse(JSON.parse(content)))
  return JSON.stringify(Object.fromEntries(entries.map(([key, value]) => [key, Array.isArray(value) ? change(value) : value])))
}

const everySecond =
  (change: (item: unknown, index: number) => unknown) =>
  (list: readonly unknown[]): unknown =>
    list.map((item, index) => (index % 2 === 0 ? change(item, index) : item))

const withoutFirstKey = (item: unknown): unknown => {
  const object = objectSchema.safeParse(item)
  return object.success ? Object.fromEntries(Object.entries(object.data).slice(1)) : item
}

const withWrongTypes = (content: string): string =>
  withLists(
    content,
    everySecond((_item, index) => index),
  )
const withMissingKeys = (content: string): string => withLists(content, everySecond(withoutFirstKey))
const withMissingItems = (content: string): string => withLists(content, list => list.slice(0, Math.floor(list.length / 2)))
const inAFence = (content: string): string => `\`\`\`json\n${content.replace(/([}\]])$/, ',$1')}\n\`\`\``

const forms = [inAFence, cutInHalf, withWrongTypes, withMissingKeys, withMissingItems] as const

/** JSON text as models break it: fenced with a trailing comma, cut in half, of wrong types, short of keys or items; `variant` in [0, 1). */
export const spoil = (content: string, variant: number): string =>
  (forms[Math.floor(variant * forms.length)] ?? inAFence)(content)

/** JSON text that may be fenced, cut or carry trailing commas, as an object; empty where nothing can be made of it. */
export const unspoil = (text: string): Record<string, unknown> => {
  try {
    const unfenced = text.replace(/^\s*```(?:json)?\s*|\s*```\s*$/g, '')
    return objectSchema.catch({}).parse(JSON.parse(jsonrepair(unfenced)))
  } catch {
    return {}
  }
}
