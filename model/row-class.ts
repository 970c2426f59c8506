/**
 * What the project declares of the class whose rows a call reads or writes: the facts that a fix must know before it asks or writes in another
 * way. What they mean is for the language's writer to say.
 */
import { collected } from './collected.ts';
import type { Call, Class, FileModel, Loop, Value } from './file.ts';
import type { DeclaredClass, DeclaredField, RowClass } from './finding.ts';
import type { Program } from './program.ts';
import { type ClassRef, lineage } from './relations.ts';
import { rowsOf } from './rows.ts';
import { thingOf } from './things.ts';

/** Of `Book.objects.create(…)`, or of the rows that `loop` walks where the call is made on one of them: `book.save()`. */
export function rowClassOf(program: Program, file: FileModel, call: Call, loop: Loop): RowClass | null {
  if (file.language !== 'python') return null;
  const { root, path } = call.callee;
  const isElement = root.kind === 'binding' && path.length === 0 && loop.elements.includes(root.binding);
  const of = isElement ? loop.over && rowsOf(program, file, loop.over)?.of : (rowsOf(program, file, call.callee)?.of ?? madeBy(program, file, call));
  return of ? lineage(program, of).map((each) => declaredClass(program, each)) : null;
}

/** Have: Book(title=title).save(), book = Book(…) … book.save() */
function madeBy(program: Program, file: FileModel, { callee }: Call): ClassRef | null {
  const thing = thingOf(program, file, callee);
  return thing?.kind === 'object' ? { file: thing.file, class: thing.class } : null;
}

function declaredClass(program: Program, { file, class: each }: ClassRef): DeclaredClass {
  const within = file.classes.filter((c) => c !== each && c.span.start > each.span.start && c.span.end <= each.span.end);
  return {
    name: each.name,
    methods: each.methods.map((m) => m.name),
    fields: [...fieldsOf(file, each, ''), ...within.flatMap((inner) => fieldsOf(file, inner, `${inner.name}.`))],
    foreign: each.extends.filter((base) => thingOf(program, file, base)?.kind !== 'class').map((base) => base.text),
    heard: [each.name, EVERY].flatMap((name) => collected<Heard>(program, 'listeners of classes', name, listeners).map(({ event }) => event)),
  };
}

function fieldsOf(file: FileModel, { fields }: Class, prefix: string): DeclaredField[] {
  return fields.flatMap(({ name, init }) => {
    if (!init) return [];
    const call = init.root.kind === 'call' && init.path.length === 0 ? file.calls[init.root.call] : undefined;
    const plain = call?.args.flatMap(({ name: keyword, value }) => (keyword !== null && isPlain(value) ? [[keyword, value.literal] as const] : []));
    return [{ name: `${prefix}${name}`, made: call?.text ?? '', options: Object.fromEntries(plain ?? [['', init.literal]]) }];
  });
}

function isPlain(value: Value): boolean {
  return value.root.kind === 'literal';
}

interface Heard {
  readonly event: string;
}

const EVERY = '*';

/** Have: @receiver(post_save, sender=Book), post_save.connect(on_save, sender='library.Book'); without a sender those of every class. */
function listeners(file: FileModel): ReadonlyMap<string, readonly Heard[]> {
  const found = new Map<string, Heard[]>();
  if (file.language !== 'python' || file.context === 'test') return found;
  for (const call of file.calls) {
    const isConnected = call.member === 'connect';
    if (!isConnected && !/(^|\.)receiver$/.test(call.text)) continue;
    const sender = call.args.find((a) => a.name === 'sender')?.value;
    const name = (typeof sender?.literal === 'string' ? sender.literal : sender?.text)?.split('.').pop() ?? EVERY;
    found.set(name, [...(found.get(name) ?? []), { event: isConnected ? call.text : (call.args[0]?.value.text ?? '') }]);
  }
  return found;
}
