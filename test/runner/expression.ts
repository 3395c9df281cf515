import { data, Evaluator, Lexer, Parser } from '@actions/expressions'

/** `github`, `vars`, `inputs`, … as plain data. */
export type Contexts = Readonly<Record<string, unknown>>
/** `skipped` where something needed was not run: neither success nor failure. */
export type Status = 'success' | 'failure' | 'cancelled' | 'skipped'

const names = ['github', 'env', 'vars', 'secrets', 'inputs', 'needs', 'strategy', 'matrix', 'steps', 'job', 'runner']

/** `success()` and its like, which GitHub's evaluator leaves to the runner. */
function statusFunctions(status: Status) {
  const answer = (name: string, value: boolean) => ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) })
  return [
    answer('success', status === 'success'),
    answer('failure', status === 'failure'),
    answer('cancelled', status === 'cancelled'),
    answer('always', true),
  ]
}

/** GitHub's own lexer, parser and evaluator on one expression. */
function evaluate(expression: string, contexts: Contexts, status: Status): data.ExpressionData {
  const functions = statusFunctions(status)
  const parsed = new Parser(new Lexer(expression).lex().tokens, names, functions).parse()
  const known = Object.fromEntries(names.map(name => [name, contexts[name] ?? {}]))
  const dictionary = JSON.parse(JSON.stringify(known), data.reviver) as data.Dictionary
  return new Evaluator(parsed, dictionary, new Map(functions.map(each => [each.name, each]))).evaluate()
}

const plain = (value: data.ExpressionData): unknown => JSON.parse(JSON.stringify(value, data.replacer))

/** The value of a text that is one `${{ }}` alone, else the text with every `${{ }}` filled in. */
export function fill(text: string, contexts: Contexts): unknown {
  const whole = /^\s*\$\{\{((?:(?!\}\}).)*)\}\}\s*$/s.exec(text)?.[1]
  return whole === undefined ? fillText(text, contexts) : plain(evaluate(whole, contexts, 'success'))
}

export const fillText = (text: string, contexts: Contexts): string =>
  text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => evaluate(expression, contexts, 'success').coerceString())

/** An `if:`; one without a status function holds on success alone. */
export function holds(condition: string | undefined, contexts: Contexts, status: Status): boolean {
  if (condition === undefined) return status === 'success'
  const expression = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(condition)?.[1] ?? condition
  const asksStatus = /\b(?:success|failure|cancelled|always)\s*\(/.test(expression.replaceAll(/'(?:[^']|'')*'/g, "''"))
  const value = plain(evaluate(expression, contexts, status))
  return Boolean(value) && (asksStatus || status === 'success')
}
