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

/** What counts of a file toward a part. */
export interface FileSize {
  readonly pairs: number
  readonly lines: number
  readonly bytes: number
}

/** Whether files of these sizes can be one part. */
export const fitSizes = (files: readonly FileSize[], limits: PartLimits = partLimits): boolean => {
  const sum = (count: (file: FileSize) => number): number => files.reduce((total, file) => total + count(file), 0)
  return (
    sum(({ pairs }) => pairs) <= limits.pairs &&
    sum(({ lines }) => lines) <= limits.lines &&
    sum(({ bytes }) => bytes) <= limits.bytes &&
    files.every(({ bytes }) => bytes <= limits.fileBytes)
  )
}

const sizeOf = ({ pairs, text }: DeliveredFile): FileSize => ({ pairs, lines: linesOf(text), bytes: Buffer.byteLength(text) })

/** Whether these files can be one part. */
export const fitsPart = (files: readonly DeliveredFile[], limits: PartLimits = partLimits): boolean =>
  fitSizes(files.map(sizeOf), limits)

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
