import { describeProcesses } from './process-suite.ts'

describeProcesses({ writers: 8, lines: 20, kills: 25 })
