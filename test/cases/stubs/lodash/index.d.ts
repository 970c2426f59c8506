// The part of lodash that cases use.
export function memoize<F extends (...given: never[]) => unknown>(work: F): F;
export function throttle<F extends (...given: never[]) => unknown>(work: F, milliseconds?: number): F;
