/** For tests: one project with a finding of each kind, printed by every reporter. */
import { type FindingSpec, replacement, resultOf } from '../testing.ts';

export const root = '/projects/shop';

export const sources = {
  [`${root}/src/a b/report.ts`]: `import { findOwner } from '../owners.ts';

export function report(users: User[], banned: string[]) {
\tconst out: User[] = [];
\tfor (const user of users) {
\t\tlog(user);
\t\taudit(user);
\t\tif (!user.active) continue;
\t\tif (banned.includes(user.id)) out.push(user);
\t}
\treturn out;
}

export async function load(users: User[]) {
  for (const user of users) {
    const 名前 = "日本語", owner = await findOwner(user.id);
  }
}
`,
  [`${root}/src/owners.ts`]: `export async function findOwner(id: string) {
  return prisma.owner.findUnique({
    where: { id },
  });
}
const text = readFileSync(path);
`,
};

const report = `${root}/src/a b/report.ts`;
const owners = `${root}/src/owners.ts`;

export const lookup: FindingSpec = {
  file: report,
  at: 'banned.includes(user.id)',
  evidence: ['`users`: `users` is a parameter', '`banned`: `banned` is a parameter'],
  trace: [
    { at: 'for (const user of users)', message: 'loop over users' },
    { at: 'banned.includes(user.id)', message: 'scans banned' },
  ],
  fixed: replacement(sources, report, 'banned.includes(user.id)', 'bannedSet.has(user.id)'),
};

export const query: FindingSpec = {
  file: report,
  at: 'findOwner(user.id)',
  rule: 'n-plus-one-query',
  severity: 'error',
  message: '`findOwner(…)` runs one query per `user`: O(users) queries. Load all owners before the loop.',
  growth: 'O(users)',
  evidence: ['`users`: `users` is a parameter', 'runs per request: handler of `app.get`'],
  trace: [
    { at: 'for (const user of users) {\n    const', message: 'loop over users' },
    { at: 'findOwner(user.id)', message: 'calls findOwner' },
    { file: owners, at: 'prisma.owner.findUnique', message: 'queries owner' },
  ],
  fixed: { refused: 'the query is in another file' },
};

export const blocking: FindingSpec = {
  file: owners,
  at: 'readFileSync(path)',
  rule: 'sync-io-in-hot-path',
  message: '`readFileSync(…)` blocks the event loop per request. Await `readFile` instead.',
  growth: null,
  fixed: replacement(sources, owners, 'readFileSync', 'await readFile', {
    level: 'suggestion',
    title: 'Await `readFile`',
    unproven: ['all callers await'],
  }),
};

export const minor: FindingSpec = { file: owners, at: 'path', severity: 'info' };

export const sample = resultOf({
  sources,
  findings: [lookup, query, blocking, minor],
  suppressed: [{ finding: { file: owners, at: 'prisma.owner.findUnique' }, reason: 'at most three' }],
  skipped: [
    { file: `${root}/a.min.js`, reason: 'minified (average line of 3,412 characters)' },
    { file: `${root}/b.min.js`, reason: 'minified (average line of 912 characters)' },
    { file: `${root}/big.js`, reason: 'larger than 1 MiB' },
  ],
});
