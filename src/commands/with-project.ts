import { openProject, type Project } from '../compose.ts'
import type { Invocation } from './command.ts'
import { workTreeOf } from './repository.ts'

/** Opens the data repository of an invocation, works with it, and closes it whatever happens. */
export async function withProject<Value>(
  { folder, clock, environment }: Invocation,
  work: (project: Project) => Promise<Value>,
): Promise<Value> {
  const project = await openProject({ repository: await workTreeOf(folder), clock, environment })
  try {
    return await work(project)
  } finally {
    await project.forge.close()
  }
}
