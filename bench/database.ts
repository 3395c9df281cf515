import { performance } from 'node:perf_hooks'
import { makeDatabase } from '../test/commands/database-repository.ts'
import { makeFolder, perpetual, removeFolders } from '../test/commands/perpetual.ts'
import { row } from '../test/dataset/database/sample-rows.ts'
import { templatedQuestions } from './templated-questions.ts'
import type { Row } from './row.ts'

const count = 100_000
/** At its end the process writes the most memory that it had, KiB. */
const telling = "process.on('exit',()=>process.stderr.write('maxRSS='+process.resourceUsage().maxRSS))"

/** The real commands in processes of their own, on a git repository with 100,000 templated pairs of about 2 KB. */
export async function benchDatabase(): Promise<readonly Row[]> {
  const questions = [...new Set(templatedQuestions(count * 1.2, 7))].slice(0, count)
  const { folder, environment } = makeDatabase(questions.map((question, i) => row(i + 1, { question })))
  const env = { ...environment, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(telling)}` }
  const measure = async (name: string, args: readonly string[], expectation: string): Promise<readonly Row[]> => {
    const began = performance.now()
    const { code, stderr } = await perpetual(['database', ...args], { cwd: folder, environment: env })
    const seconds = (performance.now() - began) / 1000
    if (code !== 0) throw new Error(`${name} ended with ${code}: ${stderr}`)
    const megabytes = Math.round(Number(/maxRSS=(\d+)/.exec(stderr)?.[1]) / 1000)
    return [
      { name, value: seconds, unit: 's', expectation },
      { name: `${name}: memory`, value: megabytes, unit: 'MB', expectation: '≤ 1,000' },
    ]
  }
  const words = ['funding', 'rate', 'squeeze', 'hourly']
  try {
    return [
      ...(await measure('first search, which builds', ['search', ...words], '≤ 60')),
      ...(await measure('further searches', ['search', ...words], '≤ 2')),
      ...(await measure('build with Parquet', ['build', '--parquet'], '≤ 120')),
      ...(await measure('stats', ['stats'], '≤ 60')),
      ...(await measure('verify', ['verify'], '≤ 60')),
      ...(await measure('export to Hugging Face', ['export', '--format', 'huggingface', '--output', makeFolder()], '≤ 120')),
    ]
  } finally {
    removeFolders()
  }
}
