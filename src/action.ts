import * as module from 'node:module'

// Before anything else is loaded: a later step of the same job need not compile the modules again. In the job's own folder, which the
// runner empties: what another job left in a shared one would run here as code, with this job's keys.
module.enableCompileCache(process.env['RUNNER_TEMP'])
const { processSurroundings } = await import('./action/process-surroundings.ts')
const { runAction } = await import('./action/run-action.ts')

process.exitCode = await runAction(processSurroundings())
