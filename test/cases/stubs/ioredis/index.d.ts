export interface Pipeline { get(key: string): this; set(key: string, value: string): this; exec(): Promise<[Error | null, unknown][]> }
export class Redis { on(event: string, listener: (...args: any[]) => void): this;
  constructor(url?: string);
  get(key: string): Promise<string | null>; mget(...keys: string[]): Promise<(string | null)[]>; mget(keys: string[]): Promise<(string | null)[]>;
  set(key: string, value: string, ...options: (string | number)[]): Promise<'OK'>; del(...keys: string[]): Promise<number>;
  keys(pattern: string): Promise<string[]>; flushdb(mode?: 'ASYNC'): Promise<'OK'>; hget(key: string, field: string): Promise<string | null>; hgetall(key: string): Promise<Record<string, string>>; pipeline(): Pipeline;
}
export default Redis;
