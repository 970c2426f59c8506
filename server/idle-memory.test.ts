import { expect, test, vi } from 'vitest';
import { createIdleMemory } from './idle-memory.ts';

test('collects when it is quiet, and again only when much has gathered', () => {
  vi.useFakeTimers();
  let used = 100;
  let collected = 0;
  const memory = createIdleMemory({
    after: 1000,
    inUse: () => used,
    collect: () => {
      collected++;
      used = 50;
    },
  });
  memory.busy();
  vi.advanceTimersByTime(900);
  memory.busy();
  vi.advanceTimersByTime(900);
  expect(collected).toBe(0);
  vi.advanceTimersByTime(200);
  expect(collected).toBe(1);
  used = 60;
  memory.busy();
  vi.advanceTimersByTime(2000);
  expect(collected).toBe(1);
  used = 90;
  memory.busy();
  vi.advanceTimersByTime(2000);
  expect(collected).toBe(2);
  vi.useRealTimers();
});
