import { defineConfig } from 'vitest/config'

// Tests mostly wait for processes of their own, so more files than cores run at once.
const shared = { environment: 'node' as const, testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 3 }

export default defineConfig({
  test: {
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: process.env['TEST_REPORT'] ?? 'test-results/report.json' }]]
      : ['default'],
    projects: [
      { test: { ...shared, name: 'fast', include: ['test/**/*.test.ts'], exclude: ['test/**/*.slow.test.ts'] } },
      { test: { ...shared, name: 'slow', include: ['test/**/*.slow.test.ts'], testTimeout: 900_000, fileParallelism: false } },
    ],
  },
})
