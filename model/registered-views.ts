/** Viewsets of Django's REST framework whose rows nothing lists: no router has them, or routes ask them for one row at a time. */
import { collected } from './collected.ts';
import type { FileModel } from './file.ts';
import type { Program } from './program.ts';
import type { ClassRef } from './relations.ts';

/** So many neighbours that are named are no accident. */
const ENOUGH = 3;

/** Have: class OldViewSet(ModelViewSet), which no call, no list, no class and no import names, where routers are given three other viewsets. */
export function isRegisteredNowhere(program: Program, { class: view }: ClassRef): boolean {
  if (!VIEW.test(view.name) || isNamed(program, view.name) || view.decorators.length > 0) return false;
  let named = 0;
  for (const { name } of collected<ViewName>(program, 'names of views', '', viewsIn)) if (isNamed(program, name) && ++named >= ENOUGH) return true;
  return false;
}

interface ViewName {
  readonly path: string;
  readonly name: string;
}

function viewsIn(file: FileModel): ReadonlyMap<string, readonly ViewName[]> {
  if (file.language !== 'python' || file.context === 'test') return new Map();
  const views = file.classes.filter(({ name }) => VIEW.test(name)).map(({ name }) => ({ path: file.path, name }));
  return views.length > 0 ? new Map([['', views]]) : new Map();
}

interface Named {
  readonly path: string;
  /** What a route asks of it: `{'get': 'retrieve'}`; null where it is named for anything else. */
  readonly actions: string | null;
}

/** Have: path('books/<int:pk>/', BookViewSet.as_view({'get': 'retrieve'})), and nothing else that names it. */
export function isAskedForOne(program: Program, { class: view }: ClassRef): boolean {
  const named = collected<Named>(program, 'routes of views', view.name, routedIn);
  return named.length > 0 && named.every(({ actions }) => actions !== null && OF_ONE.test(actions));
}

/** Whatever else may be asked of it may list rows, and so may what is cut off. */
const OF_ONE = /^\{(\s*['"]\w+['"]\s*:\s*['"](retrieve|create|update|partial_update|destroy)['"]\s*,?)+\s*\}$/;

function routedIn(file: FileModel): ReadonlyMap<string, readonly Named[]> {
  if (file.language !== 'python' || file.context === 'test') return new Map();
  const found = new Map<string, Named[]>();
  const note = (text: string, actions: string | null): void => {
    for (const name of text.match(/\b[A-Z]\w*View(?:Set)?\w*\b(?!\.as_view)|(?<=^(?:\w+\.)*)[A-Z]\w*$/g) ?? [])
      found.set(name, [...(found.get(name) ?? []), { path: file.path, actions }]);
  };
  for (const { member, callee, args } of file.calls) {
    const [first] = args;
    const name = callee.text.match(/\w+$/)?.[0];
    if (member === 'as_view' && name) {
      const actions = first?.value.text.startsWith('{') ? first.value.text : null;
      found.set(name, [...(found.get(name) ?? []), { path: file.path, actions }]);
    }
    for (const { value } of args) note(value.text, null);
  }
  for (const each of file.classes) for (const base of each.extends) note(base.text, null);
  for (const { init } of file.bindings) for (const { text } of init?.elements ?? []) note(text, null);
  return found;
}

const VIEW = /^[A-Z]\w*View(Set)?$/;

function isNamed(program: Program, name: string): boolean {
  return collected<{ readonly path: string }>(program, 'named classes', name, namedIn).length > 0;
}

/** Have: router.register('books', views.BookViewSet), BookViewSet.as_view(), class NewViewSet(BookViewSet) */
function namedIn(file: FileModel): ReadonlyMap<string, readonly { readonly path: string }[]> {
  if (file.language !== 'python' || file.context === 'test') return new Map();
  const texts = [
    ...file.calls.flatMap(({ text, args }) => [text, ...args.map(({ value }) => value.text)]),
    ...file.classes.flatMap((each) => each.extends.map((base) => base.text)),
    ...file.imports.map(({ imported }) => imported),
    // Have: ROUTES = [('books', BookViewSet)]
    ...file.bindings.flatMap(({ init }) => (init ? [init.text, ...init.elements.map(({ text }) => text)] : [])),
  ];
  const names = new Set(texts.flatMap((text) => text.match(/\b[A-Z]\w*View(?:Set)?\b/g) ?? []));
  return new Map([...names].map((name) => [name, [{ path: file.path }]]));
}
