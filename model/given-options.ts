/** What a call is told by the options that it is given, where the code shows all of them. */
import type { Call, FileModel, Value } from './file.ts';

/** The object that is written out for a call, or null where it may hold more than we see. Without an argument nothing is told. */
export function optionsOf(file: FileModel, { args }: Call, position: number): Value | 'none' | null {
  if (args.some((a) => a.spread)) return null;
  const given = args[position];
  if (!given) return 'none';
  const value = given.name === null ? writtenOut(file, given.value) : null;
  // A list names nothing: ThrottlerModule.forRoot([{ ttl, limit }])
  if (value?.root.kind === 'new-list') return value;
  // Have: session({ ...defaults })
  return value?.root.kind === 'new-object' && value.extent.class === 'constant' ? value : null;
}

export function option(options: Value, name: string): Value | null {
  return options.properties.find((property) => property.name === name)?.value ?? null;
}

/** `const options = { secret }; session(options)`, if nothing is added to it. */
function writtenOut(file: FileModel, value: Value): Value {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  const isUntouched = binding?.kind === 'const' && binding.uses.every((use) => use.kind === 'argument' || use.kind === 'read');
  return isUntouched && binding.init ? binding.init : value;
}
