import { automation, type Identity } from '../git.ts'
import type { Repository } from './repository.ts'

/** Who merges and edits by hand: git's configured user, or the automation where there is none. */
export const personIdentity = async (repository: Repository): Promise<Identity> => {
  const [name, email] = await Promise.all(
    ['user.name', 'user.email'].map(async key => (await repository.git(['config', '--get', key])).stdout.trim()),
  )
  return name && email ? { name, email } : automation
}
