/** What leaves the program or stops its thread in a text, once imports and types were followed and libraries looked up: as in a check, with nothing else in the workspace. */
import { infoOf, operationOf } from '../../../model/calls.ts';
import { indexKnowledge } from '../../../model/knowledge-index.ts';
import { createProgram } from '../../../model/program.ts';
import { knowledge, parsePython } from '../frontend.ts';
import { workspace } from './python-workspace.ts';

const known = indexKnowledge([knowledge]);
const OUTWARD: ReadonlySet<string> = new Set(['query', 'request', 'blocking']);

/** Each such call, in order: `client.get request waits`. `many`: it takes many at once. */
export function asked(text: string): string[] {
  const file = parsePython('/w/main.py', text, false).lower('source', []);
  const { resolver } = workspace({ 'main.py': text });
  const program = createProgram({
    files: new Map([[file.path, file]]),
    knowledge: known,
    smallNames: () => new Set(),
    fewNames: new Set(),
    resolve: resolver.resolve,
    templateNamed: () => null,
    declaredTable: () => null,
    sqlSchema: () => null,
    mounts: () => [],
    endsWorkers: () => false,
    packageOf: () => ({ root: '/w', dependencies: new Set() }),
  });
  return file.calls.flatMap((call) => {
    const op = operationOf(program, file, call);
    if (!op || !OUTWARD.has(op.kind)) return [];
    const row = infoOf(program, file, call).row;
    return [
      [call.text, op.kind, op.access, row?.op?.bulk ? 'many' : null, op.blocks && op.kind !== 'blocking' ? 'waits' : null].filter(Boolean).join(' '),
    ];
  });
}
