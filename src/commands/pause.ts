import type { Command } from 'commander'
import type { Start } from './command.ts'
import { turn } from './turn-switch.ts'

export function define(command: Command, start: Start): void {
  command
    .addHelpText(
      'after',
      '\nNo session begins until `perpetual enable`; a session that runs goes on to its end (Ctrl-C ends it cleanly).\nOn GitHub it also sets the repository variable PERPETUAL_ENABLED to false.',
    )
    .action(() => start(command, invocation => turn(invocation, true)))
}
