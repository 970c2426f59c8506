export interface FastifyRequest { params: any; body: any; query: any }
export interface FastifyReply { send(body: unknown): this; code(code: number): this }
export type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;
export interface FastifyInstance {
  get(path: string, handler: Handler): this; post(path: string, handler: Handler): this;
  route(options: { method: string; url: string; handler: Handler }): this;
  addHook(name: string, hook: Handler): this; listen(options: { port: number }): Promise<string>;
}
export function fastify(options?: object): FastifyInstance;
export default fastify;
