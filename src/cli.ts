#!/usr/bin/env node
import { processSurroundings } from './commands/process-surroundings.ts'
import { runProgram } from './commands/program.ts'
import { commands } from './commands/registry.ts'

process.exitCode = await runProgram(commands, processSurroundings())
