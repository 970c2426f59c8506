export default function serverless(app: unknown): (event: object, context: object) => Promise<object>;
