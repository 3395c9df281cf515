import { InvalidArgumentError, Option, type Command } from 'commander'
import { z } from 'zod'
import { reviewSetupOf } from '../compose.ts'
import type { Project } from '../project.ts'
import { unescapeMarkdown } from '../dataset/markdown.ts'
import { lookedDegrees, type Looked } from '../domain/task.ts'
import { createReviewBook, type ReviewBook } from '../session/review-book.ts'
import type { Output } from './output.ts'
import type { Finish, Invocation, Start } from './command.ts'
import { withProject } from './with-project.ts'

const rejectSchema = z.object({ pairs: z.string().optional(), because: z.string().default('') })
const acceptSchema = z.object({ looked: z.enum(lookedDegrees) })
const listSchema = z.object({ all: z.boolean().default(false) })

const help = `
Examples:
  perpetual review list
  perpetual review show 45
  perpetual review reject 45 --pairs macd.3,macd.7-9 --because "the formula is wrong"
  perpetual review accept 45 --looked some`

function readNumber(text: string): number {
  const number = Number(text.replace(/^#/u, ''))
  if (Number.isInteger(number) && number > 0) return number
  throw new InvalidArgumentError('Expected the number of a part, as `perpetual review list` shows it.')
}

export const openReviewBook = (project: Project, { warn }: Pick<Output, 'warn'>): ReviewBook =>
  createReviewBook(reviewSetupOf(project, warn))

const withReviews = <Value>(invocation: Invocation, work: (reviews: ReviewBook) => Promise<Value>): Promise<Value> =>
  withProject(invocation, project => work(openReviewBook(project, invocation.output)))

async function list(invocation: Invocation, all: boolean): Promise<Finish> {
  const reviews = await withReviews(invocation, book => book.list({ all }))
  const lines = reviews.map(
    each => `#${each.number}  ${each.state.padEnd(6)}  ${each.task} part ${each.part}, ${each.pairs} pairs  ${each.branch}`,
  )
  invocation.output.result(lines.length === 0 ? 'Nothing waits for a review.' : lines.join('\n'))
  return { json: { reviews } }
}

async function show(invocation: Invocation, number: number): Promise<Finish> {
  const page = await withReviews(invocation, book => book.show(number))
  const { colours } = invocation.output
  const pages = page.pages.map(({ path, text }) => `${colours.bold(path)}\n\n${unescapeMarkdown(text)}`)
  invocation.output.result(
    [
      colours.bold(`#${page.number} ${page.title}`),
      `${page.state}, ${page.branch}`,
      '',
      unescapeMarkdown(page.body),
      '',
      ...pages,
    ].join('\n'),
  )
  return { json: page }
}

async function accept(invocation: Invocation, number: number, looked: Looked): Promise<Finish> {
  const done = await withReviews(invocation, book => book.accept(number, looked))
  invocation.output.result(`Merged #${number}: ${done.kept} pairs kept. ${done.task} is ${done.status}.`)
  return { json: { number, ...done } }
}

async function reject(invocation: Invocation, number: number, rejection: z.infer<typeof rejectSchema>): Promise<Finish> {
  const done = await withReviews(invocation, book => book.reject(number, { pairs: rejection.pairs, because: rejection.because }))
  const what = done.closed ? `Closed #${number}; nothing of it is kept.` : `Removed ${done.removed.join(', ')} from #${number}.`
  invocation.output.result(what)
  return { json: { number, ...done } }
}

export function define(command: Command, start: Start): void {
  command.addHelpText('after', help)
  const listing = command
    .command('list')
    .description('Parts that wait for a review')
    .option('--all', 'merged and closed ones too')
  listing.action(async () => {
    const { all } = listSchema.parse(listing.opts())
    await start(listing, invocation => list(invocation, all))
  })
  const showing = command
    .command('show')
    .description('The review pages of a part')
    .argument('<number>', 'the number of the part', readNumber)
  showing.action(async (number: number) => start(showing, invocation => show(invocation, number)))
  const accepting = command
    .command('accept')
    .description('Merge a part')
    .argument('<number>', 'the number of the part', readNumber)
  accepting.addOption(
    new Option('--looked <much>', 'how much of it you have read; kept with every pair')
      .choices(lookedDegrees.toReversed())
      .default('none'),
  )
  accepting.action(async (number: number) => {
    const { looked } = acceptSchema.parse(accepting.opts())
    await start(accepting, invocation => accept(invocation, number, looked))
  })
  const rejecting = command
    .command('reject')
    .description('Remove single pairs from a part, or close it')
    .argument('<number>', 'the number of the part', readNumber)
    .option('--pairs <handles>', 'such as macd.3,macd.7-9; without it the whole part is rejected')
    .option('--because <reason>', 'kept with the part')
  rejecting.action(async (number: number) => {
    const rejection = rejectSchema.parse(rejecting.opts())
    await start(rejecting, invocation => reject(invocation, number, rejection))
  })
}
