declare class Koa { use(middleware: Koa.Middleware): this; listen(port: number): void }
declare namespace Koa {
  interface Context { params: any; query: any; request: { body: any }; body: unknown; status: number; path: string }
  type Middleware = (ctx: Context, next: () => Promise<void>) => unknown;
}
export default Koa;
