#!/usr/bin/env node
import * as module from 'node:module'

if (Number(process.versions.node.split('.')[0]) < 24) {
  process.stderr.write(
    `perpetual: Expected Node 24 or newer, got ${process.versions.node}. Install it from https://nodejs.org.\n`,
  )
  process.exit(2)
}

// Before anything else is loaded: compiling the modules is half of the time that a short command takes.
module.enableCompileCache()
const { processSurroundings } = await import('./commands/process-surroundings.ts')
const { runProgram } = await import('./commands/program.ts')
const { commands } = await import('./commands/registry.ts')

process.exitCode = await runProgram(commands, processSurroundings())
