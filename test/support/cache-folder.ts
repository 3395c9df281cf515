import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Where the processes of a test file keep their caches: not in the home that many tests have in common with their repository. */
export const cacheFolder = mkdtempSync(join(tmpdir(), 'perpetual-cache-'))
process.once('exit', () => rmSync(cacheFolder, { recursive: true, force: true }))
