import { appendLine } from '../../contracts/append-line.ts'
import { openLocalForge } from '../../../src/forge/local/local-forge.ts'

/*
 * A session of its own: `<repository> <name> <count>` appends lines to one file of the state, opens an issue for every
 * fifth, and prints each line once it is written.
 */
const [repository = '', name = '', count = '0'] = process.argv.slice(2)
const clock = { now: () => new Date().toISOString(), sleep: () => Promise.resolve() }
const forge = await openLocalForge({ repository, clock })
for (let n = 0; n < Number(count); n += 1) {
  await appendLine(forge.state, 'log', `${name}.${n}`)
  if (n % 5 === 0) await forge.issues.create({ title: `${name}.${n}`, body: '', labels: [], marker: `${name}.${n}` })
  process.stdout.write(`${name}.${n}\n`)
}
await forge.close()
