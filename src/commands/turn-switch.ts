import { userInfo } from 'node:os'
import { enabledVariable, isOn, readEnabledVariable, writeEnabledVariable } from '../setup/enabled-variable.ts'
import { turnSwitch } from '../session/switch.ts'
import type { Finish, Invocation } from './command.ts'
import { withGithub, type GithubChoice } from './github-view.ts'
import { withProject } from './with-project.ts'

/** Who is at work; in a container the user's number may have no name. */
function userName(): string {
  try {
    return userInfo().username
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`
  }
}

const resultOf = (changed: boolean, paused: boolean): string => {
  const rest = paused ? ' A session that runs goes on to its end; `perpetual enable` lets others begin again.' : ''
  return `${changed ? 'Now' : 'Already'} ${paused ? 'paused' : 'enabled'}.${rest}`
}

async function turnHere(invocation: Invocation, paused: boolean): Promise<Finish> {
  const changed = await withProject(invocation, ({ forge, clock }) =>
    turnSwitch(forge.state, { paused, by: userName(), at: clock.now() }),
  )
  invocation.output.result(resultOf(changed, paused))
  return { json: { paused, changed } }
}

/** The switch in the state holds back sessions everywhere; the variable spares GitHub the workflow runs that would only find that out. */
const turnThere = (invocation: Invocation, choice: GithubChoice, paused: boolean): Promise<Finish> =>
  withGithub(invocation, choice, async ({ ask, facts, forge }) => {
    const { output, clock } = invocation
    const { state, society } = await forge()
    const switched = await turnSwitch(state, { paused, by: society?.people.account ?? userName(), at: clock.now() })
    const before = await readEnabledVariable(ask, facts.role !== 'reader')
    const same = isOn(before) === !paused && before.type !== 'unseen'
    const variable = same ? 'there' : await writeEnabledVariable(ask, !paused)
    const changed = switched || variable === 'written'
    const json = { paused, changed, variable }
    if (variable !== 'refused') {
      output.result(resultOf(changed, paused))
      return { json }
    }
    const where = `${facts.webUrl}/settings/variables/actions`
    output.result(paused ? resultOf(switched, true) : 'Sessions may begin, but workflows may still be switched off.')
    output.warn(`This token may not write the repository variable ${enabledVariable}; set it to \`${!paused}\` at ${where}`)
    return { json, exitCode: paused ? 0 : 1 }
  })

/** Pauses or enables all pipelines of a repository. On GitHub, exit code 1 where workflows cannot be switched on. */
export const turn = (invocation: Invocation, paused: boolean): Promise<Finish> =>
  invocation.forge.kind === 'local' ? turnHere(invocation, paused) : turnThere(invocation, invocation.forge, paused)
