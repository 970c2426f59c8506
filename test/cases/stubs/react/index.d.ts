export function useState<T>(initial: T): [T, (value: T) => void];
export function useMemo<T>(make: () => T, deps: readonly unknown[]): T;
export type ReactNode = unknown;
declare global { namespace JSX { interface IntrinsicElements { [name: string]: any } interface Element {} } }
