// Bundles the action and the command line: TypeScript → JavaScript by tsc, one folder an entry by ncc. Types are `npm run check`'s.
//   node scripts/bundle.js             writes dist/
//   node scripts/bundle.js --check     builds anew elsewhere and fails where dist/ differs in a byte
//   node scripts/bundle.js --current   prints a folder with the bundle of the sources as they are, and builds one where dist/ is older
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './setup.js'

const dist = join(root, 'dist')
// Always two folders below the root: the paths in the bundle's comments and the numbers of its modules come from relative paths.
const workshop = join(root, 'build')
const entries = ['action', 'cli']
const stamp = 'inputs.sha256'

const filesBelow = folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => join(each.parentPath, each.name).slice(folder.length + 1))
    .toSorted()

/** Of everything that a bundle is made from. */
function hashInputs() {
  const hash = createHash('sha256')
  const sources = filesBelow(join(root, 'src')).map(path => join('src', path))
  for (const path of [...sources, 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json', 'scripts/bundle.js'])
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  return hash.digest('hex')
}

function run(args, cwd) {
  return new Promise((resolve, reject) => {
    let output = ''
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
    child.on('error', reject)
    child.on('close', code =>
      code === 0 ? resolve() : reject(new Error(`Expected \`node ${args.join(' ')}\` to end well, got code ${code}:\n${output}`)),
    )
  })
}

const packageFile = (...path) => join(root, 'node_modules', ...path)

/** Makes the bundle in a new folder; returns that folder, which the caller moves or removes. */
async function bundle() {
  mkdirSync(workshop, { recursive: true })
  const stage = mkdtempSync(join(workshop, 'stage-'))
  try {
    const inputs = hashInputs()
    await run([packageFile('typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json', '--noCheck', '--outDir', stage], root)
    const ncc = packageFile('@vercel', 'ncc', 'dist', 'ncc', 'cli.js')
    const options = ['--no-cache', '--quiet', '--target', 'es2022', '--license', 'licenses.txt']
    const build = entry =>
      run([ncc, 'build', join(stage, 'src', `${entry}.js`), '--out', join(stage, 'out', entry), ...options], stage)
    await Promise.all(entries.map(build))
    // ncc adds one that says `module`; the package's own says so too, and it is the one that knows the version.
    for (const entry of entries) rmSync(join(stage, 'out', entry, 'package.json'), { force: true })
    writeFileSync(join(stage, 'out', stamp), `${inputs}\n`)
    const made = mkdtempSync(join(workshop, 'made-'))
    renameSync(join(stage, 'out'), made)
    return made
  } finally {
    rmSync(stage, { recursive: true, force: true })
  }
}

function replace(folder, made) {
  rmSync(folder, { recursive: true, force: true })
  renameSync(made, folder)
}

/** The paths at which two bundles differ. */
function differences(one, other) {
  const paths = new Set([one, other].flatMap(folder => (existsSync(folder) ? filesBelow(folder) : [])))
  const read = (folder, path) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : undefined)
  return [...paths].filter(path => {
    const [a, b] = [read(one, path), read(other, path)]
    return a === undefined || b === undefined || !a.equals(b)
  })
}

async function check() {
  const made = await bundle()
  try {
    const paths = differences(dist, made)
    if (paths.length === 0) return
    const named = paths.slice(0, 3).join(', ') + (paths.length > 3 ? ` and ${paths.length - 3} more` : '')
    throw new Error(`Expected dist/ to be what the sources make, got others in ${named}; run \`npm run build\` and commit dist/`)
  } finally {
    rmSync(made, { recursive: true, force: true })
  }
}

const stampOf = folder => (existsSync(join(folder, stamp)) ? readFileSync(join(folder, stamp), 'utf8').trim() : undefined)

/** Bundles of sources that have changed since, and what killed builds left, once nobody can be at them any more. */
function removeOld() {
  for (const name of readdirSync(workshop)) {
    const path = join(workshop, name)
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > 3_600_000)
      rmSync(path, { recursive: true, force: true })
  }
}

/** Several test files ask at once: one builds, the others wait for what it makes. */
async function current() {
  const inputs = hashInputs()
  if (stampOf(dist) === inputs) return dist
  mkdirSync(workshop, { recursive: true })
  const folder = join(workshop, `bundle-${inputs.slice(0, 16)}`)
  const lock = `${folder}.lock`
  for (;;) {
    if (stampOf(folder) !== undefined) return folder
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0)
      if (age > 120_000) rmSync(lock, { recursive: true, force: true })
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }
  try {
    removeOld()
    if (stampOf(folder) === undefined) replace(folder, await bundle())
    return folder
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function describe(folder) {
  const sizes = entries.map(entry => {
    const bytes = filesBelow(join(folder, entry)).reduce((sum, path) => sum + statSync(join(folder, entry, path)).size, 0)
    return `dist/${entry} ${(bytes / 1e6).toFixed(1)} MB`
  })
  return sizes.join(', ')
}

async function main([option]) {
  if (option === '--check') return check()
  if (option === '--current') return void process.stdout.write(`${await current()}\n`)
  if (option !== undefined) throw new Error(`Expected --check, --current or nothing, got ${option}`)
  replace(dist, await bundle())
  process.stdout.write(`${describe(dist)}\n`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(process.argv.slice(2)).catch(error => {
    process.stderr.write(`perpetual: ${error.message}\n`)
    process.exitCode = 1
  })
}
