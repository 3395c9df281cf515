import { z } from 'zod'
import { accountSchema } from './accounts.ts'
import { basisPoints, choice, duration, flag, line, list, name, section, share, whole } from './fields.ts'
import { pipelineSchema } from './pipelines.ts'
import { checkReferences } from './references.ts'

const languageError = 'a language code such as `en` or `pt-BR`'

const dataset = section({
  language: z
    .string({ error: languageError })
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, { error: languageError })
    .default('en'),
  license: line('an SPDX licence name', { min: 0 }).default(''),
  use: choice(['rag', 'training', 'both']).default('rag'),
  rehearsal: flag('whether pairs of the embedded provider may enter the database').default(false),
})

const domainError = 'a domain such as `example.com`'
const domain = z
  .string({ error: domainError })
  .max(253, { error: domainError })
  .regex(/^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/, { error: domainError })

const sources = section({
  deny: list(domain, 'domains').default([]),
  minDomainsForNumbers: whole('domains', { max: 10 }).default(1),
  maxDomainShare: share('the largest share of citations that one domain may have').default(0.4),
})

const loginError = 'a GitHub login without `@`'
const category = section({ discussionCategory: line('the name of a discussion category', { max: 100 }) })

const github = section({
  draft: flag('whether parts are opened as draft pull requests').default(false),
  handoffs: category.optional(),
  report: category.optional(),
  reviewers: list(
    z.string({ error: loginError }).regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/, { error: loginError }),
    'logins',
  ).default([]),
})

const reviews = section({
  maxWaiting: whole('parts that may wait for a review before new work pauses', { max: 10_000 }).default(8),
  alertAfter: duration('how long a part may wait unread before an alert', 60_000).prefault('3d'),
  knownFor: duration('how long the questions of an unread part count as known', 60_000).prefault('30d'),
}).transform(({ maxWaiting, alertAfter, knownFor }) => ({ maxWaiting, alertAfterMs: alertAfter, knownForMs: knownFor }))

const plan = section({
  heartbeat: duration('how long nothing may happen before an alert', 60_000).prefault('6h'),
  proposeBelow: whole('tasks that wait, below which new ones are proposed', { min: 0, max: 1000 }).default(3),
  maxProposals: whole('proposals of a pipeline that may wait for a person', { max: 50 }).default(3),
}).transform(({ heartbeat, ...rest }) => ({ ...rest, heartbeatMs: heartbeat }))

/** The whole of perpetual.yml, once the defaults are beneath it. */
export const configSchema = section({
  goal: whole('pairs').default(30_000),
  warnAt: basisPoints('the share of a budget at which to warn').prefault(0.75),
  dataset: dataset.prefault({}),
  sources: sources.prefault({}),
  github: github.prefault({}),
  reviews: reviews.prefault({}),
  plan: plan.prefault({}),
  accounts: z.record(name('the name of an account'), accountSchema, { error: 'a map of accounts' }),
  pipelines: z.record(name('the name of a pipeline'), pipelineSchema, { error: 'a map of pipelines' }),
})
  .superRefine(checkReferences)
  .transform(({ warnAt, ...config }) => ({ ...config, warnAtBasisPoints: warnAt }))

export type Config = Readonly<z.infer<typeof configSchema>>
export type ConfigInput = z.input<typeof configSchema>
