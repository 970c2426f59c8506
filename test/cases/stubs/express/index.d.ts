export interface Request<P = Record<string, string>> { params: P; body: any; query: Record<string, string>; headers: Record<string, string | undefined>; app: Application }
export interface Response { json(body: unknown): this; send(body: unknown): this; status(code: number): this; type(name: string): this; end(): this }
export type NextFunction = (error?: unknown) => void;
export interface Handler { (req: Request, res: Response, next: NextFunction): unknown }
export interface Router extends Handler {
  use(path: string, ...handlers: Handler[]): this; use(...handlers: Handler[]): this;
  get(path: string, ...handlers: Handler[]): this; post(path: string, ...handlers: Handler[]): this;
  put(path: string, ...handlers: Handler[]): this; delete(path: string, ...handlers: Handler[]): this;
}
export interface Application extends Router { listen(port: number, ready?: () => void): void; locals: Record<string, any> }
declare function express(): Application;
declare namespace express { function Router(): import('.').Router; function json(): Handler }
export function Router(): Router;
export default express;
