/** Reads a snippet as the product would, through the real front end and the real linking, and puts into words what was understood of it. */
import { infoOf, operationOf } from '../../../../model/calls.ts';
import type { Call, FileModel } from '../../../../model/file.ts';
import type { KnowledgeRow } from '../../../../model/knowledge.ts';
import { indexKnowledge } from '../../../../model/knowledge-index.ts';
import { createProgram, type Program } from '../../../../model/program.ts';
import { fewByName, knowledge, openWorkspace, parseSource, smallByName } from '../../frontend.ts';
import type { Use } from './use.ts';

/** `row` is what the tables say of the call that counts; null where they say nothing, and the language's own meaning holds. */
export interface Understood {
  readonly text: string;
  readonly row: KnowledgeRow | null;
}

const index = indexKnowledge([knowledge]);
// No package is installed here: what is understood is understood from the text alone.
const nowhere = openWorkspace('/nowhere', () => undefined);

/** A line that is a statement stands as it is; any other is awaited. */
const isStatement = /^(?:for|const|return|if|void|class)\b/;

const answers = new WeakMap<Use, Understood>();

export function understand(use: Use): Understood {
  const answer = answers.get(use) ?? read(use);
  answers.set(use, answer);
  return answer;
}

function read({ setUp, call, declaredBy }: Use): Understood {
  const before = `${setUp}\nexport async function run(this: any, a: any, b: any, xs: any[], f: any) {\n  `;
  const line = isStatement.test(call) ? call : `const outcome = await ${call.includes('▸') ? call : `▸${call}`};`;
  const start = before.length + line.indexOf('▸');
  const file = parseSource('/nowhere/main.ts', `${before}${line.replace('▸', '')}\n}\n`).lower('source', []);
  if (file.broken) return { text: 'does not parse', row: null };
  if (declaredBy !== null) {
    const [module = '', type = ''] = declaredBy.split('#');
    for (const each of file.calls)
      if (each.span.start === start) each.declared = { module, type: type === '' ? null : type, member: each.member ?? type, file: null, start: 0 };
  }
  const program = createProgram({
    files: new Map([[file.path, file]]),
    knowledge: index,
    smallNames: () => smallByName,
    fewNames: fewByName,
    templateNamed: () => null,
    declaredTable: () => null,
    sqlSchema: () => null,
    mounts: () => [],
    endsWorkers: () => false,
    resolve: (from, specifier) => nowhere.resolve(from, specifier),
    packageOf: () => ({ root: '/nowhere', dependencies: new Set() }),
  });
  return said(program, file, start);
}

/** A call stands for the chain that it ends: the last operation in it counts, as it does for the rules. */
function said(program: Program, file: FileModel, start: number): Understood {
  const chain = file.calls.filter((call) => call.span.start === start).sort((a, b) => a.span.end - b.span.end);
  const isToldOf = (call: Call): boolean => {
    const { row } = infoOf(program, file, call);
    return row !== null && (row.callbacks !== undefined || row.entry !== undefined || row.batches === true || row.loads !== undefined);
  };
  const call = chain.findLast((c) => operationOf(program, file, c) !== null) ?? chain.findLast(isToldOf) ?? chain.at(-1);
  if (call === undefined) return { text: 'no call', row: null };
  const op = operationOf(program, file, call);
  const { row } = infoOf(program, file, call);
  const parts: string[] = [];
  if (op !== null) {
    parts.push(op.library === null ? `language ${op.kind}` : op.kind);
    if (op.access !== null) parts.push(op.access);
    if (op.on !== null) parts.push(`of ${op.on.text}`);
    // Requests and clients are heavy unless somebody says otherwise.
    if (op.weight !== null && (op.weight === 'light' || (op.kind !== 'request' && op.kind !== 'build'))) parts.push(op.weight);
    if (op.library !== null && row?.op?.bulk === true) parts.push('bulk');
    if (op.batch !== null) parts.push(`by ${op.batch}`);
  }
  // A query that nobody waits for has no rows.
  const yields = op !== null || row?.op === undefined ? row : null;
  if (yields?.result !== undefined) parts.push(`→ ${yields.result.kind}/${yields.result.extent}`);
  if (yields?.cappedBy !== undefined) parts.push(`≤ ${yields.cappedBy.join(' ')}`);
  if (row?.entry !== undefined) parts.push('entry');
  else if (row?.callbacks !== undefined) parts.push(row.callbacks === 'now' ? 'once' : row.callbacks);
  if (row?.twin !== undefined) parts.push(`twin ${row.twin.module}${call.member === `${row.twin.member}Sync` ? '' : `#${row.twin.member}`}`);
  if (row?.batches === true) parts.push('grouped');
  const told = yields?.brings?.options?.[0] ?? yields?.brings?.links?.[0];
  if (told !== undefined) parts.push(`brings ${told}`);
  if (row?.loads !== undefined) parts.push(row.loads.again === true ? 'loads again' : 'loads');
  return { text: parts.join(' ') || 'nothing', row: op === null || op.library !== null ? row : null };
}
