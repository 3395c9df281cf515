// What every npm script calls: `node scripts/run.js <target> [arguments]`. Sets the clone up, then runs the target on Node 24.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root, setUp } from './setup.js'

const bin = (name, file) => join(root, 'node_modules', name, file)
const cli = join(root, 'src', 'cli.ts')
const oxlint = bin('oxlint', 'bin/oxlint')
const oxfmt = bin('oxfmt', 'bin/oxfmt')
const tsc = bin('typescript', 'bin/tsc')
const vitest = bin('vitest', 'vitest.mjs')

/** A target is a list of commands, each run on Node 24 in the project's folder; `home: false` keeps the caller's folder. */
const targets = {
  start: args => [{ label: 'demo', run: [cli, 'demo', ...args], home: false }],
  perpetual: args => [{ label: 'perpetual', run: [cli, ...args], home: false }],
  test: args => [{ label: 'tests', run: [vitest, 'run', '--project', 'fast', ...args] }],
  'test:slow': args => [{ label: 'slow tests', run: [vitest, 'run', '--project', 'slow', ...args] }],
  bench: args => [{ label: 'benchmarks', run: [join(root, 'bench', 'bench.ts'), ...args] }],
  build: args => [{ label: 'build', run: [join(root, 'scripts', 'bundle.js'), ...args] }],
  format: () => [{ label: 'format', run: [oxfmt, '.'] }],
  check: () => [
    { label: 'types', run: [tsc, '-p', 'tsconfig.json'] },
    { label: 'lint', run: [oxlint, '--type-aware', '--deny-warnings'] },
    { label: 'format', run: [oxfmt, '--check', '.'] },
    {
      label: 'dependency rules',
      run: [bin('dependency-cruiser', 'bin/dependency-cruiser.mjs'), 'src', '--config', '.dependency-cruiser.cjs'],
    },
    { label: 'dead code', run: [bin('knip', 'bin/knip.js'), '--no-progress'] },
    { label: 'bundle', run: [join(root, 'scripts', 'bundle.js'), '--check'] },
  ],
}

function runOne({ node, env }, command, named) {
  if (named) process.stderr.write(`› ${command.label}\n`)
  // npm runs scripts in the package's folder; INIT_CWD is where the person called it.
  const cwd = command.home === false ? (process.env.INIT_CWD ?? process.cwd()) : root
  return new Promise(resolve => {
    const child = spawn(node, command.run, { cwd, env, stdio: 'inherit' })
    // A terminal sends Ctrl-C to the whole group, so the child has it already; only what reaches this process alone is passed on.
    process.on('SIGINT', () => {})
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    child.on('error', error => {
      process.stderr.write(`perpetual: ${error.message}\n`)
      resolve(1)
    })
    child.on('close', (code, signal) => resolve(signal === null ? code : 1))
  })
}

const [name, ...args] = process.argv.slice(2)
const target = Object.hasOwn(targets, name ?? '') ? targets[name] : undefined
if (!target) {
  process.stderr.write(`perpetual: Expected one of ${Object.keys(targets).join(', ')}, got ${name ?? 'nothing'}.\n`)
  process.exit(2)
}
const machine = setUp()
const commands = target(args)
let failed = 0
for (const command of commands) {
  const code = await runOne(machine, command, commands.length > 1)
  if (code !== 0) failed = failed || code
}
process.exit(failed)
