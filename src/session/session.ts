import type { Holder } from '../domain/ledger.ts'
import type { Issue } from '../forge/forge.ts'
import { runBatchLeg } from './batch/batch-leg.ts'
import { discoverMore } from './discovered.ts'
import { look, readOwn } from './look.ts'
import { reconcile } from './reconcile.ts'
import { restedResult, type RunResult } from './result.ts'
import type { RunOptions, SessionSetup } from './session-setup.ts'
import { finishLeftWrap, runLeg } from './work.ts'

/** One session, or one leg of it: reconcile, claim, work, wrap. Ends without a trace where there is nothing to do. */
export async function runSession(setup: SessionSetup, options: RunOptions): Promise<RunResult> {
  const { setting, book, clock, report } = setup
  // Read at once, because a forge may bring it all with one request.
  await Promise.all([book.tasks(setting.pipeline), readOwn(setup), setup.isPaused()])
  const issues = options.dryRun ? new Map<number, Issue>() : await reconcile(setup)
  const before = await look(setup, options)
  // What cannot be read is refused before a claim, which would count as an attempt each time.
  if (before.next !== undefined) await book.outcomes(before.next)
  if (before.availability.type === 'rest') {
    const { reason, until, budget } = before.availability
    report({ type: 'rested', reason, until })
    return restedResult(setting.pipeline, { reason, budget, next: until })
  }
  if (options.dryRun)
    return restedResult(setting.pipeline, {
      reason: `dry-run: ${before.availability.task || 'the wrap of an earlier session'} is next`,
      budget: before.availability.budget,
      next: null,
    })
  const now = clock.now()
  const claimed = await book.apply({
    type: 'claim',
    operation: `claim/${setup.identity.host}/${setup.identity.pid}/${setup.identity.started}/${now}`,
    pipeline: setting.pipeline,
    now,
    holder: setup.identity,
    leaseMs: setting.leaseMs,
    force: options.force || before.early,
    deadEpoch: before.deadEpoch,
  })
  const pipeline = claimed.type === 'fenced' ? undefined : claimed.state.pipelines[setting.pipeline]
  const holderNow = pipeline?.claim?.holder
  const isOurs =
    holderNow?.host === setup.identity.host &&
    holderNow.pid === setup.identity.pid &&
    holderNow.started === setup.identity.started
  if (claimed.type === 'fenced' || !pipeline?.claim || !pipeline.session || !isOurs) {
    const until = claimed.type === 'fenced' ? claimed.until : null
    report({ type: 'rested', reason: 'held', until })
    return restedResult(setting.pipeline, {
      reason: claimed.type === 'fenced' ? claimed.reason : 'held',
      budget: before.availability.budget,
      next: until,
    })
  }
  const holder: Holder = { pipeline: setting.pipeline, session: pipeline.session.id, epoch: pipeline.claim.epoch }
  report({ type: 'claimed', session: holder.session, continued: pipeline.session.startedAt !== now })
  // Looked at anew: under the claim nobody else takes the same files, and before it somebody may have.
  if (before.discovered.length > 0) await discoverMore(setup)
  const { expiresAt } = pipeline.claim
  const wrap = pipeline.session.wrap?.reason ?? null
  const { deadline, maxTasks, force } = options
  const { batch } = setup
  if (batch !== undefined) return await runBatchLeg({ ...setup, batch }, { holder, expiresAt, deadline, maxTasks, force, wrap })
  if (wrap !== null) return await finishLeftWrap(setup, { holder, expiresAt, wrap })
  return await runLeg(setup, { holder, expiresAt, deadline, maxTasks, force, issues })
}
