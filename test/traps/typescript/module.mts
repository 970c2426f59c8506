#!/usr/bin/env node
'use strict';
// trap: a first line for the shell and a directive must stay first
const STATES = ['new', 'open', 'held', 'done', 'gone', 'lost', 'sold', 'sent', 'back', 'paid', 'free', 'full', 'void', 'null', 'kept', 'left', 'late'];
export function states(names: string[]): string[] {
  return names.filter((name) => STATES.includes(name)); //! list-as-set 💡safe
}

// trap: a directive of the function must stay its first statement
export function strict(users: string[], banned: string[]): string[] {
  'use server';
  return users.filter((user) => !banned.includes(user)); //! nested-loop-lookup 💡safe
}

// trap: an export default gives an expression
export default (users: string[], known: string[]): string[] => users.filter((user) => known.includes(user)); //! nested-loop-lookup 💡safe
