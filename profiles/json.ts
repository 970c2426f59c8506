/** Asking JSON of unknown shape, so that a damaged profile ends in a sentence and not in a `TypeError`. */
import { ProfileError } from './profile.ts';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @param what names the value for people: `nodes` */
export function objectOf(value: Json | undefined, what: string): JsonObject {
  if (!isObject(value)) throw new ProfileError(`has no ${what} where they belong`);
  return value;
}

export function listOf(value: Json | undefined, what: string): readonly Json[] {
  if (!Array.isArray(value)) throw new ProfileError(`has no ${what} where they belong`);
  return value;
}

export function numberOf(value: Json | undefined, what: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ProfileError(`has no ${what} where they belong`);
  return value;
}

export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** One-based, or null: what is no whole number from 1 up is no line. */
export function lineOf(value: Json | undefined): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 ? value : null;
}
