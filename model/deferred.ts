/** Functions that a decorator puts off: whoever calls one leaves a message, and others run it later. */
import type { Fn } from './file.ts';

/** Have: @task(retries=2) def send(order): …, whoever's decorator that is. */
export function isDeferred({ decorators }: Fn): boolean {
  return decorators.some(({ name }) => DEFERS.test(name));
}

const DEFERS = /(^|[._])(task|job|background|actor|enqueued?|deferred|delayed|threaded|spool)$/;
