import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseForge, repositoryOfRemote } from '../../src/commands/forge-choice.ts'
import { createRepository, git } from '../support/repository.ts'

describe('the repository of a remote', () => {
  it.each([
    ['https://github.com/acme/pairs.git', 'acme/pairs'],
    ['https://github.com/acme/pairs', 'acme/pairs'],
    ['https://ada:secret@github.com/acme/pairs/', 'acme/pairs'],
    ['git@github.com:acme/my.pairs.git', 'acme/my.pairs'],
    ['ssh://git@github.com/acme/pairs.git', 'acme/pairs'],
    ['ssh://git@ssh.github.com:443/acme/pairs.git', 'acme/pairs'],
  ])('is read from %s', (address, name) => {
    expect(repositoryOfRemote(address, 'github.com')).toBe(name)
  })

  it.each([
    'https://gitlab.com/acme/pairs.git',
    '/srv/pairs.git',
    'git@evil-github.com:a/b.git',
    'https://github.com/a',
    '',
    'x:y',
  ])('is none for %s', address => {
    expect(repositoryOfRemote(address, 'github.com')).toBeUndefined()
  })
})

describe('the forge', () => {
  let repository: ReturnType<typeof createRepository>
  beforeAll(() => {
    repository = createRepository()
    git(repository.folder, 'remote', 'add', 'origin', 'git@github.com:acme/pairs.git')
  })
  afterAll(() => repository.remove())
  const choose = (asked: string | undefined, environment: Readonly<Record<string, string>>) =>
    chooseForge(asked, { folder: repository.folder, environment })

  it('is GitHub where origin is there and a token is set, else this disk', async () => {
    const github = { kind: 'github', owner: 'acme', repo: 'pairs', token: 't', apiUrl: 'https://api.github.com' }
    expect(await choose(undefined, { GITHUB_TOKEN: 't' })).toEqual(github)
    expect(await choose(undefined, { GH_TOKEN: 't' })).toEqual(github)
    expect(await choose(undefined, {})).toEqual({ kind: 'local' })
    expect(await choose('local', { GITHUB_TOKEN: 't' })).toEqual({ kind: 'local' })
  })

  it('is the server that the environment names', async () => {
    const environment = { GH_TOKEN: 't', GITHUB_SERVER_URL: 'https://git.acme.example', GITHUB_REPOSITORY: 'acme/other' }
    expect(await choose('github', environment)).toMatchObject({ repo: 'other', apiUrl: 'https://git.acme.example/api/v3' })
    await expect(choose('github', { ...environment, GITHUB_REPOSITORY: '../x' })).rejects.toMatchObject({ actBy: 'fix-config' })
  })
})
