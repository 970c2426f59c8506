/**
 * Whether an administrator alone asks for something: where it stands, its path, or who guards it says so. That is now and then, and by few at a time.
 */
import type { Branch, Call, Class, Decorator, FileModel, Fn, Value } from './file.ts';
import { spanHolds } from './within.ts';
import { samePlace } from './wording.ts';

/** Who sets a program up is one of them. */
const ADMIN = /^((super-?)?admin(s|istration|istrators?)?|setup|install(er|ation)?)$/i;
/** What stands before the part that tells: `/api/v1/admin/users`, `/:shop/admin/users`. */
const PREFIX = /^(api|rest|internal|v\d+|:.*|\{.*|<.*|\[.*|\(.*)$/i;
/** Who signs in, is no administrator yet. */
const SIGNS_IN = /(^|[./_-])(log-?in|sign-?(in|up)|auth(?!ors?\b)\w*|register|forgot|reset|callback|session)([./_-]|$)/i;

/** `src/admin/users.ts`, `routes/adminRoutes.js`, `app/api/admin/users/route.ts`; not `admin/login.ts`. */
export function isAdministrativePlace(path: string): boolean {
  const [name = '', ...folders] = path.split('/').reverse();
  return !SIGNS_IN.test(path) && (folders.some((folder) => ADMIN.test(folder)) || /^(super-?)?admin(?![a-z])/.test(name));
}

function isAdministrativeRoute(path: string): boolean {
  const first = path.split('/').find((part) => part !== '' && !PREFIX.test(part));
  return first !== undefined && ADMIN.test(first) && !SIGNS_IN.test(path);
}

/** Have: router.delete('/cache', requireAdmin, clear), router.use(isAdmin), app.get('/cache', { preHandler: requireAdmin }, show), adminProcedure.query(show) */
export function isForAdministrators(file: FileModel, route: Call): boolean {
  const given = route.args.map(({ value }) => value);
  const [path] = given;
  if (typeof path?.literal === 'string' && isAdministrativeRoute(path.literal)) return true;
  if (/^(\w+\.)*admin(Procedure|Router|Routes?)\b/i.test(route.text) || given.slice(0, -1).some(isGuarded)) return true;
  return file.calls.some(
    ({ member, span, callee, args }) =>
      member === 'use' && span.end <= route.span.start && samePlace(callee, route.callee) && args.every(({ value }) => isGuarded(value)),
  );
}

/**
 * The handler itself makes sure, or what it is wrapped in, or what it depends on: `await requireAdmin(request)` that always runs, `withAdmin(show)`,
 * `user: User = Depends(get_current_superuser)`.
 */
export function isGuardedItself(file: FileModel, fn: Fn): boolean {
  if (isWrappedInGuard(file, fn)) return true;
  if (fn.body.some((node) => (node.kind === 'call' ? enforces(file.calls[node.id]) : node.kind === 'branch' && sendsOthersAway(node)))) return true;
  return file.language === 'python' && (dependsOnAdministrator(file, fn) || isPermittedToAdministrators(fn, file.classes[fn.class ?? -1]));
}

/** What only asks, `isAdmin(user)`, decides something else; and Shopify's `authenticate.admin(request)` lets in every shop. */
function enforces(call: Call | undefined): boolean {
  const name = call?.text.replace(/^.*\./s, '') ?? '';
  return (
    call !== undefined &&
    isGuard(name) &&
    !/^_?is/i.test(name) &&
    !/^(super_?)?admin$/i.test(name) &&
    (call.result === 'discarded' || REFUSES.test(name))
  );
}

/** What is called so throws; of what is called otherwise the answer may be asked. */
const REFUSES = /^_?(require|ensure|must|verify|assert|only|authorize|protect)/i;

/** Have: export const GET = withAdmin(async (request) => …), export default withAdmin(show) */
function isWrappedInGuard(file: FileModel, { id, passedTo }: Fn): boolean {
  if (passedTo && isGuard(file.calls[passedTo.call]?.text ?? '')) return true;
  const isIt = ({ root, path }: Value): boolean => root.kind === 'binding' && path.length === 0 && file.bindings[root.binding]?.function === id;
  return file.calls.some(({ text, args }) => isGuard(text) && args.some(({ value }) => isIt(value)));
}

/** Have: if not request.user.is_superuser: raise PermissionDenied, if (!user || user.role !== 'admin') return forbidden(); not where others pass as well. */
function sendsOthersAway({ test, arms: [first] }: Branch): boolean {
  const isExit = first?.some((node) => node.kind === 'exit') === true;
  return isExit && test !== null && NO_ADMINISTRATOR.test(test.text) && !/&&|\band\b|…$/.test(test.text);
}

const NO_ADMINISTRATOR = /(\bnot\s+|!\s*)[\w.?!]*\.(is_?)(superuser|staff|(super_?)?admin)\b(?!\s*[.(])|\brole\s*!==?\s*['"`](super_?)?admin['"`]/i;

/** Have: permission_classes = [IsAuthenticated, IsAdminUser], class Jobs(StaffRequiredMixin, ListView) */
function isPermittedToAdministrators({ decorators }: Fn, owner: Class | undefined): boolean {
  const permits = ({ text }: Value): boolean => /^[[(]/.test(text) && /\bIs(Admin|Super|Staff)_?User\b/i.test(text) && !/[|~]/.test(text);
  const own = decorators.filter(({ name }) => /(^|\.)permission_classes$/.test(name));
  if (own.length > 0) return own.some(({ args }) => args.some(permits));
  // Have: def get_permissions(self): return [AllowAny()]
  if (!owner || owner.methods.some(({ name }) => name === 'get_permissions')) return false;
  const ofClass = owner.fields.find(({ name }) => name === 'permission_classes')?.init;
  return ofClass ? permits(ofClass) : owner.extends.some(({ text }) => ADMINS_ONLY.test(text));
}

/** `StaffRequiredMixin`, `SuperUserOnly`; not `AdminOrOwnerRequiredMixin`. */
const ADMINS_ONLY = /(^|\.)(Staff(Member)?|Super_?User|Admin)_?(User)?(Required|Only)(Mixin)?$/i;

/** Have: @router.get('/jobs', dependencies=[Depends(require_admin)]), APIRouter(dependencies=…), user = Depends(get_admin), user: CurrentAdmin */
function dependsOnAdministrator(file: FileModel, fn: Fn): boolean {
  const head = { start: Math.min(fn.span.start, ...fn.decorators.map(({ callee }) => callee.span.start)), end: fn.span.end };
  const routers = fn.decorators.flatMap(({ callee: { root } }) => {
    const made = root.kind === 'binding' ? file.bindings[root.binding]?.init : null;
    return made?.root.kind === 'call' ? (file.calls[made.root.call]?.span ?? []) : [];
  });
  // Defaults and decorators stand outside the function.
  const isOfIt = ({ fn: around, span }: Call): boolean => around !== fn.id && [head, ...routers].some((place) => spanHolds(place, span));
  return (
    fn.params.some(({ type }) => type !== null && YIELDS_ADMIN.test(type.name)) ||
    file.calls.some(
      (call) => /^(\w+\.)?(Depends|Security)$/.test(call.text) && isOfIt(call) && isAdministratorsDependency(call.args[0]?.value.text ?? ''),
    )
  );
}

function isAdministratorsDependency(text: string): boolean {
  return (isGuard(text) && !/(^|\.)_?is_?/i.test(text)) || YIELDS_ADMIN.test(text);
}

/** `CurrentAdmin`, `get_current_active_superuser` */
const YIELDS_ADMIN = /^(\w+\.)*(get|require|current)(_?(current|active))*_?(super_?user|admin)(_?user)?(_?dep)?$/i;

/** Have: @Controller('admin/games'), @UseGuards(UserGuard, AdminGuard), @Roles('admin'); what a method says of roles stands above what its class says. */
export function isDecoratedForAdministrators({ decorators }: Fn, owner: Class | undefined): boolean {
  const ofClass = owner?.decorators ?? [];
  if (decorators.some(({ name }) => /^(Public|Allow(Anonymous|Any|Unauthorized)|SkipAuth|NoAuth)/.test(name))) return false;
  const roles = decorators.some(asksRoles) ? decorators : [...decorators, ...ofClass];
  const isGuardedBy = [...decorators, ...ofClass].some(({ name, args }) => GUARD.test(name) || (/guard/i.test(name) && args.some(isGuarded)));
  const isRouted = [...decorators, ...ofClass].some(
    ({ name, args: [path] }) => ROUTES.test(name) && typeof path?.literal === 'string' && isAdministrativeRoute(path.literal),
  );
  return isGuardedBy || isRouted || roles.some((each) => asksRoles(each) && each.args.length > 0 && each.args.every(isRoleOfAdministrators));
}

const ROUTES = /controller|route$|\.(get|post|put|patch|delete)$/i;

function asksRoles({ name }: Decorator): boolean {
  return /role|auth|permission|user_passes_test/i.test(name) && !/guard/i.test(name);
}

/** `requireAdmin`, `auth.isAdmin()`, `[auth, requireAdmin]`, `authorize('admin')`, `{ preHandler: requireAdmin }`; not `authorize('admin', 'clerk')`. */
function isGuarded(value: Value): boolean {
  const text = value.text.trim();
  const all = /^\[(.*)\]$/s.exec(text)?.[1];
  if (all !== undefined) return all.split(',').some((each) => isGuard(each.trim()));
  return (
    isGuard(text) ||
    value.properties.some((p) => /^(preHandler|preValidation|onRequest|beforeHandler|middlewares?)$/.test(p.name) && isGuarded(p.value))
  );
}

function isGuard(text: string): boolean {
  const name = text.replace(/^.*\./s, '').replace(/\(\)$/, '');
  return GUARD.test(name) || /^[\w.]+\(\s*\[?\s*(['"]\w*admin['"]|[\w.]+\.(super_?)?admin)\s*\]?\s*\)$/i.test(text);
}

/** A name that says no more than that: not `requireAdminOrOwner`, `rejectAdmin`, `listAdmins`. */
const GUARD =
  /^_?((require|with|is|ensure|verify|check|only|must_?be|authenticate|authorize|protect|validate)_?)?(super_?)?admin(s?_?only|_?(guard|auth|required|check|middleware|protected|access))?$|^staff_member_required$/i;

/** `'admin'`, `Role.ADMIN`, `[Role.Admin]` */
function isRoleOfAdministrators({ text }: Value): boolean {
  return /^\[?\s*(['"](super[-_]?)?admin['"]|[\w.]+\.(super_?)?admin)\s*\]?$/i.test(text);
}
