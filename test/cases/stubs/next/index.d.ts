import type { IncomingMessage, ServerResponse } from 'node:http';
export interface NextApiRequest extends IncomingMessage { query: Record<string, string>; body: any }
export interface NextApiResponse extends ServerResponse { status(code: number): this; json(body: unknown): void }
