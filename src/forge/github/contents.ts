import type { Contents } from '../forge.ts'
import type { GithubContext } from './context.ts'
import { baseHead } from './delivery-look.ts'

export const createContents = (context: GithubContext): Contents => ({
  head: () => baseHead(context),
  read: (head, paths) => context.objects.read(head, paths),
  list: (head, folder) => context.objects.list(head, folder),
  readBytes: (head, path) => context.objects.readBytes(head, path),
  versions: (head, folder) => context.objects.oids(head, folder),
})
