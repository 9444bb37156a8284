import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { roomNamed } from './rooms.ts'

/** The tests that mirror the room that is mutated: without servers, without a browser, without a built program. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: [...roomNamed(process.env['MUTATED_ROOM'] ?? '').tests],
    // One worker for all files of a mutant: starting one for each takes longer than the tests.
    isolate: false,
    env: { PROPERTY_RUNS: '40' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
