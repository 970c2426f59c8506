/**
 * Views that hand the rows of a query to a serializer, which touches their relations row by row: no loop is in sight, for the framework is the
 * loop. What a serializer touches is said by its fields and its methods.
 */
import type { Call, Class, Field, FileModel, Value } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import { type ClassRef, fieldOf, lineage, type Relation, relationsOf } from '../../model/relations.ts';
import { type Rows, rowsOf } from '../../model/rows.ts';
import { calleeThing, knowledgeSymbol, thingOf } from '../../model/things.ts';
import { fixFor, isLoaded, pathOf, remedyOf } from './paths.ts';
import { type Touch, touchesOf } from './touches.ts';

/** Have: class BookViewSet(ModelViewSet): queryset = Book.objects.all(); serializer_class = BookSerializer */
export function* serialized(program: Program, file: FileModel): Iterable<Finding> {
  for (const view of file.classes) {
    const serializers = serializersOf(program, { file, class: view });
    const [serializer] = serializers;
    if (!serializer || !listsRows(program, { file, class: view })) continue;
    const rows = rowsOfView(program, file, view);
    if (!rows?.loaded || rows.file !== file) continue;
    const touches = new Map<string, Touch>();
    for (const touch of serializers.flatMap((each) => touchesOfSerializer(program, each, rows.of, 0))) {
      const path = pathOf(touch);
      if (!isLoaded(rows, path) && !touches.has(path)) touches.set(path, touch);
    }
    const [first] = touches.values();
    if (first) yield report(file, view, serializer.class, rows, [...touches.values()], first);
  }
}

function report(file: FileModel, view: Class, serializer: Class, rows: Rows, touches: readonly Touch[], first: Touch): Finding {
  const names = touches.map((touch) => `\`${pathOf(touch)}\``);
  const what = names.length > 2 ? `${names[0]} and ${names.length - 1} more` : names.join(' and ');
  const queries = names.length === 1 ? 'one more query' : `${names.length} more queries`;
  return {
    rule: 'lazy-relation-in-loop',
    file: file.path,
    span: rows.query,
    severity: 'warning',
    message: `\`${serializer.name}\` touches ${what} of each \`${rows.of.class.name}\`, which this query does not load: ${queries} per row. ${remedyOf(first, rows.of.class.name)}`,
    growth: null,
    evidence: [`\`${view.name}\` lists the rows of this query`],
    trace: [
      { file: file.path, span: view.span, message: `\`${view.name}\` serializes them` },
      ...touches.slice(0, MOST_STEPS).flatMap((t) => t.steps),
    ],
    fix: fixFor(rows, touches),
  };
}

/** More than a few places to look at explain nothing. */
const MOST_STEPS = 4;

/** `serializer_class = BookSerializer`, or what `get_serializer_class` chooses from. */
function serializersOf(program: Program, view: ClassRef): ClassRef[] {
  const given = fieldOf(program, view, 'serializer_class');
  const method = view.class.methods.find((m) => m.name === 'get_serializer_class');
  const chosen = method ? (view.file.functions[method.fn]?.returns ?? []).map((value) => thingOf(program, view.file, value)) : [];
  const things = chosen.length > 0 ? chosen : [given?.field.init ? thingOf(program, given.file, given.field.init) : null];
  return things.flatMap((thing) => (thing?.kind === 'class' ? [{ file: thing.file, class: thing.class }] : []));
}

/** Views of one row at a time have no rows to speak of. */
function listsRows(program: Program, view: ClassRef): boolean {
  return lineage(program, view).some((each) =>
    each.class.extends.some((base) => /(ModelViewSet|ListAPIView|ListCreateAPIView|ListModelMixin|ReadOnlyModelViewSet)$/.test(base.text)),
  );
}

function rowsOfView(program: Program, file: FileModel, view: Class): Rows | null {
  // What a base class does to the queries of all its views is not followed.
  const [, ...bases] = lineage(program, { file, class: view });
  if (bases.some((base) => base.class.methods.some((m) => /^(get_queryset|filter_queryset|setup_eager_loading|initial|list)$/.test(m.name))))
    return null;
  const method = view.methods.find((m) => m.name === 'get_queryset');
  if (!method) {
    const queryset = view.fields.find((f) => f.name === 'queryset');
    return queryset?.init ? rowsOf(program, file, queryset.init) : null;
  }
  const [only, ...others] = (file.functions[method.fn]?.returns ?? []).map((value) => rowsOf(program, file, value));
  return only && others.length === 0 ? only : null;
}

const DEEPEST = 3;

