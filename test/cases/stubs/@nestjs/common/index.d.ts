export function Controller(path?: string): ClassDecorator;
export function Module(told: object): ClassDecorator;
export function Injectable(): ClassDecorator;
export function Get(path?: string): MethodDecorator;
export function Post(path?: string): MethodDecorator;
export function Delete(path?: string): MethodDecorator;
export function UseGuards(...guards: unknown[]): MethodDecorator & ClassDecorator;
export function Param(name?: string): ParameterDecorator;
export function Body(): ParameterDecorator;
export interface OnModuleInit { onModuleInit(): unknown }
export interface ExecutionContext { getHandler(): unknown }
export interface CallHandler { handle(): { pipe(...operators: unknown[]): unknown } }
export interface NestInterceptor { intercept(context: ExecutionContext, next: CallHandler): unknown }
