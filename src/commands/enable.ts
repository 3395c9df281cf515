import type { Command } from 'commander'
import type { Start } from './command.ts'
import { turn } from './turn-switch.ts'

export function define(command: Command, start: Start): void {
  command
    .addHelpText('after', '\nUndoes `perpetual pause`. On GitHub it also sets the repository variable PERPETUAL_ENABLED to true.')
    .action(() => start(command, invocation => turn(invocation, false)))
}
