import type { Command } from 'commander'
import { z } from 'zod'
import { openTaskBook } from '../compose.ts'
import { oneOf } from '../config/nearest.ts'
import { show } from '../config/show.ts'
import { PerpetualError } from '../domain/errors.ts'
import { priorities, taskStatuses } from '../domain/task.ts'
import type { Project } from '../project.ts'
import type { TaskBook } from '../session/task-book-port.ts'
import type { Finish, Invocation, Start } from './command.ts'
import { defineApproval } from './tasks-approval.ts'
import { readAddedTask, readSeeds } from './task-input.ts'
import { renderDetail, renderRows } from './task-views.ts'
import { withProject } from './with-project.ts'

const refuse = (message: string): PerpetualError => new PerpetualError(message, { actBy: 'fix-config' })

/** A name from the command line that must be one of some; throws `fix-config` with the nearest. */
function among<Name extends string>(option: string, value: string, names: readonly Name[]): Name {
  const found = names.find(each => each === value)
  if (found === undefined) throw refuse(`Expected \`${option}\` to be ${oneOf(value, names)}, got ${show(value)}`)
  return found
}

/** Opens the repository's tasks for one command, and closes them however it ends. */
const withBook = (invocation: Invocation, work: (book: TaskBook, project: Project) => Promise<Finish>): Promise<Finish> =>
  withProject(invocation, project => work(openTaskBook(project), project))

/** Makes what is missing; a stop in the middle loses nothing, because the next import makes the rest. */
const importFiles = (invocation: Invocation, files: readonly string[]): Promise<Finish> =>
  withBook(invocation, async (book, project) => {
    const { output } = invocation
    const seeds = await readSeeds(project, { folder: invocation.folder, files })
    const progress = output.progress({ label: 'Importing', total: seeds.length, unit: 'tasks' })
    const made = await book.import(seeds, ({ done, title }) => progress.update(done, title)).finally(() => output.close())
    output.result(`${made.created} made, ${made.existing} there already.`)
    return { json: made }
  })

const addOptions = z.object({
  priority: z.string().default('p2'),
  order: z.string().default('0'),
  title: z.string().optional(),
  brief: z.string().optional(),
  video: z.array(z.string()).default([]),
  question: z.array(z.string()).default([]),
})

async function add(
  invocation: Invocation,
  [pipeline, file]: readonly [string, string | undefined],
  options: z.infer<typeof addOptions>,
): Promise<Finish> {
  const priority = among('--priority', options.priority, priorities)
  if (!/^-?\d{1,7}$/.test(options.order))
    throw refuse(`Expected \`--order\` to be a whole number of at most 7 digits, got ${show(options.order)}`)
  return withBook(invocation, async (book, { config }) => {
    const { title, brief, video: videos, question: questions } = options
    const values = { title, brief, videos, questions }
    const seed = await readAddedTask({ pipeline, file, values, priority, order: Number(options.order) }, config)
    const { created } = await book.import([seed], () => {})
    if (created === 0)
      throw refuse(`Expected a new task, got \`${seed.id}\`, which is there already. Put another id before its title.`)
    invocation.output.result(`${seed.id} is made: ${seed.title}`)
    return { json: { created: [seed.id] } }
  })
}

const listOptions = z.object({ pipeline: z.string().optional(), status: z.string().optional() })

const list = (invocation: Invocation, options: z.infer<typeof listOptions>): Promise<Finish> =>
  withBook(invocation, async (book, { config: { pipelines } }) => {
    const pipeline =
      options.pipeline === undefined ? {} : { pipeline: among('--pipeline', options.pipeline, Object.keys(pipelines)) }
    const status = options.status === undefined ? {} : { status: among('--status', options.status, taskStatuses) }
    const tasks = await book.list({ ...pipeline, ...status })
    for (const line of renderRows(tasks, invocation.output.colours)) invocation.output.result(line)
    return { json: { tasks } }
  })

const showTask = (invocation: Invocation, name: string): Promise<Finish> =>
  withBook(invocation, async book => {
    const task = await book.show(name)
    if (task === undefined)
      throw refuse(`Expected a task's number or id, found none named ${show(name)}; \`perpetual tasks list\` shows them`)
    for (const line of renderDetail(task, invocation.output.colours)) invocation.output.result(line)
    return { json: { task } }
  })

