import { benchAssignment } from './assignment.ts'
import { benchColdStart } from './cold-start.ts'
import { benchDatabase } from './database.ts'
import { benchDuplicates } from './duplicates.ts'
import { benchIntegration } from './integration.ts'
import { benchPacing } from './pacing.ts'
import { renderRows, type Row } from './row.ts'
import { benchFlow } from './session-flow.ts'
import { benchSimulation } from './simulation.ts'

const benches: Readonly<Record<string, () => Promise<readonly Row[]>>> = {
  flow: benchFlow,
  assignment: benchAssignment,
  pacing: benchPacing,
  duplicates: benchDuplicates,
  database: benchDatabase,
  integration: benchIntegration,
  simulation: benchSimulation,
  'cold-start': benchColdStart,
}

// `npm run bench -- flow duplicates` runs some; without names all run.
const asked = process.argv.slice(2)
const unknown = asked.filter(name => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  process.stderr.write(`perpetual: Expected some of ${Object.keys(benches).join(', ')}, got ${unknown.join(', ')}\n`)
  process.exit(2)
}
for (const [name, bench] of Object.entries(benches)) {
  if (asked.length > 0 && !asked.includes(name)) continue
  process.stderr.write(`Measuring ${name} …\n`)
  process.stdout.write(`\n${name}\n${renderRows(await bench())}\n`)
}
