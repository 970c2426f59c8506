/**
 * Views that hand the rows of a query to a serializer, which touches their relations row by row: no loop is in sight, for the framework is the
 * loop. What a serializer touches is said by its fields and its methods.
 */
import { isFew, isShortPage } from '../../model/extents.ts';
import type { Call, Class, Field, FileModel, Value } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { isLeftOut } from '../../model/left-out.ts';
import { inMeta } from '../../model/meta.ts';
import { isOfOnePerson, isPersonsQuery } from '../../model/of-one-person.ts';
import type { Program } from '../../model/program.ts';
import { LOADS } from '../../model/query-loads.ts';
import { isAskedForOne, isRegisteredNowhere } from '../../model/registered-views.ts';
import { type ClassRef, lineage, type Relation, relationsOf } from '../../model/relations.ts';
import { type Rows, rowsOf } from '../../model/rows.ts';
import { sitesOf } from '../../model/summaries.ts';
import { calleeThing, knowledgeSymbol, type Thing, thingOf } from '../../model/things.ts';
import { type Touch, touchesOfMember, touchesOfParameter } from '../../model/touches.ts';
import { pageOfView } from '../../model/view-pages.ts';
import { isWholeQueryset } from '../../model/whole-tables.ts';
import { NOBODY_WAITS, PICKED } from '../../model/wording.ts';
import { serializersOf } from './chosen-serializers.ts';
import { isPagedThrough, NOT_PAGED } from './paths.ts';
import { asHint, unloaded } from './unloaded.ts';

/** Have: class BookViewSet(ModelViewSet): queryset = Book.objects.all(); serializer_class = BookSerializer */
export function* serialized(program: Program, file: FileModel): Iterable<Finding> {
  for (const view of file.classes) {
    const serializers = serializersOf(program, { file, class: view });
    const [serializer] = serializers;
    if (!serializer || !listsRows(program, { file, class: view }) || isAskedForOne(program, { file, class: view }) || answersOtherwise(file, view))
      continue;
    const rows = rowsOfView(program, file, view);
    if (!rows?.loaded || !rows.of || rows.file !== file) continue;
    const { of } = rows;
    const touches = serializers.flatMap((each) => touchesOfSerializer(program, each, of));
    const finding = unloaded(rows, { file, name: view.name, span: view.span }, serializer.class.name, touches);
    if (!finding) continue;
    const isShort = isShown(program, { file, class: view }) && !touches.some(leadsThroughMany);
    if (isLeftOut(program, file) || isRegisteredNowhere(program, { file, class: view })) yield asHint(finding, NOBODY_WAITS);
    else if (serializers.length > 1) yield asHint(finding, 'which of several serializers lists them, an expression chooses');
    else if (isShort) yield asHint(finding, 'it shows twenty rows at most');
    else if (isPersonsQuery(program, rows.file, rows.query) || picksOfOnePerson(program, file, view)) yield asHint(finding, OF_ONE_PERSON);
    // Of the views that were read, those of rows that meet a condition had as often few as many.
    else if (isNested(program, { file, class: view }) || !isWholeQueryset(program, rows.file, rows.query)) yield asHint(finding, PICKED);
    else if (!isPagedThrough(program, rows.model, pageOfView(program, { file, class: view }))) yield asHint(finding, NOT_PAGED);
    else yield finding;
  }
}

/** Have: def list(self, request): return Response({'count': Book.objects.count()}); or it loads with the rows what the others need not have. */
function answersOtherwise(file: FileModel, view: Class): boolean {
  const list = view.methods.find((m) => m.name === 'list');
  const calls = list ? file.calls.filter(({ fn }) => fn === list.fn) : [];
  const asks = (pattern: RegExp): boolean => calls.some(({ member, text }) => pattern.test(member ?? text));
  const isOfOwnRows = asks(/^(list|get_queryset)$/) || view.fields.some((f) => f.name === 'queryset' && f.uses.some(({ fn }) => fn === list?.fn));
  return list !== undefined && !(asks(/^list$|serializer/i) && isOfOwnRows && !asks(LOADS));
}

/** A short page at a time. */
function isShown(program: Program, view: ClassRef): boolean {
  const count = pageOfView(program, view);
  const page = { class: 'bounded', count, why: '', from: 'page' } as const;
  return count !== null && (isFew(page) || isShortPage(page));
}

