import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 40_000,
    // One worker for each core: the default leaves one core idle, which is half of a small machine.
    maxWorkers: '100%',
  },
})
