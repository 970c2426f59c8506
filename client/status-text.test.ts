/** The words of the language status item, state by state. */
import { expect, test } from 'vitest';
import { type Status, statusText } from './status-text.ts';

const ready: Status = { state: 'ready', files: 1, milliseconds: 12.4, skipped: null, problems: [] };
const running = (change: Partial<Status>) => statusText('running', { ...ready, ...change }, '14:03:22');

test('a checked file', () => {
  expect(running({})).toEqual({
    text: 'scalelint',
    detail: 'Checked at 14:03:22 in 12 ms, 1 open file',
    severity: 'information',
    busy: false,
    offersRestart: false,
  });
  expect(running({ files: 1234, milliseconds: 2345 }).detail).toBe('Checked at 14:03:22 in 2.3 s, 1,234 open files');
});

test('busy while starting and while checking', () => {
  expect(statusText('starting', null, '')).toMatchObject({ busy: true, severity: 'information' });
  expect(running({ state: 'checking' })).toMatchObject({ busy: true, detail: 'Checking' });
  expect(running({}).busy).toBe(false);
});

test('what was skipped, and why', () => {
  const skipped = { text: 'scalelint: limited', detail: '2.1 MB is over the limit', severity: 'information' };
  expect(running({ state: 'limited', skipped: '2.1 MB is over the limit' })).toMatchObject(skipped);
});

test('problems warn, and come before what was skipped', () => {
  expect(running({ problems: ['a', 'b'], skipped: 'c' })).toMatchObject({ detail: 'a; b', severity: 'warning' });
});

test('only a failure offers to restart', () => {
  expect(statusText('failed', ready, '')).toMatchObject({ severity: 'error', offersRestart: true });
  expect(statusText('off', null, '')).toMatchObject({ severity: 'information', offersRestart: false });
});
