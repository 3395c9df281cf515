import { z } from 'zod'
import { duration, flag, line, list, name, section } from '../fields.ts'

const schedule = section({
  every: duration('how often a session may begin').prefault('2h'),
  cooldown: duration('how long to rest after a session').prefault('30m'),
  // A claim is renewed at every checkpoint, which comes after a third of the lease at the latest: a slow one still holds it.
  lease: duration('how long a claim holds without a checkpoint', 5_000).prefault('10m'),
  after: list(name('the name of a pipeline'), 'pipelines').default([]),
}).transform(({ every, cooldown, lease, after }) => ({ everyMs: every, cooldownMs: cooldown, leaseMs: lease, after }))

/** How much of the goal it is to bring, against the shares of the others; what is most behind begins first. */
export const goalShare = z
  .number({ error: 'its part of the goal against that of others, a number above 0' })
  .gt(0, { error: 'its part of the goal against that of others, a number above 0' })
  .max(1_000_000, { error: 'its part of the goal against that of others, a number of at most 1,000,000' })
  .default(1)

export const model = line('the name of a model at the account')

export const account = name('the name of an account')

/** What every pipeline says, whatever its kind. */
export const common = {
  agent: name('the name of an agent'),
  enabled: flag('whether sessions of this pipeline may begin').default(true),
  schedule: schedule.prefault({}),
}
