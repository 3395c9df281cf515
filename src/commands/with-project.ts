import { openGithubProject, openLocalProject, type Project } from '../project.ts'
import type { Invocation } from './command.ts'
import { workTreeOf } from './repository.ts'

async function open({ folder, forge, clock, environment, output }: Invocation): Promise<Project> {
  if (forge.kind === 'local') return openLocalProject(await workTreeOf(folder), { clock, environment })
  // Loaded late: whoever works on this disk needs no Octokit.
  const { openGithubForge } = await import('../forge/github/github-forge.ts')
  const { createCommandLineClient } = await import('../forge/github/client.ts')
  const { owner, repo, token, apiUrl } = forge
  const client = createCommandLineClient({ token, baseUrl: apiUrl })
  const opened = await openGithubForge({ client, owner, repo, clock, report: warning => output.warn(warning) })
  return openGithubProject(opened, { clock, environment })
}

/** Opens the data repository of an invocation, works with it, and closes it whatever happens. */
export async function withProject<Value>(invocation: Invocation, work: (project: Project) => Promise<Value>): Promise<Value> {
  const project = await open(invocation)
  try {
    return await work(project)
  } finally {
    await project.forge.close()
  }
}
