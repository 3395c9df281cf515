import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { cacheFolder } from '../../src/index-cache/question-indexes.ts'

test('caches lie where the environment says, else where caches lie, each repository in a folder of its own', () => {
  expect(dirname(cacheFolder({}, 'acme/pairs'))).toBe(join(homedir(), '.cache', 'perpetual'))
  expect(dirname(cacheFolder({ XDG_CACHE_HOME: '/x' }, 'acme/pairs'))).toBe('/x/perpetual')
  expect(dirname(cacheFolder({ XDG_CACHE_HOME: '/x', PERPETUAL_CACHE: '/own' }, 'acme/pairs'))).toBe('/own')
  const names = ['acme/pairs', 'acme/pairs2', '/home/ann/pairs', '../..'].map(identity => cacheFolder({}, identity))
  expect(new Set(names).size).toBe(names.length)
  expect(names.every(name => /^[0-9a-f]{16}$/.test(name.slice(dirname(name).length + 1)))).toBe(true)
})
