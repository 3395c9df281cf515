import { expect, test } from 'vitest'
import { refusal, startKit } from './kit.ts'

test('createCommitOnBranch writes, keeps and removes files, and GitHub signs it', async () => {
  const { github, octokit, at, head, commit } = await startKit()
  const first = await commit(head(), { files: { 'deep/down/a.txt': 'a\n', 'b.txt': 'ü\n' } })
  expect(head()).toBe(first)
  await commit(first, { files: { 'deep/down/a.txt': null, 'c.txt': 'c\n' } })
  expect([...(await github.files('main'))]).toEqual([
    ['README.md', '# pairs\n'],
    ['b.txt', 'ü\n'],
    ['c.txt', 'c\n'],
  ])
  const query = `{ repository(owner: "${at.owner}", name: "${at.repo}") { object(oid: "${first}") { ... on Commit { message signature { isValid } author { name } history(first: 1) { totalCount } } } } }`
  const { repository } = await octokit.graphql<{ repository: { object: unknown } }>(query)
  const signature = { isValid: true }
  expect(repository.object).toEqual({
    message: 'Change\n\nWhy',
    signature,
    author: { name: 'alice' },
    history: { totalCount: 2 },
  })
})

test('a stale expectedHeadOid changes nothing and says STALE_DATA', async () => {
  const { head, commit } = await startKit()
  const before = head()
  const after = await commit(before, {})
  const { errors, data } = await refusal(commit(before, { files: { 'b.txt': 'b' } }))
  expect(errors?.[0]).toMatchObject({ type: 'STALE_DATA', path: ['createCommitOnBranch'] })
  expect(errors?.[0]?.message).toBe(`Expected branch to point to "${before}" but it did not.  Pull and try again.`)
  expect(data).toEqual({ createCommitOnBranch: null })
  expect(head()).toBe(after)
})

test('of ten commits on the same head at once exactly one wins', async () => {
  const { github, head, commit } = await startKit()
  const before = head()
  const writers = Array.from({ length: 10 }, (_, index) => commit(before, { files: { [`${index}.txt`]: 'x' } }))
  const results = await Promise.allSettled(writers)
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await github.files('main')).size).toBe(2)
})

test('removing a file that is not there is refused', async () => {
  const { head, commit } = await startKit()
  const { errors } = await refusal(commit(head(), { files: { 'gone.txt': null } }))
  expect(errors?.[0]?.message).toMatch(/does not exist as of commit oid/)
})

test('git itself reads the objects, so their names are right', async () => {
  const { octokit, at, head, commit } = await startKit()
  const oid = await commit(head(), { files: { 'x/y.txt': 'hello\n' } })
  const { data: tree } = await octokit.git.getTree({ ...at, tree_sha: oid, recursive: '1' })
  // `git hash-object` and `git mktree` say the same of these two.
  expect(tree.tree.find(({ path }) => path === 'x/y.txt')?.sha).toBe('ce013625030ba8dba906f756967f9e9ca394464a')
  const raw = await octokit.request('GET /repos/{owner}/{repo}/git/blobs/{sha}', {
    ...at,
    sha: 'ce013625030ba8dba906f756967f9e9ca394464a',
    mediaType: { format: 'raw' },
  })
  expect(Buffer.from(raw.data as unknown as ArrayBuffer).toString()).toBe('hello\n')
})

test('a reference moves forward alone unless forced, and may lie outside of branches', async () => {
  const { octokit, at, head, commit } = await startKit()
  const before = head()
  const after = await commit(before, {})
  await octokit.git.createRef({ ...at, ref: 'refs/notes/mirror', sha: after })
  const back = await refusal(octokit.git.updateRef({ ...at, ref: 'notes/mirror', sha: before }))
  expect([back.status, back.response?.data.message]).toEqual([422, 'Update is not a fast forward'])
  await octokit.git.updateRef({ ...at, ref: 'notes/mirror', sha: before, force: true })
  const taken = await refusal(octokit.git.createRef({ ...at, ref: 'refs/notes/mirror', sha: after }))
  expect([taken.status, taken.response?.data.message]).toEqual([422, 'Reference already exists'])
  const { data } = await octokit.git.getRef({ ...at, ref: 'notes/mirror' })
  expect(data.object.sha).toBe(before)
  await octokit.git.deleteRef({ ...at, ref: 'notes/mirror' })
  expect((await refusal(octokit.git.getRef({ ...at, ref: 'notes/mirror' }))).status).toBe(404)
})

