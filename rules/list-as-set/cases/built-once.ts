//- names.ts
export const features: Record<string, string> = { arrows: '1', classes: '2' };
export function builtIns(): string[] {
  return Object.keys(globalThis);
}
//- options.ts
import { builtIns, features } from './names.ts';

const NAMES = [...Object.keys(features), ...builtIns()];
const SHORT = ['on', 'off'];
const ORDERED = [...builtIns()];

export function isName(name: string): boolean {
  return NAMES.includes(name); //! list-as-set hint
}

export function isSwitch(name: string): boolean {
  return SHORT.includes(name); //= two names
}

export function rank(name: string): number {
  return ORDERED.indexOf(name); //= its order matters
}
