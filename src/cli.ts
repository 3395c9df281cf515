#!/usr/bin/env node
import { enableCompileCache } from 'node:module'

// Before anything else is loaded: compiling the modules is half of the time that a short command takes.
enableCompileCache()
const { processSurroundings } = await import('./commands/process-surroundings.ts')
const { runProgram } = await import('./commands/program.ts')
const { commands } = await import('./commands/registry.ts')

process.exitCode = await runProgram(commands, processSurroundings())
