import { defineConfig } from 'vitest/config';

// The machine that runs the tests may be several times slower than the one they were written on.
export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], testTimeout: 240_000, hookTimeout: 240_000 },
});
