/** Whether a request asks the machine that it comes from: a model, a wallet or a browser beside the program answers or is gone, and hardly ever hangs. */
import type { Call, FileModel, Value } from './file.ts';
import type { Program } from './program.ts';
import { spanHolds } from './within.ts';
import { declarationOf } from './written-types.ts';

const HERE = /\b(localhost|127\.0\.0\.1|0\.0\.0\.0|host\.docker\.internal)\b|\[::1\]/;

/** From an address to the constant that it begins with. */
const DEEPEST = 4;

/** Have: axios.get(`http://localhost:${port}/status`), and axios.get(BASE + path) of const BASE = process.env.MODEL_URL ?? 'http://localhost:11434' */
export function asksThisMachine(program: Program, file: FileModel, { callee, args: [first] }: Call): boolean {
  return speaksOfHere(program, file, callee, 0) || (first !== undefined && speaksOfHere(program, file, first.value, 0));
}

function speaksOfHere(program: Program, file: FileModel, value: Value, depth: number): boolean {
  if (HERE.test(value.text) || HERE.test(String(value.literal))) return true;
  if (depth > DEEPEST) return false;
  const behind = (home: FileModel, other: Value | null | undefined): boolean => Boolean(other && speaksOfHere(program, home, other, depth + 1));
  // Have: new URL('/status', BASE)
  const made = value.root.kind === 'call' ? file.calls[value.root.call] : undefined;
  if (made?.args.some((a) => behind(file, a.value)) || value.properties.some((p) => behind(file, p.value))) return true;
  const isOfField = file.classes.some(({ fields }) =>
    fields.some((field) => field.uses.some((use) => spanHolds(value.span, use.span)) && behind(file, field.init)),
  );
  return (
    isOfField ||
    value.reads.some((id) => {
      const declared = declarationOf(program, file, id);
      const { param, init } = declared?.file.bindings[declared.binding] ?? {};
      return declared !== null && param === null && behind(declared.file, init);
    })
  );
}
