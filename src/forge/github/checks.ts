import { z } from 'zod'
import type { CheckReport, Checks } from '../forge.ts'
import { readAnswer } from './answers.ts'
import type { GithubContext } from './context.ts'
import { cutBody, cutTitle } from './cut-body.ts'
import { makeOnce } from './repeat.ts'

const runSchema = z.object({
  id: z.int(),
  name: z.string(),
  html_url: z.string().nullish(),
  conclusion: z.string().nullish(),
  app: z.object({ slug: z.string().nullish() }).nullish(),
  output: z.object({ title: z.string().nullish(), summary: z.string().nullish(), annotations_count: z.int().catch(0) }),
})
type Run = z.infer<typeof runSchema>

/** GitHub takes this many annotations with a request, and adds those of the next request to them. */
const perRequest = 50

const toAnnotation = ({ path, line, level, message }: CheckReport['annotations'][number]) => ({
  path,
  start_line: line,
  end_line: line,
  annotation_level: level,
  message: message.slice(0, 60_000),
})

const inChunks = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.max(1, Math.ceil(items.length / perRequest)) }, (_, index) =>
    items.slice(index * perRequest, (index + 1) * perRequest),
  )

const write = 'checks: write'

export const createChecks = ({ api, accounts, clock, repository }: GithubContext): Checks => {
  const isOwn = ({ app }: Run): boolean => typeof app?.slug !== 'string' || accounts.isOurs(`${app.slug}[bot]`)

  const find = async ({ head, name }: CheckReport): Promise<Run | undefined> => {
    const reply = await api.rest({
      route: 'GET /repos/{owner}/{repo}/commits/{head}/check-runs',
      parameters: { head, check_name: name, filter: 'latest', per_page: 100 },
      permission: write,
    })
    const { check_runs: runs } = readAnswer(z.object({ check_runs: z.array(runSchema) }), reply.data, 'checks')
    return runs.filter(run => run.name === name && isOwn(run)).toSorted((left, right) => right.id - left.id)[0]
  }

  const resultOf = ({ conclusion, title, summary }: CheckReport, annotations: readonly object[]) => ({
    status: 'completed',
    conclusion,
    output: { title: cutTitle(title), summary: cutBody(summary), annotations },
  })

  const create = async (check: CheckReport, annotations: readonly object[]): Promise<Run> => {
    const reply = await api.rest({
      route: 'POST /repos/{owner}/{repo}/check-runs',
      parameters: { name: check.name, head_sha: check.head, ...resultOf(check, annotations) },
      permission: write,
      once: true,
    })
    return readAnswer(runSchema, reply.data, 'a check')
  }

  const update = async (run: Run, check: CheckReport, annotations: readonly object[]): Promise<Run> => {
    const reply = await api.rest({
      route: 'PATCH /repos/{owner}/{repo}/check-runs/{id}',
      parameters: { id: run.id, ...resultOf(check, annotations) },
      permission: write,
      // A repeated request would add its annotations twice.
      once: true,
    })
    return readAnswer(runSchema, reply.data, 'a check')
  }

  return {
    report: async check => {
      const [first = [], ...rest] = inChunks(check.annotations.map(toAnnotation))
      const before = await find(check)
      // Annotations cannot be taken back, so a check that has some is replaced by a newer one of its name, which is the one that counts.
      const isFree = before !== undefined && before.output.annotations_count === 0
      let run = isFree
        ? await update(before, check, first)
        : await makeOnce({
            clock,
            make: () => create(check, first),
            find: async () => {
              const found = await find(check)
              return found === undefined || found.id === before?.id ? undefined : found
            },
          })
      for (const annotations of rest) run = await update(run, check, annotations)
      return { url: run.html_url ?? `https://github.com/${repository}/commit/${check.head}` }
    },
  }
}
