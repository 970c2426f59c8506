/** Whether somebody needs what a call yields, so that a query that was only described runs; and who waits for it. */
import { beforeAll, describe, expect, test } from 'vitest';
import { lowered } from '../testing/lowered.ts';
import { prepareParser } from '../tree.ts';

beforeAll(() => prepareParser());

/** What becomes of `load()`. */
function need(text: string): string {
  const call = lowered(`${text}\n`).calls.find((each) => each.text === 'load');
  if (!call) throw new Error('load() is not called');
  return !call.awaited ? 'not needed' : call.suspends ? 'suspended' : call.handedBack ? 'handed back' : 'at once';
}

describe('where it is called', () => {
  test.each([
    ['load()', 'not needed'],
    ['x = load()', 'not needed'],
    ['f(load())', 'not needed'],
    ['load().filter()', 'not needed'],
    ['load()[:5]', 'not needed'],
    ['load() in x', 'not needed'],
    ['x = [load()]', 'not needed'],
    ['with load() as x: pass', 'not needed'],
    ['for a in load(): pass', 'at once'],
    ['[a for a in load()]', 'at once'],
    ['for a in load().filter().order(): pass', 'at once'],
    ['list(load())', 'at once'],
    ['len(load())', 'at once'],
    ['sorted(load())', 'at once'],
    ['",".join(load())', 'at once'],
    ['x.extend(load())', 'at once'],
    ['f(*load())', 'at once'],
    ['load()[0]', 'at once'],
    ['load()[:5][0]', 'at once'],
    ['x in load()', 'at once'],
    ['if load(): pass', 'at once'],
    ['while load(): pass', 'at once'],
    ['not load()', 'at once'],
    ['load() is None', 'at once'],
    ['assert load()', 'at once'],
    ['f"{load()}"', 'at once'],
    ['x = 1 if load() else 2', 'at once'],
    ['lambda: load()', 'at once'],
    ['def f(): return load()', 'handed back'],
    ['def f(): yield load()', 'handed back'],
    ['def f(): return load() or []', 'handed back'],
  ])('%s: %s', (text, expected) => expect(need(text)).toBe(expected));
});

describe('where it was kept', () => {
  test.each([
    ['x = load()\nfor a in x: pass', 'at once'],
    ['x = load()\nlist(x)', 'at once'],
    ['x = load()\nlen(x)', 'at once'],
    ['x = load()\nfor a in x.values(): pass', 'at once'],
    ['x = load()\ny = x.values("name")', 'not needed'],
    ['x = load()\ny = x.union(z)', 'not needed'],
    ['x = load()\nx[0]', 'at once'],
    ['x = load()\ny in x', 'at once'],
    ['if (x := load()): pass', 'at once'],
    ['def f():\n    x = load()\n    return x', 'at once'],
    ['with load() as x:\n    for a in x: pass', 'at once'],
    ['x = load() if a else other()\nfor b in x: pass', 'at once'],
    ['x = other() or load()\nfor b in x: pass', 'at once'],
    ['class A:\n    def __init__(self): self.x = load()\n    def f(self):\n        for a in self.x: pass', 'at once'],
    ['x = load()\nif x: pass', 'at once'],
    ['x = load()\nif not x: pass', 'at once'],
    ['x = load()\nfor y in z:\n    if x: pass', 'at once'],
    ['x = load()\nif x is None: pass', 'not needed'],
    ['x = load()\ny = x\nfor a in y: pass', 'at once'],
    ['a, b = load()', 'at once'],
    ['a, *b = load()', 'at once'],
    ['x += load()', 'at once'],
    ['x |= load()', 'not needed'],
    ['x = load()\nx.filter()', 'not needed'],
    ['x = load()\nf(x)', 'not needed'],
    ['x = [load()]\nfor a in x: pass', 'not needed'],
  ])('%j: %s', (text, expected) => expect(need(text).replace('handed back', 'at once')).toBe(expected));

  test.fails.each([
    ['x = load()\nwhile x: pass', 'at once'],
    ['async def f():\n    x = load()\n    await x', 'suspended'],
  ])('%j: %s', (text, expected) => expect(need(text)).toBe(expected));
});

describe('in asynchronous functions', () => {
  test.each([
    ['await load()', 'suspended'],
    ['x = (await load()).y', 'suspended'],
    ['return await load()', 'suspended'],
    ['async for a in load(): pass', 'suspended'],
    ['[a async for a in load()]', 'suspended'],
    ['await asyncio.gather(load(), other())', 'suspended'],
    ['await asyncio.wait([load()])', 'not needed'],
    ['asyncio.create_task(load())', 'suspended'],
    ['loop.run_until_complete(load())', 'suspended'],
    ['rows = load()\n    async for a in rows: pass', 'handed back'],
    ['rows = load()\n    return [a async for a in rows]', 'handed back'],
    ['rows = load()\n    return [a async for a in rows[:25]]', 'handed back'],
    ['rows = load()\n    async for a in rows: pass\n    return len(rows)', 'handed back'],
    ['rows = load()\n    first = len(rows)\n    async for a in rows: pass', 'at once'],
    ['rows = load()\n    return [a for a in rows]', 'at once'],
    ['return load()', 'handed back'],
    ['for a in load(): pass', 'at once'],
  ])('%s: %s', (text, expected) => expect(need(`async def f():\n    ${text}`)).toBe(expected));
});

describe('what a call does to a list', () => {
  test.each([
    ['x in xs', 'scan includes of xs for x'],
    ['x not in xs.ys', 'scan includes of xs.ys for x'],
    ['xs.index(x)', 'scan indexOf of xs for x'],
    ['xs.count(x)', 'scan count of xs for x'],
    ['xs.remove(x)', 'scan remove of xs for x'],
    ['sorted(xs)', 'sort sorted of xs'],
    ['xs.sort()', 'sort sort of xs'],
    ['xs.pop(0)', 'shift pop of xs'],
    ['xs.insert(0, x)', 'shift insert of xs'],
    ['xs.copy()', 'copy copy of xs'],
    ['xs.append(x)', 'grow append of xs'],
    ['xs.index(x, 1)', null],
    ['xs.pop()', null],
    ['xs.insert(1, x)', null],
    ['x == xs', null],
    ['for x in xs: pass', null],
  ])('%s: %s', (text, expected) => {
    const op = lowered(`${text}\n`).calls.find((call) => call.op)?.op;
    expect(op ? `${op.kind} ${op.form} of ${op.on?.text}${op.key ? ` for ${op.key.text}` : ''}` : null).toBe(expected);
  });

  test.each([
    ['if f(): pass', 'tested'],
    ['if not f(): pass', 'tested'],
    ['f() is not None', 'tested'],
    ['a if f() else b', 'tested'],
    ['x = f()', 'used'],
    ['f()', 'discarded'],
    ['await f()', 'discarded'],
    ['x in f()', 'used'],
  ])('%s: %s', (text, expected) => expect(lowered(`${text}\n`).calls.find((call) => call.text === 'f')?.result).toBe(expected));
});
