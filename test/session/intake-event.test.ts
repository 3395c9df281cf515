import { expect, it } from 'vitest'
import { readIntakeEvent } from '../../src/session/intake-event.ts'

const user = (login: string) => ({ login, type: 'User', id: 1 })
const payload = (change: object = {}) => ({
  action: 'opened',
  issue: {
    number: 7,
    title: 'Custody',
    body: 'Text',
    user: user('Ann'),
    labels: [{ name: 'Bug', color: 'ffffff' }],
    updated_at: '2026-11-22T12:00:00Z',
    state: 'open',
  },
  repository: { full_name: 'acme/pairs' },
  sender: user('Ann'),
  ...change,
})

it('takes from a payload what intake needs, labels in lower case', () => {
  expect(readIntakeEvent(payload())).toEqual({
    action: 'opened',
    issue: { number: 7, body: 'Text', author: { login: 'Ann', type: 'User' }, labels: ['bug'] },
    sender: { login: 'Ann', type: 'User' },
    at: '2026-11-22T12:00:00Z',
    label: null,
    isRenamed: false,
  })
  const labeled = readIntakeEvent(payload({ action: 'labeled', label: { name: 'Approved' } }))
  expect(labeled).toMatchObject({ action: 'labeled', label: 'approved' })
  expect(readIntakeEvent(payload({ action: 'edited', changes: { title: { from: 'x' } } }))?.isRenamed).toBe(true)
  expect(readIntakeEvent(payload({ action: 'edited', changes: { body: { from: 'x' } } }))?.isRenamed).toBe(false)
})

it('takes an issue without a text and without an author, as a deleted account leaves it', () => {
  const issue = { number: 7, body: null, user: null, labels: [] }
  expect(readIntakeEvent(payload({ issue }))?.issue).toEqual({
    number: 7,
    body: '',
    author: { login: '', type: '' },
    labels: [],
  })
})

it('leaves other actions and pull requests alone', () => {
  for (const action of ['closed', 'unlabeled', 'deleted', 'transferred', 'constructor'])
    expect(readIntakeEvent(payload({ action }))).toBeUndefined()
  expect(readIntakeEvent(payload({ issue: { ...payload().issue, pull_request: {} } }))).toBeUndefined()
})

it('refuses the payload of another event in one line', () => {
  for (const wrong of [null, {}, 'x', payload({ issue: { number: '7' } }), payload({ sender: null })]) {
    const read = () => readIntakeEvent(wrong)
    expect(read).toThrow(/^Expected the payload of an `issues` event, found no fitting `[a-z.]*`; run .*$/)
    expect(read).toThrow(expect.objectContaining({ actBy: 'fix-config' }))
  }
})
