import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { bundleFolder } from '../support/bundle.ts'

const root = join(import.meta.dirname, '..', '..')
mkdirSync(join(root, 'build'), { recursive: true })
const elsewhere = mkdtempSync(join(root, 'build', 'elsewhere-'))
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }))

const read = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(each => each.isFile())
      .map(each => join(each.parentPath, each.name))
      .toSorted()
      .map(path => [path.slice(folder.length + 1), readFileSync(path, 'latin1')]),
  )

it('comes out the same, byte for byte, in another folder, and `--check` says so', async () => {
  for (const name of ['LICENSE', 'src', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'])
    cpSync(join(root, name), join(elsewhere, name), { recursive: true })
  // Hard links: a symbolic one would lead the bundler back to the first folder.
  execFileSync('cp', ['-al', join(root, 'node_modules'), join(elsewhere, 'node_modules')])
  const bundle = (...args: readonly string[]): string =>
    execFileSync(process.execPath, [join(elsewhere, 'scripts', 'bundle.js'), ...args], { encoding: 'utf8', stdio: 'pipe' })
  bundle()
  expect(read(join(elsewhere, 'dist'))).toEqual(read(await bundleFolder()))
  expect(() => bundle('--check')).not.toThrow()
  rmSync(join(elsewhere, 'dist', 'action', 'licenses.txt'))
  expect(() => bundle('--check')).toThrow(/Expected dist\/ to be what the sources make, got others in action\/licenses\.txt/u)
})
