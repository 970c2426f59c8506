export function InjectRepository(entity: Function): ParameterDecorator;
