import { describePassingFault } from './fault-suite.ts'

describePassingFault('a 502 after it took effect')
describePassingFault('a connection dropped before it took effect')
