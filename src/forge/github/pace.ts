import type { ThrottlingOptions } from '@octokit/plugin-throttling'
import Bottleneck from 'bottleneck/light.js'

export interface PaceOptions {
  /** Ends in no slash; GitHub's own unless said. */
  readonly baseUrl?: string
  /** How long a second of waiting for GitHub takes, milliseconds: less in tests. */
  readonly secondMs?: number
}

export const githubUrl = 'https://api.github.com'

/** Longest sleeps, seconds: a primary limit resets within the hour, which the next session waits for better than this one. */
const longestPrimarySeconds = 60
const longestSecondarySeconds = 120
const secondaryRepeats = 3

/** github.com and GitHub with data residency ask for a second between writes and three between what notifies people. */
const isPaced = (baseUrl: string): boolean => /^https:\/\/api\.(?:github\.com|[a-z0-9-]+\.ghe\.com)$/i.test(baseUrl)

const unpaced = () => new Bottleneck.Group({ maxConcurrent: 10 })

/** How fast requests leave, and which limits are waited for instead of failing. */
export const createPace = ({ baseUrl = githubUrl, secondMs = 1_000 }: PaceOptions): ThrottlingOptions => ({
  retryAfterBaseValue: secondMs,
  onRateLimit: (retryAfter, ...[, , repeats]) => retryAfter <= longestPrimarySeconds && repeats < 1,
  onSecondaryRateLimit: (retryAfter, ...[, , repeats]) => retryAfter <= longestSecondarySeconds && repeats < secondaryRepeats,
  ...(isPaced(baseUrl) ? {} : { write: unpaced(), notifications: unpaced(), search: unpaced() }),
})
