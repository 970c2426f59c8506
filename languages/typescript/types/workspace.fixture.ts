/** Real folders for the tests of this part: a workspace is written from a list of texts and removed afterwards. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import type { Answer, CalleeAnswer, Question, ValueAnswer } from './oracle.ts';
import { createProgramOracle, type ProgramOracle } from './program-oracle.ts';
import { createProjects, type Projects } from './projects.ts';
import { createResolver, type Resolver } from './resolve.ts';
import { slashes } from './workspace-files.ts';

const made: string[] = [];
afterAll(() => made.forEach((folder) => fs.rmSync(folder, { recursive: true, force: true })));

export interface Workspace {
  readonly root: string;
  readonly projects: Projects;
  readonly resolver: Resolver;
  readonly oracle: ProgramOracle;
  readonly path: (name: string) => string;
  readonly write: (name: string, text: string) => void;
  /** The value of the first place in the file where this text stands. */
  readonly value: (name: string, expression: string) => Promise<ValueAnswer>;
  readonly callee: (name: string, call: string) => Promise<CalleeAnswer['declared']>;
}

export function workspace(texts: Readonly<Record<string, string>>): Workspace {
  const root = slashes(fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'scalelint-types-'))));
  made.push(root);
  const at = (name: string): string => `${root}/${name}`;
  const write = (name: string, text: string): void => {
    fs.mkdirSync(path.dirname(at(name)), { recursive: true });
    fs.writeFileSync(at(name), text);
  };
  for (const [name, text] of Object.entries(texts)) write(name, text);
  const projects = createProjects({ root });
  const resolver = createResolver(projects);
  const oracle = createProgramOracle({ projects, resolver });

  const ask = async (name: string, about: Question['about'], text: string): Promise<Answer> => {
    const source = projects.files.readFile(at(name)) ?? '';
    const start = source.indexOf(text);
    if (start < 0) throw new Error(`${name} does not contain ${text}`);
    const [answers] = await oracle.ask([{ file: at(name), questions: [{ about, start, end: start + text.length }] }]);
    return answers?.[0] as Answer;
  };

  return {
    root,
    projects,
    resolver,
    oracle,
    path: at,
    write,
    value: async (name, expression) => (await ask(name, 'value', expression)) as ValueAnswer,
    callee: async (name, call) => ((await ask(name, 'callee', call)) as CalleeAnswer).declared,
  };
}
