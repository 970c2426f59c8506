export default class AsyncLock { acquire<T>(key: string | string[], work: () => Promise<T> | T): Promise<T> }
