// Adds up the runner's own JSON reports, repeats what failed, and prints the closing line `N passed, N failed`; a missing report is a failure.
import { readFileSync } from 'node:fs'

let passed = 0
let failed = 0

/** What failed, with the first lines of why: a long log is often shown from its end only. */
function repeatFailures({ testResults }) {
  for (const { name, message, assertionResults } of testResults) {
    const failures = assertionResults.filter(({ status }) => status === 'failed')
    for (const { fullName, failureMessages } of failures)
      process.stdout.write(`FAILED ${name}: ${fullName}\n${failureMessages.join('\n').slice(0, 2000)}\n`)
    if (message && failures.length === 0) process.stdout.write(`FAILED ${name}: ${message.slice(0, 2000)}\n`)
  }
}
for (const path of process.argv.slice(2)) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'))
    passed += report.numPassedTests
    failed += report.numFailedTests
    if (!report.success) repeatFailures(report)
    // A file that does not even load has no failed test in it.
    if (!report.success && report.numFailedTests === 0) failed += report.numFailedTestSuites || 1
  } catch (error) {
    process.stderr.write(`perpetual: Expected a test report at ${path}: ${error.message}\n`)
    failed += 1
  }
}
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