function touchesOfSerializer(program: Program, serializer: ClassRef, of: ClassRef, depth: number): Touch[] {
  if (depth > DEEPEST) return [];
  const listed = listedFields(serializer);
  const relations = relationsOf(program, of);
  const found: Touch[] = [];
  const declared = new Set<string>();
  for (const each of lineage(program, serializer)) {
    for (const field of each.class.fields) {
      if (declared.has(field.name) || (listed && !listed.has(field.name))) continue;
      const call = callOf(each.file, field);
      if (!call) continue;
      declared.add(field.name);
      found.push(...touchesOfField(program, each, field, call, of, depth));
    }
    const represent = each.class.methods.find((m) => m.name === 'to_representation');
    if (represent) found.push(...inMethod(program, each.file, represent.fn, of));
  }
  // Rows of a many-to-many relation are listed by their keys.
  for (const name of listed ?? []) {
    const relation = declared.has(name) ? undefined : relations.get(name);
    if (relation?.holds === 'many') found.push(touch(serializer, relation, [], serializer.class.span, `lists \`${name}\``));
  }
  return found;
}

/** `fields = ['id', 'author']` of the class `Meta` inside. Null: all, or nobody can tell. */
function listedFields({ file, class: owner }: ClassRef): ReadonlySet<string> | null {
  const meta = file.classes.find((c) => c.name === 'Meta' && c.span.start > owner.span.start && c.span.end <= owner.span.end);
  const fields = meta?.fields.find((f) => f.name === 'fields')?.init;
  const names = fields?.root.kind === 'new-list' ? fields.elements.map((e) => e.literal) : [];
  return fields && names.length === fields.extent.count && names.every((n) => typeof n === 'string') ? new Set(names) : null;
}

function callOf(file: FileModel, field: Field): Call | null {
  const { init } = field;
  return init?.root.kind === 'call' && init.path.length === 0 ? (file.calls[init.root.call] ?? null) : null;
}

function touchesOfField(program: Program, { file, class: owner }: ClassRef, field: Field, call: Call, of: ClassRef, depth: number): Touch[] {
  const source = call.args.find((a) => a.name === 'source')?.value.literal;
  const path = (typeof source === 'string' ? source : field.name).split('.');
  const callee = calleeThing(program, file, call.id);
  const symbol = callee ? knowledgeSymbol(callee) : null;
  if (symbol?.endsWith('.SerializerMethodField')) {
    const given = call.args[0]?.value.literal;
    const name = typeof given === 'string' ? given : `get_${field.name}`;
    const method = owner.methods.find((m) => m.name === name);
    return method ? inMethod(program, file, method.fn, of) : [];
  }
  const led = lead(program, of, path);
  if (led.length === 0) return [];
  const [last] = led.slice(-1);
  const isMany = call.args.some((a) => a.name === 'many' && a.value.literal === true);
  const here = touch({ file, class: owner }, led[0] as Relation, led.slice(1), call.span, `\`${field.name}\` touches it`);
  if (callee?.kind === 'class' && last?.target && isSerializer(program, callee)) {
    const further = touchesOfSerializer(program, callee, last.target, depth + 1).map(
      (each): Touch => ({ ...each, path: [...led, ...each.path], steps: [...here.steps, ...each.steps] }),
    );
    return [here, ...further];
  }
  // The key of one related row stands in the row itself.
  if (symbol?.endsWith('.PrimaryKeyRelatedField') && !isMany) return [];
  if (/\.(StringRelatedField|SlugRelatedField|PrimaryKeyRelatedField)$/.test(symbol ?? '') || path.length > led.length) return [here];
  return [];
}

function isSerializer(program: Program, ref: ClassRef): boolean {
  return lineage(program, ref).some((each) => each.class.extends.some((base) => /Serializer$/.test(base.text)));
}

/** The relations that a dotted path leads through. */
function lead(program: Program, of: ClassRef, path: readonly string[]): Relation[] {
  const [name, ...rest] = path;
  const relation = name === undefined ? undefined : relationsOf(program, of).get(name);
  if (!relation || relation.isEager) return [];
  return [relation, ...(relation.target && rest.length > 0 ? lead(program, relation.target, rest) : [])];
}

function touch(at: ClassRef, relation: Relation, more: readonly Relation[], span: Value['span'], message: string): Touch {
  const use = { kind: 'read', span, fn: 0, loops: [], path: [relation.name], call: null, method: null } as const;
  return { path: [relation, ...more], text: `.${relation.name}`, span, use, steps: [{ file: at.file.path, span, message }] };
}

/** A method that is handed one row: `get_author_name(self, book)`, `to_representation(self, book)`. */
function inMethod(program: Program, file: FileModel, fn: number, of: ClassRef): Touch[] {
  const method = file.functions[fn];
  const binding = method?.params[0]?.binding;
  const uses = binding === null || binding === undefined ? [] : (file.bindings[binding]?.uses ?? []);
  return touchesOf(program, file, uses, of).map((each) => ({
    ...each,
    steps: [{ file: file.path, span: each.span, message: `\`${method?.name}\` touches it` }, ...each.steps],
  }));
}
