import type { DeliveredFile } from '../domain/delivered-file.ts'

/** What GitHub still shows whole in one pull request: pairs, lines, bytes of all files, bytes of one file. */
export const partLimits = { pairs: 300, lines: 15_000, bytes: 900_000, fileBytes: 450_000 } as const

export interface PartLimits {
  readonly pairs: number
  readonly lines: number
  readonly bytes: number
  readonly fileBytes: number
}

export interface DeliveredUnit {
  readonly unit: string
  readonly files: readonly DeliveredFile[]
}

/** One pull request's worth of files, and the units of which it brings something. */
export interface Part {
  readonly units: readonly string[]
  readonly files: readonly DeliveredFile[]
}

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** Whether these files can be one part. */
export const fitsPart = (files: readonly DeliveredFile[], limits: PartLimits = partLimits): boolean => {
  const sizes = files.map(file => Buffer.byteLength(file.text))
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
  return (
    sum(files.map(file => file.pairs)) <= limits.pairs &&
    sum(files.map(file => linesOf(file.text))) <= limits.lines &&
    sum(sizes) <= limits.bytes &&
    sizes.every(bytes => bytes <= limits.fileBytes)
  )
}

/** A pair file and what goes with it have one stem (`inbox/droid/a1/macd-2`) and are never torn apart. */
const stemOf = (path: string): string => path.replace(/\.[^/]*$/, '').replace(/\.[^/]*$/, '')

const groupsOf = ({ unit, files }: DeliveredUnit): readonly DeliveredUnit[] =>
  [...Map.groupBy(files, file => stemOf(file.path)).values()].map(group => ({ unit, files: group }))

/** Packs units into parts in their order, each part as full as the limits allow. A group that passes the limits by itself is a part by itself. */
export const packParts = (units: readonly DeliveredUnit[], limits: PartLimits = partLimits): readonly Part[] => {
  const parts: { units: string[]; files: DeliveredFile[] }[] = []
  for (const { unit, files } of units.flatMap(groupsOf)) {
    const open = parts.at(-1)
    if (open && fitsPart([...open.files, ...files], limits)) {
      open.files.push(...files)
      if (open.units.at(-1) !== unit) open.units.push(unit)
    } else parts.push({ units: [unit], files: [...files] })
  }
  return parts
}
