import { messageOf } from '../domain/errors.ts'

/** One line of the doctor: fine, worth knowing, in the way of a session, or not to be seen from here; `todo` says what a person does about it. */
export interface Check {
  readonly level: 'ok' | 'warning' | 'problem' | 'unseen'
  readonly what: string
  readonly todo?: string
}

export const ok = (what: string): Check => ({ level: 'ok', what })
export const warning = (what: string, todo: string): Check => ({ level: 'warning', what, todo })
export const problem = (what: string, todo: string): Check => ({ level: 'problem', what, todo })

/** Neither fine nor wrong: the token may not look. `todo` says where a person does. */
export const unseen = (what: string, todo: string): Check => ({ level: 'unseen', what, todo })

/** What a step found, or the error it ended with as a problem. */
export async function attempt(todo: string, step: () => Promise<readonly Check[]>): Promise<readonly Check[]> {
  try {
    return await step()
  } catch (error) {
    return [problem(messageOf(error), todo)]
  }
}
