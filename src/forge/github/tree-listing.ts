import { z } from 'zod'
import { GoneCommitError } from '../../domain/errors.ts'
import { readAnswer } from './answers.ts'
import type { Api } from './api.ts'

export interface TreeFile {
  readonly oid: string
  readonly bytes: number
}

const entrySchema = z.object({
  path: z.string(),
  mode: z.string(),
  type: z.string(),
  sha: z.string(),
  size: z.number().optional(),
})
const treeSchema = z.object({ tree: z.array(entrySchema), truncated: z.boolean().catch(false) })
type Tree = z.infer<typeof treeSchema>

/** Symbolic links (120000) and submodules (160000) are no files. */
export const isFileMode = (mode: string): boolean => mode === '100644' || mode === '100755'

const fetchTree = async (api: Api, oid: string, recursive: boolean): Promise<Tree | undefined> => {
  const reply = await api.rest({
    route: 'GET /repos/{owner}/{repo}/git/trees/{oid}',
    parameters: { oid, ...(recursive ? { recursive: '1' } : {}) },
    permission: 'contents: read',
    expected: [404, 422],
  })
  return reply.status === 200 ? readAnswer(treeSchema, reply.data, 'a tree') : undefined
}

/** Every file below a tree or commit. GitHub cuts a recursive tree at 100,000 entries or 7 MB; then each folder is asked for by itself. */
const walk = async (api: Api, oid: string, prefix: string): Promise<[string, TreeFile][] | undefined> => {
  const whole = await fetchTree(api, oid, true)
  if (whole === undefined) return undefined
  const isCut = whole.truncated
  const entries = isCut ? ((await fetchTree(api, oid, false)) ?? whole).tree : whole.tree
  const files: [string, TreeFile][] = []
  for (const { path, mode, type, sha, size = 0 } of entries) {
    if (isFileMode(mode)) files.push([prefix + path, { oid: sha, bytes: size }])
    else if (isCut && type === 'tree') files.push(...((await walk(api, sha, `${prefix}${path}/`)) ?? []))
  }
  return files
}

/** All files at a commit; one request unless the repository is huge. */
export const listTree = async (api: Api, commit: string): Promise<ReadonlyMap<string, TreeFile>> => {
  const files = await walk(api, commit, '')
  if (files === undefined) throw new GoneCommitError(commit)
  return new Map(files)
}
