#!/usr/bin/env node
'use strict';
// trap: a first line for the shell and a directive must stay first
const STATES = new Set(['new', 'open', 'held', 'done', 'gone', 'lost', 'sold', 'sent', 'back', 'paid', 'free', 'full', 'void', 'null', 'kept', 'left', 'late']);
export function states(names: string[]): string[] {
  return names.filter((name) => STATES.has(name));
}

// trap: a directive of the function must stay its first statement
export function strict(users: string[], banned: string[]): string[] {
  'use server';
  const bannedSet = new Set(banned);
  return users.filter((user) => !bannedSet.has(user));
}

// trap: an export default gives an expression
export default (users: string[], known: string[]): string[] => {
  const knownSet = new Set(known);
  return users.filter((user) => knownSet.has(user));
};
