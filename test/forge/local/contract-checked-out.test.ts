import { describeForgeContract } from '../../contracts/forge.ts'
import { makeLocalForge } from './local-fixture.ts'

describeForgeContract('local, checked out', () => makeLocalForge({ bare: false }))
