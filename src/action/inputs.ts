import { z } from 'zod'
import { oneOf } from '../config/nearest.ts'
import { show } from '../config/show.ts'
import { PerpetualError } from '../domain/errors.ts'

export const commandNames = ['run', 'plan', 'report', 'on-issue', 'on-pull-request'] as const
export type CommandName = (typeof commandNames)[number]

/** Who acts on GitHub: whoever the token belongs to, or an App whose tokens are minted on the way. */
export type Credentials =
  | { readonly type: 'token'; readonly token: string }
  | { readonly type: 'app'; readonly appId: string; readonly privateKey: string; readonly installationId: number | null }

/** What action.yml's inputs say, checked. */
export interface Inputs {
  readonly command: CommandName
  readonly pipeline: string | null
  readonly force: boolean
  readonly maxMinutes: number | null
  readonly threshold: number | null
  readonly dryRun: boolean
  readonly credentials: Credentials
}

type Environment = Readonly<Record<string, string | undefined>>

/** As the runner sets it: in upper case, spaces as `_`, hyphens kept. */
const inputOf = (environment: Environment, name: string): string => environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? ''

/** The inputs whose values are secrets, to be masked before anything is printed. */
export const secretInputs = (environment: Environment): readonly string[] =>
  ['token', 'app-private-key'].map(name => inputOf(environment, name)).filter(value => value !== '')

/** A year: longer than any job, and short enough to be added to any date. */
const mostMinutes = 525_600

const number = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+(?:\.\d+)?$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most))

const readers = {
  flag: {
    schema: z.stringbool({ truthy: ['true'], falsy: ['false', ''] }),
    expected: '`true` or `false`',
  },
  minutes: {
    schema: z
      .literal('')
      .transform(() => null)
      .or(number(Number.MIN_VALUE, mostMinutes)),
    expected: 'a number of minutes above 0 and at most 525,600',
  },
  share: {
    schema: z
      .literal('')
      .transform(() => null)
      .or(number(0, 1)),
    expected: 'a share from 0 to 1',
  },
  id: {
    schema: z
      .literal('')
      .transform(() => null)
      .or(number(1, Number.MAX_SAFE_INTEGER).pipe(z.int())),
    expected: "an installation's number",
  },
} as const

const wrongInput = (message: string): PerpetualError => new PerpetualError(message, { actBy: 'fix-config' })

function read<Value>(
  environment: Environment,
  name: string,
  { schema, expected }: { readonly schema: z.ZodType<Value>; readonly expected: string },
): Value {
  const text = inputOf(environment, name)
  const checked = schema.safeParse(text)
  if (checked.success) return checked.data
  throw wrongInput(`Expected input \`${name}\` to be ${expected}, got ${show(text)}`)
}

function readCommand(environment: Environment): CommandName {
  const text = inputOf(environment, 'command')
  const command = commandNames.find(name => name === text)
  if (command !== undefined) return command
  throw wrongInput(`Expected input \`command\` to be ${oneOf(text, commandNames)}, got ${text === '' ? 'nothing' : show(text)}`)
}

function readCredentials(environment: Environment): Credentials {
  const appId = inputOf(environment, 'app-id')
  const privateKey = inputOf(environment, 'app-private-key')
  const token = inputOf(environment, 'token')
  if (appId !== '' && privateKey === '')
    throw wrongInput(
      "Expected input `app-private-key` to hold the App's private key beside `app-id`, got nothing; is the secret set?",
    )
  if (appId === '' && privateKey !== '') throw wrongInput('Expected input `app-id` beside `app-private-key`, got nothing')
  if (appId !== '') {
    if (!privateKey.startsWith('-----BEGIN'))
      throw wrongInput(
        "Expected input `app-private-key` to be the App's private key in PEM (it begins with -----BEGIN), got another text",
      )
    return { type: 'app', appId, privateKey, installationId: read(environment, 'installation-id', readers.id) }
  }
  if (token === '') throw wrongInput('Expected input `token` to hold a token, got nothing; leave it out to use `github.token`')
  return { type: 'token', token }
}

/** Throws `fix-config` in one line that names the input. */
export function readInputs(environment: Environment): Inputs {
  const command = readCommand(environment)
  const name = inputOf(environment, 'pipeline')
  const pipeline = name === '' ? null : name
  if (command === 'run' && pipeline === null)
    throw wrongInput('Expected input `pipeline` to name the pipeline to run, got nothing')
  return {
    command,
    pipeline,
    force: read(environment, 'force', readers.flag),
    maxMinutes: read(environment, 'max-minutes', readers.minutes),
    threshold: read(environment, 'threshold', readers.share),
    dryRun: read(environment, 'dry-run', readers.flag),
    credentials: readCredentials(environment),
  }
}
