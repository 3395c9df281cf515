import { resolve } from 'node:path'
import { Option, type Command } from 'commander'
import { z } from 'zod'
import { configFile } from '../../config/load-config.ts'
import { exportFolder, exportFormats } from '../../database/export-folder.ts'
import { PerpetualError } from '../../domain/errors.ts'
import type { Finish, Invocation, Start } from '../command.ts'
import { withDatabase } from './open-source.ts'

const grades = ['A', 'B', 'C', 'D', 'F'] as const
const names = z.array(z.string()).default([])
const optionsSchema = z.object({
  format: z.enum(exportFormats),
  output: z.string(),
  withoutModel: names,
  withoutProvider: names,
  withoutDomain: names,
  minGrade: z.enum(grades).optional(),
  force: z.boolean().default(false),
})
type Options = z.infer<typeof optionsSchema>

const help = `
Every row names its model, provider, source domains and licence, so that one of them can be left out later too.
Retracted pairs are left out. Expects \`dataset.license\` in ${configFile}.

Examples:
  perpetual database export --format messages --output export
  perpetual database export --format huggingface --output hub --min-grade B --without-model model/a`

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value]

const exportRows = (invocation: Invocation, options: Options): Promise<Finish> =>
  withDatabase(invocation, async ({ source, project, onShard }) => {
    const { dataset, goal } = project.config
    if (dataset.license === '')
      throw new PerpetualError(
        `Expected a licence before anything is exported, found none; set \`dataset.license\` in ${configFile}, such as CC-BY-4.0`,
        { actBy: 'fix-config' },
      )
    const { format, force, minGrade } = options
    const folder = resolve(invocation.folder, options.output)
    const filter = {
      withoutModels: options.withoutModel,
      withoutProviders: options.withoutProvider,
      withoutDomains: options.withoutDomain,
      minGrade,
    }
    const { license, language } = dataset
    const done = await exportFolder(source, {
      format,
      folder,
      force,
      filter,
      license,
      language,
      goal,
      onShard: onShard('Exporting'),
    })
    invocation.output.close()
    invocation.output.result(
      `${done.rows} pairs in ${folder}: ${done.files.join(', ')}. ${done.left} were left out by what was asked.`,
    )
    return { json: { format, folder, commit: source.head, ...done } }
  })

export function define(command: Command, start: Start): void {
  command
    .addHelpText('after', help)
    .addOption(new Option('--format <format>', 'the kind of files').choices(exportFormats).makeOptionMandatory())
    .requiredOption('--output <folder>', 'an empty or new folder')
    .option('--without-model <model>', 'leave pairs of a model out; may be repeated', collect)
    .option('--without-provider <provider>', 'leave pairs of a provider out; may be repeated', collect)
    .option('--without-domain <domain>', 'leave pairs out that cite a domain or one below it; may be repeated', collect)
    .addOption(new Option('--min-grade <grade>', 'leave lower grades out, and pairs without one').choices(grades))
    .option('--force', 'write into a folder that has files')
    .action(() => start(command, invocation => exportRows(invocation, optionsSchema.parse(command.opts()))))
}
