import type { z } from 'zod'
import type { Meter } from '../../domain/ledger.ts'
import type { FormKind } from '../../domain/task-forms/forms.ts'
import type { Account } from '../accounts.ts'

/** What the rest of the program must know of a kind of pipeline, asked of the settings of one. */
export interface KindFacts<Settings> {
  /** Whether this version has sessions of it; then its line in `src/kinds/registry.ts` is asked for by the compiler. */
  readonly runs: boolean
  /** What it is metered in, as people know it: the limit whose line `--threshold` moves. */
  readonly metered: { readonly scope: 'account' | 'session'; readonly meter: Meter }
  /** Which protocol its accounts must speak. */
  readonly accountApi: Account['api']
  readonly accountsOf: (settings: Settings) => readonly string[]
  /** Where in the settings the account stands that is the n-th of `accountsOf`. */
  readonly accountPath: (index: number) => readonly (string | number)[]
  readonly modelsOf: (settings: Settings) => readonly string[]
  /** Whether its deliveries ask a reviewer for time: then it begins nothing new while too many parts wait. */
  readonly bringsReviews: boolean
  /** Whether its pairs must quote pages that were read, so that an account without a web search brings none. */
  readonly needsWeb: boolean
  /** Whether a unit without accepted pairs is delivered too, for what it says of those that were put aside. */
  readonly deliversEmptyUnits: boolean
  /** Whose tasks it takes up, of those that people write; null where it finds its own. */
  readonly takes: FormKind | null
}

type KindSchema = z.ZodObject<{ readonly kind: z.ZodLiteral<string> }>

/** A kind of pipeline as the configuration knows it. */
export const defineKind = <const Schema extends KindSchema, const Runs extends boolean>(
  kind: KindFacts<z.output<Schema>> & { readonly settings: Schema; readonly runs: Runs },
) => kind

/** Of a kind whose sessions use one account. */
export const oneAccount = {
  accountsOf: ({ account }: { readonly account: string }) => [account],
  accountPath: () => ['account'],
} as const

/** Of a kind whose sessions use several accounts as one. */
export const severalAccounts = {
  accountsOf: ({ accounts }: { readonly accounts: readonly string[] }) => accounts,
  accountPath: (index: number) => ['accounts', index],
} as const
