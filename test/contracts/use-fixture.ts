import { afterEach, beforeEach } from 'vitest'
import type { ForgeFixture, MakeForge } from './forge-fixture.ts'

/** A fresh fixture for every test of the surrounding suite. */
export const useFixture = (makeForge: MakeForge): (() => ForgeFixture) => {
  let fixture: ForgeFixture | undefined
  beforeEach(async () => {
    fixture = await makeForge()
  })
  afterEach(async () => {
    await fixture?.close()
    fixture = undefined
  })
  return () => {
    if (fixture === undefined) throw new Error('The fixture is there only while a test runs')
    return fixture
  }
}
