/** Serializers that a function makes for the rows of a query: each row is serialized, and no loop is in sight. */
import { extentOf, isFew } from '../../model/extents.ts';
import type { Call, FileModel, Fn, Value } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import type { ClassRef } from '../../model/relations.ts';
import { rowsOf } from '../../model/rows.ts';
import { calleeThing } from '../../model/things.ts';
import { onlySerializerOf } from './chosen-serializers.ts';
import { isOfHandedOwner } from './handed-owner.ts';
import { isSerializer, touchesOfSerializer } from './serializers.ts';
import { asHint, unloaded } from './unloaded.ts';

/** Have: return Response(BookSerializer(Book.objects.all(), many=True).data). `said`: of the same query its view may list the rows as well. */
export function* madeSerializers(program: Program, file: FileModel, said: readonly Finding[]): Iterable<Finding> {
  for (const call of file.calls) {
    const finding = call.args.some((a) => a.name === 'many' && a.value.literal === true) ? made(program, file, call) : null;
    if (finding && !said.some((other) => other.file === finding.file && other.span.start === finding.span.start)) yield finding;
  }
}

function made(program: Program, file: FileModel, call: Call): Finding | null {
  const given = call.args.find((a) => a.name === 'instance' || (a.name === null && !a.spread))?.value;
  const fn = file.functions[call.fn];
  const serializer = given && fn ? serializerMade(program, file, call, fn) : null;
  if (!given || !fn || !serializer) return null;
  const rows = rowsOf(program, file, given);
  const extent = extentOf(program, file, given);
  // Less than a page of rows is not worth a word.
  if (!rows?.loaded || !rows.of || isFew(extent) || isHanded(program, file, given)) return null;
  const touches = touchesOfSerializer(program, serializer, rows.of);
  const finding = unloaded(rows, { file, name: fn.name, span: call.span }, serializer.class.name, touches);
  return finding && asHint(finding, 'what a query picks for one request is mostly a handful');
}

/** Have: def get_books(self, author: Author): books = author.book_set.all(); return BookSerializer(books, many=True).data */
function isHanded(program: Program, file: FileModel, value: Value): boolean {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  return (
    isOfHandedOwner(program, file, value) || (binding?.init !== null && binding?.init !== undefined && isOfHandedOwner(program, file, binding.init))
  );
}

/** `BookSerializer(…)`, or `self.get_serializer(…)` of a view with one. */
function serializerMade(program: Program, file: FileModel, call: Call, fn: Fn): ClassRef | null {
  const view = fn.class === null ? undefined : file.classes[fn.class];
  if (view && call.text === 'self.get_serializer') {
    // Have: @action(detail=False, serializer_class=BookLightSerializer)
    const told = file.calls.filter((c) => fn.decorators.some((d) => d.callee.span.start === c.span.start));
    const isOther = told.some((c) => c.args.some((a) => a.name === 'serializer_class'));
    return isOther ? null : onlySerializerOf(program, { file, class: view });
  }
  const thing = calleeThing(program, file, call.id);
  return thing?.kind === 'class' && isSerializer(program, thing) ? thing : null;
}
