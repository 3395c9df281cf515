import * as module from 'node:module'

// Before anything else is loaded: a runner that lives on, and every later step of the same job, need not compile the modules again.
module.enableCompileCache()
const { processSurroundings } = await import('./action/process-surroundings.ts')
const { runAction } = await import('./action/run-action.ts')

process.exitCode = await runAction(processSurroundings())
