import type { CommandEntry } from './command.ts'

/** Every command, in the order of the help. A new one is a line here and a module that exports `define`. */
export const commands: readonly CommandEntry[] = [
  { name: 'init', summary: 'Set a git repository up for Perpetual', load: () => import('./init.ts') },
  { name: 'demo', summary: 'See the whole loop on this disk, without a key', load: () => import('./demo.ts') },
  { name: 'doctor', summary: 'Check what Perpetual needs and say what to do', load: () => import('./doctor.ts') },
  { name: 'run', summary: 'Run one session of a pipeline', load: () => import('./run.ts') },
  { name: 'plan', summary: 'What starts now, and what everything else waits for', load: () => import('./plan.ts') },
  { name: 'up', summary: 'Run what can work, side by side, until it is stopped', load: () => import('./up.ts') },
  { name: 'status', summary: 'How everything stands', load: () => import('./status.ts') },
  { name: 'report', summary: 'The Team Status Report, as GitHub shows it once a day', load: () => import('./report.ts') },
  {
    name: 'simulate',
    summary: 'How it will go: pairs, the day of the goal, dollars, requests',
    load: () => import('./simulate.ts'),
  },
  { name: 'review', summary: 'Accept and reject what was delivered', load: () => import('./review.ts') },
  { name: 'database', summary: 'Search, count, export and check the database', load: () => import('./database.ts') },
  { name: 'pause', summary: 'Let no session begin', load: () => import('./pause.ts') },
  { name: 'enable', summary: 'Let sessions begin again', load: () => import('./enable.ts') },
  { name: 'rehearse', summary: 'Serve the embedded provider', load: () => import('./rehearse.ts') },
  { name: 'tasks', summary: 'Import, add, list, show, redo, propose and approve tasks', load: () => import('./tasks.ts') },
]
