// The part of Node's types that cases use.
declare module 'node:fs' {
  export interface Stats { size: number; mtimeMs: number; isDirectory(): boolean }
  export interface FSWatcher { close(): void; on(event: string, listener: (...args: any[]) => void): this }
  export function readFileSync(path: string, encoding: 'utf8' | 'utf-8'): string;
  export function readFileSync(path: string, options: { encoding: 'utf8' }): string;
  export function readFileSync(path: string): Buffer;
  export function writeFileSync(path: string, data: string | Uint8Array): void;
  export function appendFileSync(path: string, data: string): void;
  export function existsSync(path: string): boolean;
  export function statSync(path: string): Stats;
  export function readdirSync(path: string): string[];
  export function mkdirSync(path: string, options?: { recursive?: boolean }): string | undefined;
  export function rmSync(path: string, options?: { recursive?: boolean; force?: boolean }): void;
  export function unlinkSync(path: string): void;
  export function copyFileSync(from: string, to: string): void;
  export function watch(path: string, listener: (event: string, file: string) => void): FSWatcher;
  export const promises: typeof import('node:fs/promises');
  const fs: {
    readFileSync: typeof readFileSync; writeFileSync: typeof writeFileSync; existsSync: typeof existsSync; statSync: typeof statSync;
    readdirSync: typeof readdirSync; appendFileSync: typeof appendFileSync; mkdirSync: typeof mkdirSync; promises: typeof promises;
  };
  export default fs;
}
declare module 'fs' { export * from 'node:fs'; export { default } from 'node:fs' }
declare module 'node:fs/promises' {
  import type { Stats } from 'node:fs';
  export function readFile(path: string, encoding: 'utf8' | 'utf-8'): Promise<string>;
  export function readFile(path: string, options: { encoding: 'utf8' }): Promise<string>;
  export function readFile(path: string): Promise<Buffer>;
  export function writeFile(path: string, data: string | Uint8Array): Promise<void>;
  export function appendFile(path: string, data: string): Promise<void>;
  export function stat(path: string): Promise<Stats>;
  export function readdir(path: string): Promise<string[]>;
  export function mkdir(path: string, options?: { recursive?: boolean }): Promise<string | undefined>;
  export function rm(path: string, options?: { recursive?: boolean; force?: boolean }): Promise<void>;
  export function unlink(path: string): Promise<void>;
  export function copyFile(from: string, to: string): Promise<void>;
}
declare module 'fs/promises' { export * from 'node:fs/promises' }
declare module 'node:child_process' {
  export function execSync(command: string, options?: object): Buffer;
  export function execFileSync(file: string, args?: readonly string[], options?: object): Buffer;
  export function spawnSync(command: string, args?: readonly string[], options?: object): { status: number | null; stdout: Buffer; stderr: Buffer };
  export function execFile(file: string, args: readonly string[], callback: (error: Error | null, stdout: string) => void): void;
}
declare module 'child_process' { export * from 'node:child_process' }
declare module 'node:crypto' {
  export function pbkdf2Sync(password: string, salt: string, iterations: number, length: number, digest: string): Buffer;
  export function generateKeyPairSync(type: string, options?: object): { publicKey: object; privateKey: object };
  export function scryptSync(password: string, salt: string, length: number): Buffer;
  export function scrypt(password: string, salt: string, length: number, callback: (error: Error | null, key: Buffer) => void): void;
  export function randomBytes(size: number): Buffer;
  export function createHash(name: string): { update(text: string): { digest(encoding: 'hex'): string } };
}
declare module 'crypto' { export * from 'node:crypto' }
declare module 'node:zlib' {
  export function gzipSync(data: string | Uint8Array): Buffer;
  export function gunzipSync(data: Uint8Array): Buffer;
  export function brotliCompressSync(data: string | Uint8Array): Buffer;
}
declare module 'node:http' {
  export interface IncomingMessage { url?: string; method?: string; headers: Record<string, string | undefined> }
  export interface ServerResponse { statusCode: number; setHeader(name: string, value: string): this; end(body?: string | Uint8Array): this }
  export interface Server { listen(port: number): this }
  export function createServer(handler: (req: IncomingMessage, res: ServerResponse) => void): Server;
}
declare module 'node:events' {
  export class EventEmitter { on(event: string, listener: (...args: any[]) => void): this; once(event: string, listener: (...args: any[]) => void): this; emit(event: string, ...args: any[]): boolean; addListener(event: string, listener: (...args: any[]) => void): this; off(event: string, listener: (...args: any[]) => void): this; removeListener(event: string, listener: (...args: any[]) => void): this; removeAllListeners(event?: string): this; listenerCount(event: string): number }
}
declare module 'node:worker_threads' {
  export class Worker { constructor(file: string, options?: { workerData?: unknown }); once(event: string, listener: (...args: any[]) => void): this; postMessage(value: unknown): void; terminate(): Promise<number> }
}
declare module 'node:path' { export function join(...parts: string[]): string; export function basename(path: string): string; const path: { join: typeof join }; export default path }
declare module 'path' { export * from 'node:path'; export { default } from 'node:path' }
declare class Buffer extends Uint8Array { static from(text: string): Buffer; toString(encoding?: string): string }
declare const console: { log(...args: any[]): void; warn(...args: any[]): void; error(...args: any[]): void };
declare const process: { argv: string[]; env: Record<string, string | undefined>; cwd(): string; exit(code?: number): never; on(event: string, listener: (...args: any[]) => void): void };
declare const __dirname: string;
interface Response { ok: boolean; status: number; json(): Promise<any>; text(): Promise<string> }
declare function fetch(url: string, init?: { method?: string; body?: string; headers?: Record<string, string> }): Promise<Response>;
declare function setTimeout(callback: () => void, delay?: number): number;
declare function setInterval(callback: () => void, delay?: number): number;
declare function clearInterval(timer: number): void;
declare function require(name: string): any;
declare const module: { exports: any };
