/**
 * A file that is read anew on each request, though nothing of the request says which one: it is the same each time. In Python this stops only the
 * thread that serves the request, so it is the work that is repeated.
 */
import { operationOf } from '../../model/calls.ts';
import { entryOf } from '../../model/entries.ts';
import type { Call, FileModel, Fn } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { isRare } from '../../model/how-often.ts';
import type { Program } from '../../model/program.ts';
import { walk } from '../../model/walk.ts';
import { callText, doubtText } from '../../model/wording.ts';

/** Have: class Page(View): def get(self, request): return HttpResponse(PAGE.read_text()) */
export function sameFiles(program: Program, file: FileModel, fn: Fn): Finding[] {
  const entry = fn.async ? null : entryOf(program, fn);
  if (entry?.kind !== 'request' || entry.onLoop || isRare(program, file, fn)) return [];
  const found: Finding[] = [];
  walk(program, file, fn, {
    call(call, place) {
      if (place.memo || place.failed || operationOf(program, file, call)?.kind !== 'blocking' || !isReadOfFixed(file, call)) return;
      found.push({
        rule: 'sync-io-in-hot-path',
        file: file.path,
        span: call.span,
        severity: 'info',
        message: `${callText(call)} reads the same on every request: nothing of the request says which file. Read it once, when the module loads.`,
        growth: null,
        evidence: [`runs per request: ${entry.label}`, ...doubtText('the file may be small, and meant to be changed while the program runs')],
        trace: [
          { file: file.path, span: fn.nameSpan, message: entry.label },
          { file: file.path, span: call.span, message: `\`${call.text}\` reads` },
        ],
        fix: null,
      });
    },
  });
  return found;
}

const READS = /^read_(text|bytes)$/;

/** `TEMPLATE.read_text()`, `open(SCHEMA)`, and each of `FOLDER.glob('*.yaml')`. */
function isReadOfFixed(file: FileModel, call: Call): boolean {
  const [path, mode] = call.args;
  const isOpen = call.text === 'open' && path !== undefined && !/[wax+]/.test(String((mode?.value.literal ?? 'r') as string));
  if (!isOpen && !READS.test(call.member ?? '')) return false;
  const reads = isOpen ? path.value.reads : call.callee.reads;
  const isOwn = /\bself\b/.test(isOpen ? path.value.text : call.callee.text);
  return !isOwn && reads.length > 0 && reads.every((id) => isFixed(file, id, 0));
}

/** Made while the module loads, and never again; or an element of what such a thing leads to. */
function isFixed(file: FileModel, id: number, depth: number): boolean {
  const binding = file.bindings[id];
  if (!binding || depth > 4) return false;
  const over = binding.elementOf === null ? null : file.loops[binding.elementOf]?.over;
  if (over) return !/\bself\b/.test(over.text) && over.reads.length > 0 && over.reads.every((read) => isFixed(file, read, depth + 1));
  return binding.fn === 0 && binding.param === null && binding.uses.every((use) => use.kind !== 'assign' || use.fn === 0);
}
