import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '..', '..')
let made: Promise<string> | undefined

async function findBundle(): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'scripts', 'bundle.js'), '--current'])
  return stdout.trim()
}

/**
 * The folder that holds `action/index.js` and `cli/index.js` as the sources are now: `dist/` where it is current, else one built
 * for the purpose and kept (about 6 s, once for all test files).
 */
export const bundleFolder = (): Promise<string> => (made ??= findBundle())
