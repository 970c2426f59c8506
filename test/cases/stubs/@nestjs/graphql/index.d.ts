type Type = () => unknown;
export function Resolver(of?: Type): ClassDecorator;
export function Query(returns?: Type): MethodDecorator;
export function Mutation(returns?: Type): MethodDecorator;
export function ResolveField(returns?: Type): MethodDecorator;
export function Parent(): ParameterDecorator;
export function Args(name?: string): ParameterDecorator;
export function Context(name?: string): ParameterDecorator;
