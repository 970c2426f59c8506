/** Functions that give back what they are given first, in other clothes: calling the result runs the argument. */
import { symbols } from '../../words.ts';

export const wrappers: readonly string[] = [
  ...symbols('util bluebird', 'promisify callbackify'),
  ...symbols('util', 'deprecate'),
  ...symbols('pify es6-promisify universalify', 'default promisify fromCallback fromPromise'),
  ...symbols('lodash lodash-es underscore', 'debounce throttle once memoize partial bind curry ary unary'),
  ...symbols('lodash.debounce lodash.throttle lodash.once lodash.memoize lodash.partial p-memoize', 'default'),
  ...symbols('react preact/hooks', 'useCallback memo forwardRef cache'),
  ...symbols('express-async-handler @middy/core', 'default'),
];

/** What they are given runs once per key, or once in a while, however often the result is called. */
export const memoizers: readonly string[] = [
  ...symbols('lodash lodash-es underscore es-toolkit es-toolkit/function es-toolkit/compat', 'memoize once throttle debounce'),
  ...symbols('lodash.once lodash.memoize lodash.throttle lodash.debounce', 'default'),
  ...symbols('p-memoize memoizee memoize-one mem moize fast-memoize micro-memoize', 'default'),
];
