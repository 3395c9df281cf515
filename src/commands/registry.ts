import type { CommandEntry } from './command.ts'

/** Every command, in the order of the help. A new one is a line here and a module that exports `define`. */
export const commands: readonly CommandEntry[] = [
  { name: 'init', summary: 'Set a git repository up for Perpetual', load: () => import('./init.ts') },
  { name: 'demo', summary: 'See the whole loop on this disk, without a key', load: () => import('./demo.ts') },
  { name: 'doctor', summary: 'Check what Perpetual needs and say what to do', load: () => import('./doctor.ts') },
  { name: 'run', summary: 'Run one session of a pipeline', load: () => import('./run.ts') },
  { name: 'status', summary: 'How everything stands', load: () => import('./status.ts') },
  { name: 'review', summary: 'Accept and reject what was delivered', load: () => import('./review.ts') },
  { name: 'database', summary: 'Search, count, export and check the database', load: () => import('./database.ts') },
  { name: 'pause', summary: 'Let no session begin', load: () => import('./pause.ts') },
  { name: 'enable', summary: 'Let sessions begin again', load: () => import('./enable.ts') },
  { name: 'rehearse', summary: 'Serve the embedded provider', load: () => import('./rehearse.ts') },
  { name: 'tasks', summary: 'Import, add, list, show, redo, block and unblock tasks', load: () => import('./tasks.ts') },
]
