import { userInfo } from 'node:os'
import type { Finish, Invocation } from './command.ts'
import { turnSwitch } from '../session/switch.ts'
import { withProject } from './with-project.ts'

/** Pauses or enables all pipelines of a repository. */
export async function turn(invocation: Invocation, paused: boolean): Promise<Finish> {
  const by = userInfo().username
  const changed = await withProject(invocation, ({ forge, clock }) => turnSwitch(forge.state, { paused, by, at: clock.now() }))
  const state = paused ? 'paused' : 'enabled'
  const rest = paused ? ' A session that runs goes on to its end; `perpetual enable` starts them again.' : ''
  invocation.output.result(`${changed ? 'Now' : 'Already'} ${state}.${rest}`)
  return { json: { paused, changed } }
}
