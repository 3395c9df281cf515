import { templatedQuestions } from '../../bench/templated-questions.ts'
import { createQuestionIndex } from '../../src/index-cache/question-index.ts'

/*
 * A session of its own: `<folder> <from> <to>` indexes the files `from` to `to` of a collection that is the same in every process,
 * prints a line for each reading, and `held` at its end.
 */
const perFile = 60
const [folder = '', from = '0', to = '0'] = process.argv.slice(2)
const numbers = Array.from({ length: Number(to) - Number(from) }, (_, n) => Number(from) + n)
const index = createQuestionIndex({ folder, name: 'database' })
await index.hold(
  numbers.map(n => ({ path: `database/2026/11/${n}.jsonl`, version: '1' })),
  async paths => {
    process.stdout.write(`${paths.length}\n`)
    return new Map(
      paths.map(path => {
        const seed = Number(/(\d+)\.jsonl$/.exec(path)?.[1])
        return [path, templatedQuestions(perFile, 1000 + seed).map((question, n) => ({ id: `${seed}.${n}`, question }))]
      }),
    )
  },
)
process.stdout.write('held\n')
index.close()
