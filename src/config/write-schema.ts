// Writes schema/perpetual.schema.json anew: `node src/config/write-schema.ts` after a change of the configuration's schema.
import { writeFileSync } from 'node:fs'
import { configJsonSchemaText } from './json-schema.ts'

writeFileSync(new URL('../../schema/perpetual.schema.json', import.meta.url), configJsonSchemaText())
