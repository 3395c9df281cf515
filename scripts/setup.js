// Makes a fresh clone ready to run: checks Node and git, installs the packages and, where needed, Node 24.
// Plain JavaScript without packages, because it runs before any is installed and on Node 20.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const runtimeFolder = join(root, 'scripts', 'runtime')
const minimumGit = [2, 38]

/** Ends the process with one line; exit code 2 is wrong usage or a machine that lacks something. */
function refuse(message) {
  process.stderr.write(`perpetual: ${message}\n`)
  process.exit(2)
}

function checkMachine() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    refuse(`Expected Node 20 or newer, got ${process.versions.node}. Install a newer one from https://nodejs.org.`)
  const git = spawnSync('git', ['--version'], { encoding: 'utf8' })
  if (git.error) refuse('Expected git 2.38 or newer on the path, found none. Install it from https://git-scm.com.')
  const found = /(\d+)\.(\d+)/.exec(git.stdout)
  const [major, minor] = found ? [Number(found[1]), Number(found[2])] : [0, 0]
  if (major < minimumGit[0] || (major === minimumGit[0] && minor < minimumGit[1]))
    refuse(`Expected git 2.38 or newer (for git merge-tree --write-tree), got ${git.stdout.trim()}.`)
}

/** True while the process that made a lock is alive; a killed set-up must not block the next one. */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** True for a lock whose owner was killed before it could write its number. */
function isOld(lock) {
  const made = statSync(lock, { throwIfNoEntry: false })
  return made !== undefined && Date.now() - made.mtimeMs > 10_000
}

/** Holds a lock folder while `action` runs, so that two fresh starts do not install into each other. */
function withLock(action) {
  const lock = join(root, '.setup-lock')
  const owner = join(lock, 'pid')
  for (let announced = false; ;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const pid = existsSync(owner) ? Number(readFileSync(owner, 'utf8')) : 0
    if (pid > 0 ? !isAlive(pid) : isOld(lock)) {
      rmSync(lock, { recursive: true, force: true })
      continue
    }
    if (!announced) process.stderr.write('Another set-up is running in this folder; waiting for it …\n')
    announced = true
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
  }
  writeFileSync(owner, String(process.pid))
  try {
    action()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

/** What a lock file has for this machine and a folder lacks: npm ends well where an optional package could not be fetched. */
function leftOut(folder, lock) {
  const ownLibc = process.report.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl'
  const fits = (wanted, own) => wanted === undefined || [wanted].flat().includes(own)
  const isWanted = ({ optional, os, cpu, libc }) =>
    (!optional || os !== undefined) && fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, ownLibc)
  return Object.entries(JSON.parse(lock).packages)
    .filter(([path, entry]) => path !== '' && isWanted(entry) && !existsSync(join(folder, path)))
    .map(([path]) => path.replace('node_modules/', ''))
}

function isWritable(path) {
  if (!existsSync(path)) return dirname(path) !== path && isWritable(dirname(path))
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** npm keeps its cache in the home; where nothing can be written there, the folder gets one of its own. */
const cacheArguments = folder =>
  isWritable(process.env.npm_config_cache ?? join(homedir(), '.npm')) ? [] : [`--cache=${join(folder, 'node_modules', '.npm')}`]

/** Installs what a lock file names, unless exactly that is there already. */
function install(folder, what) {
  const lock = readFileSync(join(folder, 'package-lock.json'))
  const wanted = createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex')
  const stamp = join(folder, 'node_modules', '.installed')
  const isThere = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted
  if (isThere()) return
  withLock(() => {
    if (isThere()) return
    process.stderr.write(`Installing ${what} …\n`)
    const started = Date.now()
    // Not `npm ci`: it refuses a lock file that lacks packages of other platforms, which some registry mirrors do not carry.
    // `install --no-save` takes the same versions and checks the same hashes, and leaves the lock file alone.
    const windows = process.platform === 'win32'
    const npm = spawnSync(
      windows ? 'npm.cmd' : 'npm',
      [
        'install',
        '--no-save',
        '--ignore-scripts',
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
        '--no-update-notifier',
        '--loglevel=error',
        '--progress=true',
        ...cacheArguments(folder),
      ],
      { cwd: folder, stdio: ['ignore', 2, 2], shell: windows },
    )
    if (npm.status !== 0) refuse(`Installing ${what} failed; npm's own words are above. Is the package registry reachable?`)
    const lacking = leftOut(folder, lock)
    if (lacking.length > 0)
      refuse(
        `Installing ${what} failed: npm left out ${lacking.slice(0, 3).join(', ')}. Is the package registry reachable? Try again.`,
      )
    writeFileSync(stamp, wanted)
    process.stderr.write(`Installed ${what} in ${Math.round((Date.now() - started) / 1000)} s.\n`)
  })
}

/** The path of a Node that is 24 or newer: this one, else one installed beside these scripts. */
function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  install(runtimeFolder, `Node 24 (this machine has ${process.versions.node}; once, about 190 MB)`)
  const modules = join(runtimeFolder, 'node_modules')
  for (const name of readdirSync(modules)) {
    for (const binary of ['bin/node', 'bin/node.exe']) {
      const path = join(modules, name, binary)
      if (name.startsWith('node-') && existsSync(path)) return path
    }
  }
  return refuse(
    `Expected Node 24 or newer, got ${process.versions.node}, and there is no package of Node 24 for ${process.platform}-${process.arch}. Install it from https://nodejs.org.`,
  )
}

/** Readies the clone; returns Node 24's path and an environment whose PATH begins with it. */
export function setUp() {
  checkMachine()
  const node = findNode()
  install(root, 'the packages (once, about 20 s)')
  return { node, env: { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` } }
}
