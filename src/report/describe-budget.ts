import { meterWords } from '../domain/ledger.ts'
import type { Budget } from '../session/availability.ts'

/** `account at 850 of 1000, line 850`, in what the pipeline is metered in. */
export const describeBudget = ({ meter, limit, line, used }: Budget): string =>
  `${meter === 'calls' ? 'account' : meterWords[meter]} at ${used} of ${limit}, line ${line}`
