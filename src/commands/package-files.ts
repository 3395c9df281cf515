import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'

/** The folder of this package: the nearest above with a package.json, for sources and builds alike. */
export function packageFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

const packageSchema = z.object({
  version: z.string(),
  repository: z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]).optional(),
})

const readPackage = () => packageSchema.parse(JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')))

export const packageVersion = (): string => readPackage().version

/** Where this package comes from, as package.json says it; undefined where it does not. */
export const packageRepository = (): string | undefined => readPackage().repository
