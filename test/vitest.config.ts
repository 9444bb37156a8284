import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { PATIENCE } from './patience.ts'

const engines = 'test/**/*.engines.test.ts'
const endToEnd = 'test/**/*.e2e.test.ts'
const report = process.env['TEST_REPORT']

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // A name a script may read the counts from; people read the terminal.
    reporters: report ? ['default', ['json', { outputFile: report }]] : ['default'],
    allowOnly: false,
    expect: { poll: { timeout: PATIENCE } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: [engines, endToEnd],
          // Machines are shared: a test that takes a second alone may take ten beside others.
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          // Half of the time would go into loading the same modules for each of two hundred files; none of them keeps anything that a test could see.
          isolate: false,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'engines',
          include: [engines],
          globalSetup: ['test/servers/global-setup.ts'],
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          isolate: false,
          // They wait for servers more than they work.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'end-to-end',
          include: [endToEnd],
          globalSetup: ['test/servers/global-setup.ts'],
          maxWorkers: 2,
          testTimeout: 600_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