test('updateRefs moves all references or none', async () => {
  const { octokit, at, head, commit } = await startKit()
  const before = head()
  const after = await commit(before, {})
  await octokit.git.createRef({ ...at, ref: 'refs/heads/other', sha: before })
  const { repository } = await octokit.graphql<{ repository: { id: string } }>(
    `{ repository(owner: "${at.owner}", name: "${at.repo}") { id } }`,
  )
  const move = (beforeOid: string) =>
    octokit.graphql('mutation ($input: UpdateRefsInput!) { updateRefs(input: $input) { clientMutationId } }', {
      input: {
        repositoryId: repository.id,
        refUpdates: [
          { name: 'refs/heads/other', beforeOid: before, afterOid: after },
          { name: 'refs/heads/fresh', beforeOid, afterOid: after },
        ],
      },
    })
  expect((await refusal(move(before))).errors?.[0]?.type).toBe('STALE_DATA')
  expect([head('other'), head('fresh')]).toEqual([before, ''])
  await move('0'.repeat(40))
  expect([head('other'), head('fresh')]).toEqual([after, after])
})

test('in a document of several mutations one that fails is null with its path, and the others count', async () => {
  const { octokit, at, head } = await startKit()
  const { repository } = await octokit.graphql<{ repository: { id: string } }>(
    `{ repository(owner: "${at.owner}", name: "${at.repo}") { id } }`,
  )
  const input = { repositoryId: repository.id, oid: head(), name: 'refs/heads/one' }
  const document =
    'mutation ($a: CreateRefInput!, $b: CreateRefInput!) { a: createRef(input: $a) { ref { name } } again: createRef(input: $a) { ref { name } } b: createRef(input: $b) { ref { name } } }'
  const { data, errors } = await refusal(octokit.graphql(document, { a: input, b: { ...input, name: 'refs/heads/two' } }))
  expect(data).toEqual({ a: { ref: { name: 'one' } }, again: null, b: { ref: { name: 'two' } } })
  expect(errors).toEqual([expect.objectContaining({ path: ['again'], type: 'UNPROCESSABLE' })])
})

test('a protected branch refuses commits, moves and deletions by everybody, and takes pull requests', async () => {
  const { github, octokit, at, head, commit, open } = await startKit()
  await github.commit('alice', 'topic', [{ path: 'new.txt', text: 'n\n' }])
  await github.commit('alice', 'kept', [{ path: 'kept.txt', text: 'k\n' }])
  github.settings.protect('main')
  github.settings.protect('kept')
  const commitRefused = await refusal(commit(head(), {}))
  expect(commitRefused.errors?.[0]?.message).toMatch(/^Repository rule violations found/)
  const topic = head('topic')
  expect((await refusal(octokit.git.updateRef({ ...at, ref: 'heads/main', sha: topic }))).status).toBe(422)
  expect((await refusal(octokit.git.deleteRef({ ...at, ref: 'heads/kept' }))).status).toBe(422)
  const put = { ...at, path: 'p.txt', message: 'm', content: 'eA==', branch: 'main' }
  expect((await refusal(octokit.repos.createOrUpdateFileContents(put))).status).toBe(409)
  await octokit.pulls.merge({ ...at, pull_number: await open('topic') })
  expect([...(await github.files('main')).keys()]).toEqual(['README.md', 'new.txt'])
})

test('GraphQL cuts a text above 512,000 bytes and has none for what is binary', async () => {
  const { github, octokit, at } = await startKit()
  await github.commit('alice', 'main', [
    { path: 'big.txt', text: 'x'.repeat(600_000) },
    { path: 'bin', text: 'a\0b' },
  ])
  const select = '{ ... on Blob { byteSize isTruncated isBinary text } }'
  const query = `{ repository(owner: "${at.owner}", name: "${at.repo}") { big: object(expression: "main:big.txt") ${select} bin: object(expression: "main:bin") ${select} none: object(expression: "main:none") ${select} } }`
  interface Blob {
    readonly text: string | null
  }
  const { repository } = await octokit.graphql<{ repository: { big: Blob; bin: Blob; none: null } }>(query)
  expect(repository.big).toMatchObject({ byteSize: 600_000, isTruncated: true })
  expect(repository.big.text).toHaveLength(512_000)
  expect(repository.bin).toEqual({ byteSize: 3, isTruncated: false, isBinary: true, text: null })
  expect(repository.none).toBeNull()
})

test('a query that GitHub does not know is refused by its schema', async () => {
  const { octokit } = await startKit()
  const { errors } = await refusal(octokit.graphql('{ viewer { lastName } }'))
  expect(errors?.[0]?.message).toMatch(/Cannot query field "lastName"/)
})
