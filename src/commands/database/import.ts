import { basename, resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { choice } from '../../config/fields.ts'
import { importCollection, integrationPipeline, type Imported } from '../../database-import/import-collection.ts'
import { importFormats, readImport } from '../../database-import/read-file.ts'
import { PerpetualError } from '../../domain/errors.ts'
import { oneLine } from '../../domain/one-line.ts'
import type { Finish, Invocation, Start } from '../command.ts'
import { withProject } from '../with-project.ts'

const optionsSchema = z.object({
  name: z.string().min(1).optional(),
  pipeline: z.string().optional(),
  table: z.string().optional(),
  format: choice(importFormats).optional(),
})
type Options = z.infer<typeof optionsSchema>

const shownProblems = 5

function describe({ rows, problems, tasks, pipeline }: Imported): string {
  const told = problems
    .slice(0, shownProblems)
    .map(({ row, reason }) => `  ${row === 0 ? '' : `row ${row}: `}${oneLine(reason, 200)}`)
  const more = problems.length > shownProblems ? [`  and ${problems.length - shownProblems} more`] : []
  const aside = problems.length === 0 ? [] : [`${problems.length} rows could not be read and are put aside:`, ...told, ...more]
  const made =
    tasks.created === 0
      ? `All ${tasks.existing} tasks of it are there already; nothing was changed.`
      : `${rows} pairs wait in ${tasks.created + tasks.existing} tasks${tasks.existing > 0 ? `, ${tasks.existing} of which were there already` : ''}.`
  return [made, ...aside, `They pass the gates and come into the database with \`perpetual run ${pipeline}\`.`].join('\n')
}

const importFile = (invocation: Invocation, file: string, { name, pipeline: wanted, ...reading }: Options): Promise<Finish> =>
  withProject(invocation, async project => {
    const { output } = invocation
    const pipeline = integrationPipeline(project, wanted)
    const collection = await readImport(resolve(file), { format: reading.format, table: reading.table })
    if (collection.rows.length === 0)
      throw new PerpetualError(
        `Expected questions and answers in ${basename(file)}, found none: ${oneLine(collection.problems[0]?.reason ?? 'it is empty', 300)}`,
        { actBy: 'fix-config' },
      )
    const progress = output.progress({ label: 'Importing', unit: 'tasks' })
    const imported = await importCollection(project, collection, {
      name: name ?? basename(file),
      pipeline,
      onProgress: (done, total) => progress.update(done, `of ${total}`),
    }).finally(() => progress.end())
    output.result(describe(imported))
    return { json: { ...imported, problems: imported.problems.length } }
  })

export function define(command: Command, start: Start): void {
  command
    .argument('<file>', 'JSON, JSON Lines, CSV, TSV or SQLite with a question and an answer in each row')
    .option('--name <name>', "what the collection is called in the database (default: the file's name)")
    .option('--format <format>', `${importFormats.join(', ')} (default: by the file itself)`)
    .option('--table <table>', 'of an SQLite file with several')
    .option('--pipeline <name>', 'of several that integrate')
    .addHelpText(
      'after',
      '\nImporting the same file again changes nothing; an import that was stopped goes on.\n\nExample:\n  perpetual database import pairs.csv && perpetual run claude-integration',
    )
    .action((file: string) => start(command, invocation => importFile(invocation, file, optionsSchema.parse(command.opts()))))
}
