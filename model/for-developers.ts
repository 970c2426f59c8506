/** What is only there while somebody develops: routes that production does not have. */
import type { Call, FileModel, Node } from './file.ts';
import { nodesHold } from './within.ts';

const DEVELOPMENT =
  /^(?!.*(!\s*\w*[dD]ev|!\s*is|\bnot\b|!\s*DEBUG|\bor\b|\|\|)).*(\bis_?dev(elopment|mode)?\b|__DEV__|\w+_DEV_?MODE\b|\bDEBUG\b|env['"`\])]*\s*={2,3}\s*['"`](development|test))/i;
const NOT_PRODUCTION = /^(?!.*(\|\||\bor\b)).*(!\s*[\w.]*\b(is_?)?prod(uction)?\b|env['"`\])]*\s*!==?\s*['"`]prod(uction)?['"`])/i;

/** Have: app.post('/api/v1/seed-classes', …), routes/test-mail.js: somebody tries something out. Tests of a school or a laboratory are called otherwise. */
const TRIAL = /(^|\/)(_*debug|seed|test)[-_][\w-]*(\/|$)|(^|\/)_*(debug|seed)(\/|$)/i;
/** A test of what is sold is another thing: `api/test-runs`, `api/test-results`. */
const TRIED = /(^|\/)_*(debug|seed)(?=[-_/]|$)|(^|\/)test[-_](db|database|e?mail|connection|auth|error|sentry|api)(?=[-_/]|$)/i;
const TRIAL_FILE = /(^|\/)(debug|seed|test)[-_][\w-]+\.[cm]?[jt]sx?$/i;

/** Have: app/api/debug/connections/route.ts, app/api/seed-campaigns/route.ts: a framework serves files by their place. */
export function isTrialRoute(path: string): boolean {
  const place = /(^|\/)(api\/.+)\/route\.[cm]?[jt]sx?$|(^|\/)pages\/(api\/.+)\.[cm]?[jt]sx?$/.exec(path);
  return TRIED.test(place?.[2] ?? place?.[4] ?? '');
}

/** Have: if (isDev) { app.get('/_e2e/snapshot', (request, response) => …) } */
export function isForDevelopers(file: FileModel, call: Call): boolean {
  const route = call.args[0]?.value.literal;
  return (typeof route === 'string' && TRIAL.test(route)) || TRIAL_FILE.test(file.path) || isWhileDeveloping(file, call);
}

/** Have: if settings.VITE_DEV_MODE: return requests.get(url) */
export function isWhileDeveloping(file: FileModel, call: Call): boolean {
  const isGuarded = (nodes: readonly Node[]): boolean =>
    nodes.some((node) => {
      if (node.kind === 'loop') return isGuarded(node.body);
      if (node.kind !== 'branch' || node.span.start > call.span.start || node.span.end < call.span.end) return false;
      const [first = [], ...others] = node.arms;
      const test = node.test?.text ?? '';
      const isTold = DEVELOPMENT.test(test) || NOT_PRODUCTION.test(test);
      return (isTold && nodesHold(first, call.id)) || [first, ...others].some(isGuarded);
    });
  return isGuarded(file.functions[call.fn]?.body ?? []);
}
