import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{model,engine,languages,cli,server,client,rules,scripts,test}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'rules/*/cases/**', '**/fixtures/**', 'dist/**'],
    // Many tests make a type program or start a process, and CI machines are slow.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
