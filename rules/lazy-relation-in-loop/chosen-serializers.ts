/** Which serializers a view shows its rows with: the one that it names, or what it chooses by what is done with them. */
import type { FileModel, Fn, Node, Value } from '../../model/file.ts';
import type { Program } from '../../model/program.ts';
import { type ClassRef, fieldOf, lineage } from '../../model/relations.ts';
import { thingOf } from '../../model/things.ts';
import { spanHolds } from '../../model/within.ts';

/** `serializer_class = BookSerializer`, or what `get_serializer_class` chooses from; none where it chooses in ways that cannot be followed. */
export function serializersOf(program: Program, view: ClassRef): ClassRef[] {
  const given = fieldOf(program, view, 'serializer_class');
  const fallback = given?.field.init ? thingOf(program, given.file, given.field.init) : null;
  const method = view.class.methods.find((m) => m.name === 'get_serializer_class');
  const isElsewhere = lineage(program, view).some(
    (each) => each.class !== view.class && each.class.methods.some((m) => m.name === 'get_serializer_class'),
  );
  const table = tableByAction(program, view);
  const things = table
    ? [table.listed ? thingOf(program, table.file, table.listed) : fallback]
    : method
      ? chosenForList(view.file.functions[method.fn]).map((value) => (isOpen(value) ? null : thingOf(program, view.file, value)))
      : [isElsewhere ? null : fallback];
  return things.flatMap((thing) => (thing?.kind === 'class' ? [{ file: thing.file, class: thing.class }] : []));
}

/** The serializer of a view that has one for all that it does. */
export function onlySerializerOf(program: Program, view: ClassRef): ClassRef | null {
  const chooses = lineage(program, view).some((each) => each.class.methods.some((m) => m.name === 'get_serializer_class'));
  const [only] = chooses || tableByAction(program, view) ? [] : serializersOf(program, view);
  return only ?? null;
}

/** Have: return self.serializers[self.action], BookDetailSerializer if self.action == 'retrieve' else BookSerializer. Of two, the first is read. */
function isOpen({ text, path }: Value): boolean {
  return path.includes('[]') || text.endsWith(']') || (/ if /.test(text) && !/ if self\.action (==|in) .*["']list["']/.test(text));
}

/** Have: serializer_classes = {'list': BookLightSerializer, 'default': BookSerializer} */
function tableByAction(program: Program, view: ClassRef): { readonly file: FileModel; readonly listed: Value | undefined } | null {
  for (const { file, class: each } of lineage(program, view))
    for (const { name, init } of each.fields) {
      if (!/^serializer\w*_classes$|^(action_)?serializers?(_by_action|_map|_dict)?$/.test(name) || init?.root.kind !== 'new-object') continue;
      const listed = init.properties.find((p) => p.name === 'list') ?? init.properties.find((p) => p.name === 'default');
      if (init.properties.length > 0) return { file, listed: listed?.value };
    }
  return null;
}

/** Have: if self.action == 'list': return BookSerializer … return BookDetailSerializer */
function chosenForList(fn: Fn | undefined): readonly Value[] {
  const actionOf = ({ span }: Value): string | null => {
    const find = (nodes: readonly Node[]): string | null => {
      for (const node of nodes) {
        if (node.kind !== 'branch' || !spanHolds(node.span, span)) continue;
        const isHere = node.arms[0]?.some((n) => n.kind === 'exit' && spanHolds(n.span, span));
        const text = node.test?.text ?? '';
        if (isHere) return /^self\.action (==|in) /.test(text) ? text : null;
        return node.arms.map(find).find((found) => found !== null) ?? null;
      }
      return null;
    };
    return find(fn?.body ?? []);
  };
  const all = (fn?.returns ?? []).map((value) => ({ value, action: actionOf(value) }));
  const isList = (action: string | null): boolean => /["']list["']/.test(action ?? '');
  const listed = all.filter(({ action }) => isList(action));
  return (listed.length > 0 ? listed : all.filter(({ action }) => action === null)).map(({ value }) => value);
}
