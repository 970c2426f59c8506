import { expect, test } from 'vitest';
import type { FileModel } from '../model/file.ts';
import type { Program } from '../model/program.ts';
import type { Rule } from '../rules/rule.ts';
import { runRules } from './judge.ts';

const python = { path: '/a.py', language: 'python' } as FileModel;
const typescript = { path: '/a.ts', language: 'typescript' } as FileModel;

test('a rule sees the files of its languages, and is not asked where there are none', () => {
  const asked: string[][] = [];
  const rule: Rule = {
    name: 'only-python',
    summary: '',
    subject: 'database',
    severity: 'warning',
    languages: ['python'],
    fixes: 'never',
    check(_program, files) {
      asked.push([...files].map((file) => file.path));
      return [];
    },
  };
  runRules([rule], {} as Program, [typescript, python], []);
  runRules([rule], {} as Program, [typescript], []);
  expect(asked).toEqual([['/a.py']]);
});
