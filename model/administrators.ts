/** Whether an administrator alone asks for something: where it stands, its path, or who guards it says so. That is now and then, and by few at a time. */
import type { Call, Class, Decorator, FileModel, Fn, Value } from './file.ts';
import { samePlace } from './wording.ts';

const WORD = /^(super)?admin(s|istration|istrators?)?$/i;

/** `src/admin/users.ts`, `routes/adminRoutes.js`, `/api/v1/admin/users`. */
export function isAdministrative(path: string): boolean {
  return path.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).some((word) => WORD.test(word));
}

/** Have: router.delete('/cache', requireAdmin, clear), router.use(isAdmin) */
export function isForAdministrators(file: FileModel, route: Call): boolean {
  const [path, ...others] = route.args.map(({ value }) => value);
  if (typeof path?.literal === 'string' && isAdministrative(path.literal)) return true;
  const ofAll = file.calls.filter(
    ({ member, callee, args: [first] }) => member === 'use' && samePlace(callee, route.callee) && typeof first?.value.literal !== 'string',
  );
  return [...others, ...ofAll.flatMap(({ args }) => args.map(({ value }) => value))].some(isGuard);
}

/** Have: @Controller('admin/games'), @UseGuards(UserGuard, AdminGuard), @Roles('admin') */
export function isDecoratedForAdministrators({ decorators }: Fn, owner: Class | undefined): boolean {
  return [...decorators, ...(owner?.decorators ?? [])].some(
    (each) =>
      /admin|^staff_member_required$/i.test(each.name) ||
      each.args.some(({ literal }) => typeof literal === 'string' && literal.includes('/') && isAdministrative(literal)) ||
      isAskedOfAdministrators(each),
  );
}

/** Of several guards each must let one pass; of several roles one will do. */
function isAskedOfAdministrators({ name, args }: Decorator): boolean {
  const named = args.filter(isGuard).length + args.filter(({ literal }) => typeof literal === 'string' && isAdministrative(literal)).length;
  return /guard/i.test(name) ? named > 0 : named > 0 && named === args.length;
}

/** `requireAdmin`, `auth.isAdmin()`, `authorize('admin')`, `Role.ADMIN`; not `authorize('admin', 'clerk')`. */
function isGuard({ text }: Value): boolean {
  return /^[\w.]*admin\w*(\(\))?$/i.test(text) || /^[\w.]+\(\s*['"]\w*admin['"]\s*\)$/i.test(text);
}
