/** Sizes that the author stated, and that are believed: `// scalelint-size xs <= 20`. */
import type { Call, Class, FileModel, Fn, Span, Value } from './file.ts';
import { plainName } from './plain-names.ts';
import { spanHolds } from './within.ts';

export interface StatedSize {
  readonly name: string;
  readonly max: number;
  readonly span: Span;
}

/** What was stated of a value that goes by this name: in the function that declares it or around it, or right above that function. */
export function statedSizeOf(file: FileModel, value: Value, name: string | null): StatedSize | undefined {
  return file.statedSizes.find((stated) => (stated.name === name || stated.name === value.text) && speaksOf(file, stated, value));
}

/** What was stated of the table that a call reads, whatever holds its rows: `orders <= 20` above `res.json(await db.order.findMany())`. */
export function statedRowsOf(file: FileModel, call: Call, table: string): StatedSize | undefined {
  return file.statedSizes.find((stated) => isOfTable(stated, table) && speaksIn(file, stated, file.functions[call.fn]));
}

/** Have: class Books(ModelViewSet): # scalelint-size books <= 50 */
export function statedRowsIn(file: FileModel, { span }: Class, table: string): StatedSize | undefined {
  return file.statedSizes.find((stated) => isOfTable(stated, table) && spanHolds(span, stated.span));
}

function isOfTable({ name }: StatedSize, table: string): boolean {
  return plainName(name.slice(name.lastIndexOf('.') + 1)) === plainName(table);
}

function speaksOf(file: FileModel, stated: StatedSize, { root }: Value): boolean {
  return root.kind !== 'binding' || speaksIn(file, stated, file.functions[file.bindings[root.binding]?.fn ?? 0]);
}

function speaksIn(file: FileModel, { span }: StatedSize, declaring: Fn | undefined): boolean {
  const functions = [...file.functions.slice(1)].sort((a, b) => a.span.start - b.span.start);
  const innermost = functions.filter((fn) => spanHolds(fn.span, span)).pop();
  // Who stands in no function speaks of the module's own, and of the function below.
  const spoken = innermost ?? functions.find((fn) => fn.span.start >= span.end);
  if (!innermost && declaring?.id === 0) return true;
  for (let fn: Fn | undefined = declaring; fn && fn.id !== 0; fn = fn.parent === null ? undefined : file.functions[fn.parent])
    if (fn === spoken) return true;
  return false;
}
