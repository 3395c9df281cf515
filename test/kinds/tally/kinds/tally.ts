import { PerpetualError } from '../domain/errors.ts'
import { parseAssignment } from '../domain/task-forms/forms.ts'
import { createTallyPipeline } from '../pipelines/tally/tally-pipeline.ts'
import { keyOf, openAiAdapterOf, providerCounter, providerMaker } from '../provider.ts'
import { accountOf } from '../session-setting.ts'
import { createTaskRun } from '../session/task-run.ts'
import { lookUpsOf, type RunningKind } from './kind-parts.ts'

export const tally: RunningKind<'tally'> = {
  compose: (project, _composing, { account: name, agent, model }) => {
    const { config, clock, environment } = project
    const account = accountOf(config, name)
    const adapter = openAiAdapterOf(account, { name, key: keyOf(account, environment) })
    return {
      createProvider: providerMaker(account, adapter, clock),
      providerCount: providerCounter(adapter),
      taskSettings: { agent },
      createRun: async (task, outcomes) => {
        const parsed = parseAssignment(task.body)
        if (parsed.type === 'invalid') throw new PerpetualError(parsed.problems.join(' '), { actBy: 'fix-config' })
        return createTaskRun(createTallyPipeline({ agent, model }), { ...parsed.assignment, task: task.id }, outcomes)
      },
      openLookUp: lookUpsOf(project, 'all'),
    }
  },
}
