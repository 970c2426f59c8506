export declare class NestFactory {
  static create(module: unknown): Promise<{ listen(port: number): Promise<unknown> }>;
}
