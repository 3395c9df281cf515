/**
 * What one thing costs in requests to GitHub's API, as counted against the loopback GitHub (test/github/requests.slow.test.ts and
 * pipelines-requests.slow.test.ts hold sessions to it): an idle tick about 10; a research session of 850 calls at most 80, of which 37 are
 * checkpoints of 23 calls; a batch round 18 to 36; an integration session up to 64; a review event about 10.
 */
export const githubRequests = {
  tick: 10,
  session: 22,
  checkpoint: 1,
  /** Committed as intended, opened, recorded, labelled. */
  part: 4,
  /** Started, projected on its issue, ended. */
  task: 3,
  batchRound: 16,
  review: 10,
  proposal: 3,
  report: 12,
} as const

/** Minutes that a job takes beside its sessions; GitHub bills each job by whole minutes, rounded up. */
export const jobMinutes = { tick: 1, review: 1, report: 1 } as const

/** From a tick to its sessions' first look: the plan job, the queue for a runner, the set-up. An estimate, milliseconds. */
export const jobStartMs = 45_000

/** A commit to the state branch, or a pull request that is opened; milliseconds. */
export const requestMs = 1_000
