import { describeProcesses } from './process-suite.ts'

describeProcesses({ writers: 3, lines: 6, kills: 3 })
