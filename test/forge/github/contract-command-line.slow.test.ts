import { describeForgeContract } from '../../contracts/forge.ts'
import { makeGithubForge } from './github-fixture.ts'

describeForgeContract('github, as the command line', () => makeGithubForge({ client: 'command line' }))
