/** Viewsets of Django's REST framework that no router has: nothing lists their rows. */
import { collected } from './collected.ts';
import type { FileModel } from './file.ts';
import type { Program } from './program.ts';
import type { ClassRef } from './relations.ts';

/** So many neighbours that are named are no accident. */
const ENOUGH = 3;

/** Have: class OldViewSet(ModelViewSet), which no call, no list, no class and no import names, beside three viewsets that routers are given. */
export function isRegisteredNowhere(program: Program, { file, class: view }: ClassRef): boolean {
  if (!VIEW.test(view.name) || isNamed(program, view.name) || view.decorators.length > 0) return false;
  const others = file.classes.filter(({ name }) => name !== view.name && VIEW.test(name));
  return others.filter(({ name }) => isNamed(program, name)).length >= ENOUGH;
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
