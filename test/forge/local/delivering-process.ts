import { openLocalForge } from '../../../src/forge/local/local-forge.ts'

/* A session of its own: `<repository> <first> <last>` opens and merges one pull request a number, and prints each that is merged. */
const [repository = '', first = '0', last = '0'] = process.argv.slice(2)
const clock = { now: () => new Date().toISOString(), sleep: () => Promise.resolve() }
const forge = await openLocalForge({ repository, clock })
for (let n = Number(first); n <= Number(last); n += 1) {
  const files = [1, 2, 3].map(part => ({ path: `inbox/${n}/${part}.json`, text: `${n}.${part}\n`.repeat(2_000) }))
  const message = `Deliver ${n}`
  const pull = await forge.pulls.open({
    branch: `perpetual/p/t-${n}`,
    title: message,
    body: '',
    labels: [],
    draft: false,
    reviewers: [],
    files,
    message,
  })
  const merged = await forge.pulls.merge(pull.number, { expectedHead: pull.head, message: `Merge ${n}` })
  if (merged.type !== 'merged') throw new Error(`Expected ${n} to be merged, got ${JSON.stringify(merged)}`)
  process.stdout.write(`${n}\n`)
}
await forge.close()
