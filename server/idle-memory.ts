/**
 * Gives memory back when nobody types. Each edit leaves garbage that the engine below is in no hurry to collect: the heap would grow to
 * several times of what is in use. Only where the collector may be called (`--expose-gc`); the extension starts the server so.
 */
export interface IdleMemory {
  /** Somebody types: not now. */
  busy(): void;
  dispose(): void;
}

interface Options {
  readonly after?: number;
  readonly collect?: (() => void) | undefined;
  readonly inUse?: () => number;
}

/** A pause of a second is worth it only for this much. */
const WORTH_IT = 1.3;

export function createIdleMemory({
  after = 15_000,
  collect = globalThis.gc,
  inUse = () => process.memoryUsage().heapUsed,
}: Options = {}): IdleMemory {
  let timer: NodeJS.Timeout | undefined;
  let least = 0;
  const look = (): void => {
    if (collect === undefined || inUse() < least * WORTH_IT) return;
    collect();
    least = inUse();
  };
  return {
    busy() {
      clearTimeout(timer);
      timer = setTimeout(look, after);
      timer.unref();
    },
    dispose: () => clearTimeout(timer),
  };
}
