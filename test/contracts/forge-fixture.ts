import type { FileChange, Forge } from '../../src/forge/forge.ts'

/** A fresh repository with one commit, the automation's forge on it, and what other people do to it. */
export interface ForgeFixture {
  readonly forge: Forge
  /** Another session's forge on the same repository, by the same account. */
  another(): Promise<Forge>
  /** The same repository through somebody else's account. */
  stranger(): Promise<Forge>
  /** A person commits; a branch that does not exist starts at the default branch. Gives the commit. */
  commitAsPerson(branch: string, changes: readonly FileChange[]): Promise<string>
  /** A person merges a branch into the default branch without Perpetual. Gives the commit that brought it. */
  mergeAsPerson(branch: string): Promise<string>
  deleteBranchAsPerson(branch: string): Promise<void>
  /** Who an issue is assigned to, as a person sees it; `ann` and `grace` may be assigned. */
  assigneesOf(issue: number): Promise<readonly string[]>
  close(): Promise<void>
}

export type MakeForge = () => Promise<ForgeFixture>
