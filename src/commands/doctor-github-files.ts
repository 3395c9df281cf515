import { z } from 'zod'
import type { Config } from '../config/schema.ts'
import { isSha } from '../setup/action-reference.ts'
import { actionsIn, isWorkflow, keysOf, secretsIn, type UsedAction } from '../setup/generated-files.ts'
import { labelsFor, missingLabels } from '../setup/labels.ts'
import { readLabels } from '../setup/make-labels.ts'
import { messageOf } from '../domain/errors.ts'
import { ok, problem, unseen, warning, type Check } from './doctor-check.ts'
import type { GithubView } from './github-view.ts'
import type { Survey } from './init-github.ts'

/** What the workflows use; empty before there are any. */
export const actionsOf = ({ templates, found }: Survey): readonly UsedAction[] =>
  templates.flatMap(({ path, text }) => actionsIn(found.get(path) ?? '', text))

function checkHandedKeys({ templates, found, config }: Survey): readonly Check[] {
  const runs = templates.filter(({ path, text }) => found.has(path) && secretsIn(text).length > 0)
  return runs.flatMap(({ path }) => {
    const handed = new Set(secretsIn(found.get(path) ?? ''))
    const lacking = keysOf(config).filter(key => !handed.has(key))
    if (lacking.length === 0) return []
    return [
      problem(
        `${path} does not hand ${lacking.join(', ')} to the action`,
        `Add \`${lacking[0] ?? ''}: \${{ secrets.${lacking[0] ?? ''} }}\` below \`env:\`, or \`perpetual init --update\` after other changes.`,
      ),
    ]
  })
}

/** Workflows and forms of the default branch against what this version writes; which commit of the action they name makes no difference. */
export function checkFiles(survey: Survey, branch: string): readonly Check[] {
  const { plan, templates } = survey
  const isTemplate = new Set(templates.map(({ path }) => path))
  const missing = plan.missing.map(({ path }) => path).filter(path => isTemplate.has(path))
  const absent = missing.map(path => {
    const what = `${path} is missing on ${branch}`
    const todo = '`perpetual init --forge github` writes it.'
    return isWorkflow(path) ? problem(what, todo) : warning(what, todo)
  })
  const drifted = plan.drifted.map(({ path }) =>
    warning(
      `${path} differs from what this version writes`,
      '`perpetual init --update` writes it again; your changes to it are lost.',
    ),
  )
  const whole = absent.length + drifted.length === 0 ? [ok(`workflows and issue forms are as this version writes them`)] : []
  const movable = actionsOf(survey).find(({ ref }) => !isSha(ref))
  const loose =
    movable === undefined
      ? []
      : [
          warning(
            `a workflow uses ${movable.name}@${movable.ref}, which can be moved`,
            `\`perpetual init --update --action ${movable.name}@${movable.ref}\` pins it to a commit.`,
          ),
        ]
  return [...absent, ...drifted, ...whole, ...loose, ...checkHandedKeys(survey)]
}

export async function checkLabels({ ask, facts }: GithubView, config: Config): Promise<readonly Check[]> {
  const present = await readLabels(ask)
  if (present === undefined) return [unseen('labels', `Look at ${facts.webUrl}/labels`)]
  const missing = missingLabels(labelsFor(config), present).map(({ name }) => name)
  if (missing.length === 0) return [ok('labels are all there')]
  const some = missing.slice(0, 5).join(', ')
  return [
    warning(
      `${missing.length} labels are missing: ${some}${missing.length > 5 ? ' …' : ''}`,
      '`perpetual init --forge github` makes them.',
    ),
  ]
}

const categoriesSchema = z.object({
  repository: z.object({
    hasDiscussionsEnabled: z.boolean(),
    discussionCategories: z.object({ nodes: z.array(z.object({ name: z.string() })) }),
  }),
})
const categoriesQuery = `query Categories($owner: String!, $repo: String!) {
  repository(owner: $owner, name: $repo) { hasDiscussionsEnabled discussionCategories(first: 100) { nodes { name } } }
}`

/** The category that the configuration names for handoffs, where it names one. */
export async function checkDiscussions({ client, facts }: GithubView, config: Config): Promise<readonly Check[]> {
  const category = config.github.handoffs?.discussionCategory
  if (category === undefined) return []
  const [owner, repo] = facts.fullName.split('/')
  const reply = await client.graphql(categoriesQuery, { owner, repo }).catch((error: unknown) => messageOf(error))
  const found = categoriesSchema.safeParse(reply)
  if (!found.success) return [unseen(`discussion category ${category}`, `Look at ${facts.webUrl}/discussions`)]
  const { hasDiscussionsEnabled, discussionCategories } = found.data.repository
  if (!hasDiscussionsEnabled)
    return [
      problem(
        'discussions are switched off, but handoffs are to go there',
        `Settings → General → Features → Discussions: ${facts.webUrl}/settings`,
      ),
    ]
  if (discussionCategories.nodes.some(({ name }) => name === category)) return [ok(`discussion category ${category}`)]
  return [
    problem(
      `there is no discussion category ${category}`,
      `Make it at ${facts.webUrl}/discussions/categories, or name another as github.handoffs.discussionCategory in .github/perpetual.yml.`,
    ),
  ]
}
