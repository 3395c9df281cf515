import { userInfo } from 'node:os'
import type { Finish, Invocation } from './command.ts'
import { turnSwitch } from '../session/switch.ts'
import { withProject } from './with-project.ts'

/** Who is at work; in a container the user's number may have no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`
  }
}

/** Pauses or enables all pipelines of a repository. */
export async function turn(invocation: Invocation, paused: boolean): Promise<Finish> {
  const changed = await withProject(invocation, ({ forge, clock }) =>
    turnSwitch(forge.state, { paused, by: userName(), at: clock.now() }),
  )
  const state = paused ? 'paused' : 'enabled'
  const rest = paused ? ' A session that runs goes on to its end; `perpetual enable` lets others begin again.' : ''
  invocation.output.result(`${changed ? 'Now' : 'Already'} ${state}.${rest}`)
  return { json: { paused, changed } }
}
