import { startRehearsal } from '../../src/rehearsal/start-rehearsal.ts'

// A provider in a process of its own: options as JSON in the first argument, addresses as one line of JSON on standard output.
const rehearsal = await startRehearsal(JSON.parse(process.argv[2] ?? '{}'))
process.stdout.write(`${JSON.stringify({ urls: rehearsal.urls, control: rehearsal.control })}\n`)
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
