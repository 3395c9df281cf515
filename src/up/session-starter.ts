import { sessionEventSchema } from '../session/reporter.ts'
import type { StartSession } from './crew.ts'
import type { SpawnSelf } from './spawn-self.ts'

/** Sessions as processes of the command line: `perpetual run <pipeline>` in the same repository. */
export const createSessionStarter =
  (spawnSelf: SpawnSelf, { folder, forge }: { readonly folder: string; readonly forge: string }): StartSession =>
  (pipeline, listen) => {
    const args = ['run', pipeline, '--json', '--repo', folder, '--forge', forge]
    const { ended, signal } = spawnSelf(args, message => {
      const event = sessionEventSchema.safeParse(message).data
      if (event !== undefined) listen(event)
    })
    return { ended, stop: () => signal('SIGTERM'), kill: () => signal('SIGKILL') }
  }
