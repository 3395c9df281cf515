import { PerpetualError } from '../../domain/errors.ts'
import { toMinute } from '../../domain/instant.ts'
import type { Failure } from './failure.ts'

/** What a request was for, so that its failure can say what to change. */
export interface Purpose {
  /** `owner/name`. */
  readonly repository: string
  /** As a workflow writes it: `contents: write`. */
  readonly permission: string
}

type ActBy = 'next-run' | 'fix-config' | 'report-bug'
type Explanation = readonly [actBy: ActBy, message: string]

interface Rule {
  readonly when: (failure: Failure) => boolean
  readonly say: (failure: Failure, purpose: Purpose) => Explanation
}

const says = (pattern: RegExp) => (failure: Failure) => pattern.test(failure.message)
const fix = (message: string): Explanation => ['fix-config', message]

const waitOf = ({ resetsAt, retryAfterSeconds }: Failure): string => {
  if (resetsAt !== null) return `; it resets at ${toMinute(resetsAt)}`
  return retryAfterSeconds === null ? '' : `; GitHub asks to wait ${retryAfterSeconds} s`
}

/** `issues=write; pull_requests=write` as a workflow writes it; GitHub separates alternatives with a semicolon. */
const wantedOf = ({ wanted }: Failure, { permission }: Purpose): string => {
  const said = wanted === null ? null : (/^[a-z_]+=(?:read|write|admin)/.exec(wanted)?.[0] ?? null)
  return said === null || said.startsWith('metadata') ? permission : said.replace('=', ': ').replaceAll('_', '-')
}

const isLimit = (failure: Failure): boolean =>
  failure.type === 'RATE_LIMITED' ||
  failure.status === 429 ||
  (failure.status === 403 && (failure.resetsAt !== null || failure.retryAfterSeconds !== null)) ||
  /rate limit|abuse detection/i.test(failure.message)

/** The first that fits; the order matters where GitHub uses one status for many things. */
const rules: readonly Rule[] = [
  {
    when: failure => failure.status === null || failure.status >= 500,
    say: ({ status, message }) => [
      'next-run',
      `Expected GitHub to answer, got ${status === null ? `no answer (${message})` : `status ${status}`}; the next run goes on`,
    ],
  },
  {
    when: isLimit,
    say: failure => ['next-run', `Expected room under GitHub's rate limit, found none${waitOf(failure)}; the next run goes on`],
  },
  {
    when: failure => failure.status === 401,
    say: () =>
      fix(
        'Expected a token that GitHub knows, but it is wrong, expired or revoked (401); in a workflow pass `token: ${{ github.token }}` or an App, elsewhere renew GITHUB_TOKEN (`gh auth token`)',
      ),
  },
  {
    when: says(/not permitted to create or approve pull requests/i),
    say: (_, { repository }) =>
      fix(
        `Expected to open a pull request, but GitHub Actions may not in ${repository}: tick "Allow GitHub Actions to create and approve pull requests" under Settings → Actions → General → Workflow permissions; where it is greyed out, an owner of the organization does it in the organization's settings`,
      ),
  },
  {
    when: says(/SAML|single sign-on/i),
    say: () =>
      fix(
        "Expected a token that the organization's single sign-on knows; authorize it under Settings → Developer settings → Tokens → Configure SSO",
      ),
  },
  {
    when: says(/archived/i),
    say: (_, { repository }) =>
      fix(`Expected to write to ${repository}, but it is archived; unarchive it under Settings → General`),
  },
  {
    when: says(
      /rule violation|protected (?:branch|ref)|through a pull request|cannot (?:create|update|delete) (?:this )?(?:protected )?ref|creations being restricted/i,
    ),
    say: ({ message }, { repository }) =>
      fix(
        `Expected to write a branch below perpetual/, but a rule of ${repository} forbids it (${message}); exclude \`perpetual/**\` under Settings → Rules → Rulesets, or under Settings → Branches`,
      ),
  },
  {
    when: says(
      /Resource not accessible|must have (?:push|write|admin)|does not have (?:the correct )?permission|Must have|read-only|insufficient.*scopes|not have permission/i,
    ),
    say: (failure, purpose) =>
      fix(
        `Expected a token that may do this in ${purpose.repository}, but it lacks \`${wantedOf(failure, purpose)}\`; add it to the job's \`permissions:\` in the workflow, or to the token or App`,
      ),
  },
  {
    when: says(/issues? (?:has been|is|are) disabled/i),
    say: (_, { repository }) =>
      fix(`Expected issues in ${repository}, but they are switched off; tick Issues under Settings → General → Features`),
  },
  {
    when: failure => failure.status === 404 || failure.type === 'NOT_FOUND',
    say: (failure, { repository, permission }) =>
      fix(
        `Expected ${repository} to have what was asked for, but GitHub shows this token nothing (${failure.message || 'Not Found'}); the token must see the repository, with \`${permission}\``,
      ),
  },
  {
    when: failure => failure.status === 403 || failure.type === 'FORBIDDEN',
    say: (failure, purpose) =>
      fix(
        `Expected GitHub to allow this in ${purpose.repository} (\`${wantedOf(failure, purpose)}\`), got: ${failure.message || 'Forbidden'}`,
      ),
  },
  {
    when: says(/something went wrong|timed? ?out|couldn't respond|internal error/i),
    say: ({ message }) => ['next-run', `Expected GitHub to answer, got: ${message}; the next run goes on`],
  },
]

/** A failure as one line that says what to change and where. */
export const explain = (failure: Failure, purpose: Purpose, cause?: unknown): PerpetualError => {
  const rule = rules.find(({ when }) => when(failure))
  const [actBy, message] = rule?.say(failure, purpose) ?? [
    'report-bug' as const,
    `Expected GitHub to take the request, got status ${failure.status}: ${failure.message || 'no reason'}`,
  ]
  return new PerpetualError(message, { actBy, cause })
}
