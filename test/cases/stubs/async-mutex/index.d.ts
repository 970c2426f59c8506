export class Mutex { acquire(): Promise<() => void>; runExclusive<T>(work: () => Promise<T> | T): Promise<T>; release(): void }