const redo = (invocation: Invocation, name: string): Promise<Finish> =>
  withBook(invocation, async book => {
    const task = await book.redo(name)
    invocation.output.result(
      `${task.number === null ? '' : `#${task.number} `}${task.id} is made beside it; the first attempt stays as it is.`,
    )
    return { json: { task } }
  })

const blockOptions = z.object({ because: z.string().min(1).default('A person stopped it.') })

const block = (invocation: Invocation, name: string, because: string): Promise<Finish> =>
  withBook(invocation, async book => {
    const task = await book.block(name, because)
    invocation.output.result(`${task.id} is blocked; \`perpetual tasks unblock ${task.id}\` sets it back.`)
    return { json: { task } }
  })

const unblock = (invocation: Invocation, name: string): Promise<Finish> =>
  withBook(invocation, async book => {
    const task = await book.unblock(name)
    invocation.output.result(`${task.id} is pending again.`)
    return { json: { task } }
  })

const addHelp = `
A text file holds what an issue would, \`-\` is standard input:
  ### Assignment

  momentum-1: Momentum oscillators

  ### Indicators

  - rsi: Relative Strength Index (technical/momentum)
    What it is, as far as the writers should know.

A topic or a batch of videos needs no file; an id may stand before the title:
  perpetual tasks add zai-institutional --title "custody-1: Custody" --brief "What the pairs should be about."
  perpetual tasks add droid-eastern --title "Lectures" --video https://youtu.be/dQw4w9WgXcQ --question "How is it hedged?"`

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value]

function defineAdd(command: Command, start: Start): void {
  const adding = command.command('add <pipeline> [file]').summary('Make one task: an assignment, a topic or a batch of videos')
  adding
    .description('Makes a task from the text that an issue would have, or from options.')
    .option('--title <title>', 'of a topic or a batch')
    .option('--brief <text>', 'of a topic')
    .option('--video <address>', 'of a batch; once for each video', collect)
    .option('--question <text>', 'of a batch; may be repeated, or left out for whatever the videos tell', collect)
    .option('--priority <p0…p3>', 'how urgent it is (default: p2)')
    .option('--order <n>', 'within its priority, lower first (default: 0)')
    .addHelpText('after', addHelp)
    .action((pipeline: string, file: string | undefined) =>
      start(adding, invocation => add(invocation, [pipeline, file], addOptions.parse(adding.opts()))),
    )
}

export function define(command: Command, start: Start): void {
  command.addHelpText(
    'after',
    '\nA task is named by its number or its id: `perpetual tasks show 12`, `perpetual tasks show session_01`.',
  )
  const importing = command.command('import [files...]').summary('Make the tasks of tasks/*.yml that are not there yet')
  importing
    .description(
      'Makes the tasks of the files (default: all of tasks/*.yml). A file is named after its pipeline. Importing twice changes nothing.',
    )
    .action((files: readonly string[]) => start(importing, invocation => importFiles(invocation, files)))
  defineAdd(command, start)
  const listing = command.command('list').summary('All tasks, in the order in which they are worked on')
  listing
    .description('All tasks, in the order in which they are worked on, ended ones last.')
    .option('--pipeline <name>', 'only those of one pipeline')
    .option('--status <status>', `only those that are ${taskStatuses.join(', ')}`)
    .action(() => start(listing, invocation => list(invocation, listOptions.parse(listing.opts()))))
  const showing = command.command('show <task>').summary('One task with its units and deliveries')
  showing
    .description('One task with its units (indicators or videos) and deliveries.')
    .action((name: string) => start(showing, invocation => showTask(invocation, name)))
  const redoing = command.command('redo <task>').summary('A second attempt beside an ended or blocked task')
  redoing
    .description('A second attempt beside an ended or blocked task.')
    .action((name: string) => start(redoing, invocation => redo(invocation, name)))
  const blocking = command.command('block <task>').summary('Stop a task that has not ended')
  blocking
    .description('Stops a task that has not ended; a session that works on it turns to the next one.')
    .option('--because <reason>', 'kept with the task')
    .action((name: string) => start(blocking, invocation => block(invocation, name, blockOptions.parse(blocking.opts()).because)))
  const unblocking = command.command('unblock <task>').summary('Set a blocked task back to pending')
  unblocking
    .description('Sets a blocked task back to pending; what was done for it is kept.')
    .action((name: string) => start(unblocking, invocation => unblock(invocation, name)))
  defineApproval(command, start)
}
