export interface APIGatewayProxyEvent { body: string | null; pathParameters: Record<string, string> | null }
export interface APIGatewayProxyResult { statusCode: number; body: string }
export type Handler<E = any, R = any> = (event: E, context: object) => Promise<R>;
export type APIGatewayProxyHandler = Handler<APIGatewayProxyEvent, APIGatewayProxyResult>;
