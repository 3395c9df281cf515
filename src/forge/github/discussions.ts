import { z } from 'zod'
import { PerpetualError } from '../../domain/errors.ts'
import type { Discussions } from '../forge.ts'
import { actorSchema, actorSelection, authorOf } from './accounts.ts'
import { readAnswer } from './answers.ts'
import type { MutationField } from './api.ts'
import type { GithubContext } from './context.ts'
import { cutTitle } from './cut-body.ts'
import { readMarked, withMarker } from './markers.ts'
import { pageInfoSchema, pageSelection, pagesOf } from './paging.ts'
import { makeOnce } from './repeat.ts'

const categoriesSchema = z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string(), slug: z.string() })) })
const discussionSchema = z.object({ id: z.string(), title: z.string(), body: z.string(), url: z.string(), author: actorSchema })
type Discussion = z.infer<typeof discussionSchema>
const discussionSelection = `id title body url author { ${actorSelection} }`
const pageSchema = z.object({ nodes: z.array(discussionSchema), pageInfo: pageInfoSchema })

/** A task's handoff is edited while it is worked on, so it is among the newest thousand. */
const maxPages = 10

export const createDiscussions = (context: GithubContext): Discussions => {
  const { api, accounts, clock, repository, repositoryId } = context

  const categoryId = async (wanted: string): Promise<string> => {
    const found = await api.field(categoriesSchema, {
      selection: 'discussionCategories(first: 100) { nodes { id name slug } }',
      variables: {},
      permission: 'discussions: read',
    })
    const nodes = found?.nodes ?? []
    const category = nodes.find(({ name, slug }) => [name, slug].some(each => each.toLowerCase() === wanted.toLowerCase()))
    if (category !== undefined) return category.id
    const names =
      nodes.map(({ name }) => `\`${name}\``).join(', ') || 'none: tick Discussions under Settings → General → Features'
    throw new PerpetualError(`Expected a discussion category \`${wanted}\` in ${repository}, found ${names}`, {
      actBy: 'fix-config',
    })
  }

  const find = async (category: string, marker: string): Promise<Discussion | undefined> => {
    const pages = pagesOf(after =>
      api.field(pageSchema, {
        selection: `discussions(first: 100, after: $after, categoryId: $category, orderBy: { field: UPDATED_AT, direction: DESC }) { nodes { ${discussionSelection} } ${pageSelection} }`,
        variables: { after: ['String', after], category: ['ID', category] },
        permission: 'discussions: read',
        bytes: 300_000,
      }),
    )
    let looked = 0
    for await (const page of pages) {
      const own = page.find(({ author, body }) => {
        const marked = accounts.isOurs(authorOf(author)) ? readMarked(body) : undefined
        return marked?.kind === 'discussion' && marked.marker === marker
      })
      looked += 1
      if (own !== undefined || looked >= maxPages) return own
    }
    return undefined
  }

  const write = async (field: Pick<MutationField, 'name' | 'inputType' | 'input'>): Promise<Discussion> => {
    const [result] = await api.mutate([
      { ...field, selection: `discussion { ${discussionSelection} }`, permission: 'discussions: write' },
    ])
    if (result?.type === 'failed') throw result.error
    return readAnswer(z.object({ discussion: discussionSchema }), result?.data, 'a discussion').discussion
  }

  return {
    publish: async ({ category, title, body, marker }) => {
      const id = await categoryId(category)
      const text = { title: cutTitle(title), body: withMarker(body, 'discussion', marker) }
      const before = await find(id, marker)
      if (before !== undefined && before.body === text.body && before.title === text.title) return { url: before.url }
      if (before !== undefined) {
        const input = { discussionId: before.id, ...text }
        return { url: (await write({ name: 'updateDiscussion', inputType: 'UpdateDiscussionInput', input })).url }
      }
      const input = { repositoryId, categoryId: id, ...text }
      const make = () => write({ name: 'createDiscussion', inputType: 'CreateDiscussionInput', input })
      return { url: (await makeOnce({ clock, make, find: () => find(id, marker) })).url }
    },
  }
}
