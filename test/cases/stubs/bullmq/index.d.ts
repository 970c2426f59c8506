export interface Job<T = any> { id?: string; name: string; data: T }
export class Worker<T = any> { constructor(queue: string, work: (job: Job<T>) => Promise<unknown>, options?: object) }
export class Queue<T = any> { constructor(name: string, options?: { connection?: unknown }); add(name: string, data: T): Promise<Job<T>>; addBulk(jobs: { name: string; data: T }[]): Promise<Job<T>[]> }
