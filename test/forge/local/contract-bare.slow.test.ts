import { describeForgeContract } from '../../contracts/forge.ts'
import { makeLocalForge } from './local-fixture.ts'

describeForgeContract('local, bare', () => makeLocalForge({ bare: true }))
