export function timeout(ms: number): unknown;
