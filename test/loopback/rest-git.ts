import { HttpError, notFound } from './http-error.ts'
import { authorOf, type Json } from './world.ts'
import { route, type Answer, type Call, type Route } from './router.ts'

function refJson(call: Call, ref: string, sha: string): Json {
  const row = call.world.tables.refs.findBy('repo_id', call.repo.id).find(one => one.ref === ref)
  const base = `${call.world.url}/repos/${call.repo.full_name}/git`
  const object = { sha, type: 'commit', url: `${base}/commits/${sha}` }
  return { ref, node_id: row?.node_id ?? '', url: `${base}/${ref}`, object }
}

const wholeName = (call: Call): string => `refs/${call.params['ref'] ?? ''}`

function existing(call: Call): string {
  const sha = call.world.git(call.repo.id).ref(wholeName(call))
  if (sha === undefined) throw new HttpError(422, 'Reference does not exist')
  return sha
}

function knownCommit(call: Call): string {
  const { sha } = call.body
  if (typeof sha !== 'string' || call.world.git(call.repo.id).commit(sha) === undefined)
    throw new HttpError(422, 'Object does not exist')
  return sha
}

/** A branch of its own name, as the page of a branch shows it. */
async function branchAnswer(call: Call): Promise<Answer> {
  const name = call.params['branch'] ?? ''
  const sha = call.world.git(call.repo.id).branch(name)
  if (sha === undefined) throw new HttpError(404, 'Branch not found')
  const base = `${call.world.url}/repos/${call.repo.full_name}`
  const path = `/repos/${call.repo.full_name}/commits/${sha}`
  const commit = await call.world.emulated.ask(call.caller.login, { method: 'GET', path })
  const isProtected = call.world.guard(call.repo.id, name) !== undefined
  const links = { self: `${base}/branches/${name}`, html: `${call.world.url}/${call.repo.full_name}/tree/${name}` }
  const checks = { enforcement_level: 'off', contexts: [], checks: [] }
  const protection = { enabled: isProtected, required_status_checks: checks }
  const more = { protected: isProtected, protection, protection_url: `${links.self}/protection` }
  return { status: 200, body: { name, commit: commit.body, _links: links, ...more } }
}

/** References of any kind, raw blobs, and commits that GitHub signs; trees and the rest are emulate's. */
export function gitRoutes(): readonly Route[] {
  return [
    route('GET {repo}/git/ref/{ref+}', call => {
      const sha = call.world.git(call.repo.id).ref(wholeName(call))
      if (sha === undefined) throw notFound()
      return { status: 200, body: refJson(call, wholeName(call), sha) }
    }),
    route('POST {repo}/git/refs', call => {
      const { ref } = call.body
      const git = call.world.git(call.repo.id)
      if (typeof ref !== 'string' || !/^refs\/[^/]+\/.+/.test(ref))
        throw new HttpError(422, "Reference name must start with 'refs/' and contain at least two slashes.")
      const sha = knownCommit(call)
      if (git.ref(ref) !== undefined) throw new HttpError(422, 'Reference already exists')
      call.world.checkGuard(call.repo.id, ref)
      git.setRef(ref, sha)
      return { status: 201, body: refJson(call, ref, sha) }
    }),
    route('PATCH {repo}/git/refs/{ref+}', call => {
      const [git, ref, before] = [call.world.git(call.repo.id), wholeName(call), existing(call)]
      const sha = knownCommit(call)
      if (call.body['force'] !== true && !git.isAncestor(before, sha)) throw new HttpError(422, 'Update is not a fast forward')
      call.world.checkGuard(call.repo.id, ref)
      git.setRef(ref, sha)
      return { status: 200, body: refJson(call, ref, sha) }
    }),
    route('DELETE {repo}/git/refs/{ref+}', call => {
      const ref = wholeName(call)
      existing(call)
      if (ref === `refs/heads/${call.repo.default_branch}`) throw new HttpError(422, 'Cannot delete the default branch')
      call.world.checkGuard(call.repo.id, ref)
      call.world.git(call.repo.id).setRef(ref, null)
      return { status: 204 }
    }),
    route('GET {repo}/git/blobs/{sha}', call => {
      const sha = call.params['sha'] ?? ''
      const bytes = call.world.git(call.repo.id).blob(sha)
      if (bytes === undefined) throw notFound()
      if (/raw/.test(call.accept)) return { status: 200, body: bytes }
      const row = call.world.tables.blobs.findBy('sha', sha).find(one => one.repo_id === call.repo.id)
      const url = `${call.world.url}/repos/${call.repo.full_name}/git/blobs/${sha}`
      const content = { content: bytes.toString('base64'), encoding: 'base64' }
      return { status: 200, body: { sha, node_id: row?.node_id ?? '', size: bytes.byteLength, url, ...content } }
    }),
    route('POST {repo}/git/commits', async call => {
      const { message, tree, parents = [], author, committer } = call.body
      const path = `/repos/${call.repo.full_name}/git/commits`
      const signed = call.caller.kind === 'bot' && author === undefined && committer === undefined
      const git = call.world.git(call.repo.id)
      if (!signed || typeof message !== 'string' || typeof tree !== 'string' || git.entries(tree) === undefined)
        return call.world.emulated.ask(call.caller.login, { method: 'POST', path, body: call.body })
      const given = (Array.isArray(parents) ? parents : []).map(String)
      if (given.some(parent => git.commit(parent) === undefined))
        throw new HttpError(422, 'Parent SHA does not exist or is not a commit object')
      const sha = git.putCommit({ message, tree, parents: given, author: authorOf(call.world, call.caller) })
      const made = await call.world.emulated.ask(call.caller.login, { method: 'GET', path: `${path}/${sha}` })
      return { status: 201, body: made.body }
    }),
    route('GET {repo}/branches/{branch+}', branchAnswer),
  ]
}