/** Have: playlist.entries.video: of each of a page of playlists all entries, and their videos. */
function leadsThroughMany({ path }: Touch): boolean {
  return path.slice(0, -1).some(({ holds }) => holds === 'many');
}

/** Views of one row at a time have no rows to speak of. */
function listsRows(program: Program, view: ClassRef): boolean {
  return lineage(program, view).some((each) =>
    each.class.extends.some((base) => /(ModelViewSet|ListAPIView|ListCreateAPIView|ListModelMixin|ReadOnlyModelViewSet)$/.test(base.text)),
  );
}

const OF_ONE_PERSON = 'what one person has is mostly a handful';

/** Have: def get_queryset(self): … queryset = queryset.filter(email=self.request.user.email) */
function picksOfOnePerson(program: Program, file: FileModel, view: Class): boolean {
  const own = view.methods.find(({ name }) => name === 'get_queryset');
  return file.calls.some((call) => call.fn === own?.fn && call.member === 'filter' && isOfOnePerson(program, file, call));
}

/**
 * What belongs to the one that the route names: class VersionViewSet(NestedViewSetMixin, ModelViewSet), or
 * def filter_queryset(self, queryset): return queryset.filter(project=self.kwargs['project'])
 */
function isNested(program: Program, view: ClassRef): boolean {
  if (lineage(program, view).some((each) => each.class.extends.some(({ text }) => /(^|\.)NestedViewSetMixin$/.test(text)))) return true;
  const own = view.class.methods.find(({ name }) => name === 'filter_queryset');
  return view.file.calls.some(
    ({ fn, member, args }) => fn === own?.fn && member === 'filter' && args.some(({ value }) => /\bself\.kwargs\b/.test(value.text)),
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

/** What a serializer touches of each row of a class: through its fields, its methods, and the serializers that it nests. */
export function touchesOfSerializer(program: Program, serializer: ClassRef, of: ClassRef, depth = 0): Touch[] {
  if (depth > DEEPEST || isOfMany(program, serializer)) return [];
  const listed = listedFields(serializer);
  const relations = relationsOf(program, of);
  const found: Touch[] = [];
  const gone = lineage(program, serializer).flatMap((each) => goneFields(program, each));
  const declared = new Set(gone.flatMap(({ name, isAlways }) => (isAlways && name !== null ? [name] : [])));
  // Which fields a loop or a condition takes away is told from outside.
  const isSometimes = (field: string): boolean => gone.some(({ name, isAlways }) => name === null || (name === field && !isAlways));
  const ofField = (field: string, touches: readonly Touch[]): readonly Touch[] =>
    isSometimes(field) ? touches.map((each) => ({ ...each, isFallback: true })) : touches;
  for (const each of lineage(program, serializer)) {
    for (const field of each.class.fields) {
      if (declared.has(field.name) || (listed && !listed.has(field.name))) continue;
      const call = callOf(each.file, field);
      if (!call) continue;
      declared.add(field.name);
      // What is only written is shown to nobody.
      if (call.args.some((a) => a.name === 'write_only' && a.value.text === 'True')) continue;
      found.push(...ofField(field.name, touchesOfField(program, each, field, call, of, depth)));
    }
    const represent = each.class.methods.find((m) => m.name === 'to_representation');
    if (represent) found.push(...touchesOfParameter(program, each.file, represent.fn, of));
  }
  for (const name of listed ?? namesOfAll(program, serializer, of)) {
    if (declared.has(name)) continue;
    const relation = relations.get(name);
    // Rows of a many-to-many relation are listed by their keys.
    if (relation?.holds === 'many') found.push(...ofField(name, [touch(serializer, relation, [], serializer.class.span, `lists \`${name}\``)]));
    else if (!relation) found.push(...ofField(name, touchesOfMember(program, of, name)));
  }
  return found;
}

/** A field that is taken away when a serializer is made. `name` is null where it is not told; `isAlways`: no condition says whether. */
interface Gone {
  readonly name: string | null;
  readonly isAlways: boolean;
}

/** Have: del self.fields['notes'] in `__init__`, or pop('notes') of them. */
function goneFields(program: Program, { file, class: owner }: ClassRef): Gone[] {
  const init = file.functions[owner.methods.find((m) => m.name === 'constructor')?.fn ?? -1];
  const uses = owner.fields.find((f) => f.name === 'fields')?.uses ?? [];
  return uses
    .filter(({ kind, fn }) => kind === 'shrink' && fn === init?.id)
    .flatMap(({ call }) => {
      const popped = call === null ? undefined : file.calls[call];
      const name = popped ? popped.args[0]?.value.literal : null;
      if (name !== null && typeof name !== 'string') return [];
      const site = init && popped ? sitesOf(program, { file, fn: init }).find((each) => each.call === popped) : undefined;
      return [{ name, isAlways: site?.place.branches.length === 0 }];
    });
}

/** Have: class ShapeSerializer(PolymorphicSerializer): model_serializer_mapping = {…}: it hands each row to another serializer, and touches nothing itself. */
function isOfMany(program: Program, serializer: ClassRef): boolean {
  return lineage(program, serializer).some((each) => each.class.extends.some(({ text }) => /(^|\.)PolymorphicSerializer$/.test(text)));
}

/** `fields = '__all__'`, `exclude = ['notes']`: the many-to-many relations that the model itself declares. What leads back to it is not among them. */
function namesOfAll(program: Program, { file, class: owner }: ClassRef, of: ClassRef): string[] {
  const excluded = inMeta(file, owner, 'exclude');
  if (inMeta(file, owner, 'fields')?.literal !== '__all__' && excluded?.root.kind !== 'new-list') return [];
  const left = new Set(excluded?.elements.map((each) => each.literal) ?? []);
  return lineage(program, of).flatMap((each) =>
    each.class.fields.flatMap((field) => {
      const call = callOf(each.file, field);
      const callee = call && calleeThing(program, each.file, call.id);
      return callee && libraryClass(program, callee)?.endsWith('.ManyToManyField') && !left.has(field.name) ? [field.name] : [];
    }),
  );
}

/** `fields = ['id', 'author']` of the class `Meta` inside. Null: all, or nobody can tell. */
function listedFields({ file, class: owner }: ClassRef): ReadonlySet<string> | null {
  const fields = inMeta(file, owner, 'fields');
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
  const symbol = callee && libraryClass(program, callee);
  if (symbol?.endsWith('.SerializerMethodField')) {
    const given = call.args[0]?.value.literal;
    const name = typeof given === 'string' ? given : `get_${field.name}`;
    const method = owner.methods.find((m) => m.name === name);
    return method ? touchesOfParameter(program, file, method.fn, of) : [];
  }
  const led = lead(program, of, path);
  // A field may be a property or a method of the row.
  if (led.length === 0) return path.length === 1 && path[0] !== undefined ? touchesOfMember(program, of, path[0]) : [];
  const [last] = led.slice(-1);
  const isMany = call.args.some((a) => a.name === 'many' && a.value.literal === true);
  const here = touch({ file, class: owner }, led[0] as Relation, led.slice(1), call.span, `\`${field.name}\` touches it`);
  // Have: AuthorSerializer(fields=['id', 'name']): of all that it could show, what it is told to.
  if (callee?.kind === 'class' && call.args.some(({ name }) => name === 'fields')) return [here];
  if (callee?.kind === 'class' && isSerializer(program, callee)) {
    // Of `settings.AUTH_USER_MODEL` nothing more is known.
    if (!last?.target) return [here];
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

/** The library's class that is called, or that the project's own extends. */
function libraryClass(program: Program, callee: Thing): string | null {
  if (callee.kind !== 'class') return knowledgeSymbol(callee);
  const bases = lineage(program, callee).flatMap(({ file, class: each }) => each.extends.map((base) => thingOf(program, file, base)));
  const [first] = bases.filter((base): base is Thing => base !== null && base.kind !== 'class');
  return first ? knowledgeSymbol(first) : null;
}

/** Does it extend what a library calls a serializer? */
export function isSerializer(program: Program, ref: ClassRef): boolean {
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
  const use = { kind: 'read', span, fn: 0, loops: [], path: [relation.name], call: null, method: null, key: null } as const;
  return { path: [relation, ...more], text: `.${relation.name}`, span, use, steps: [{ file: at.file.path, span, message }], load: null };
}
