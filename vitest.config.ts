import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{model,profiles,engine,languages,cli,server,client,rules,scripts,test}/**/*.test.ts'],
          exclude: ['**/node_modules/**', 'rules/*/cases/**', '**/fixtures/**', 'dist/**', 'test/e2e/**'],
          setupFiles: ['test/seed.ts'],
          // Many tests make a type program or start a process, and CI machines are slow.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      'test/e2e/vitest.config.ts',
    ],
  },
});
