/** Profiles as profilers write them, and bytes that no profiler wrote. `fixtures/make.sh` says where the files come from. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Profile, ProfileError } from './profile.ts';
import { readProfile } from './read.ts';
import { bytesOf, cpuProfileOf, fixture, pprofOf, stacksOf } from './testing.ts';

const named = (profile: Profile, name: string) => profile.frames.filter((frame) => frame.name === name);

describe('V8', () => {
  test('of node --cpu-prof: places are one-based, and what only idles is left out', () => {
    const profile = readProfile(fixture('orders.cpuprofile'));
    expect(profile).toMatchObject({ format: 'V8 CPU profile', unit: 'seconds' });
    expect(named(profile, 'tidy')).toEqual([{ name: 'tidy', file: 'file:///app/orders.ts', line: 11, column: 21 }]);
    const { startTime, endTime } = JSON.parse(new TextDecoder().decode(fixture('orders.cpuprofile'))) as { startTime: number; endTime: number };
    expect(profile.total).toBeGreaterThan(0.5);
    expect(profile.total).toBeLessThan((endTime - startTime) / 1e6);
    expect(stacksOf(profile).join('\n')).not.toMatch(/\((idle|program|garbage collector)\)/);
  });

  test('a sample lasts until the next one, or until the end', () => {
    const profile = readProfile(
      bytesOf(
        cpuProfileOf([
          [['a@/x.js:1:1', 'b@/x.js:2:1'], 20],
          [['(idle)@:0:0'], 500],
          [['(garbage collector)@:0:0'], 70],
          [['a@/x.js:1:1'], 30],
        ]),
      ),
    );
    expect(profile.total).toBeCloseTo(0.05);
    expect(stacksOf(profile)).toEqual(['(root) > a 0.03', '(root) > a > b 0.02']);
  });

  test('without samples, by hits', () => {
    const { nodes, startTime, endTime } = cpuProfileOf([[['a@/x.js:1:1'], 100]]) as Record<string, object[]>;
    const counted = nodes!.map((node, i) => ({ ...node, hitCount: i * 4 }));
    expect(stacksOf(readProfile(bytesOf({ nodes: counted, startTime, endTime })))).toEqual(['(root) > a 0.1']);
  });

  test('a Chrome trace: chunks of two threads', () => {
    const chunk = (id: string, nodes: object[], samples: number[], timeDeltas: number[]) => ({
      name: 'ProfileChunk',
      id,
      pid: 1,
      args: { data: { cpuProfile: { nodes, samples }, timeDeltas, endTime: 400_000 } },
    });
    const node = (id: number, functionName: string, parent?: number) => ({
      id,
      callFrame: { functionName, url: 'http://localhost/app.js', lineNumber: 0, columnNumber: 9 },
      ...(parent === undefined ? {} : { parent }),
    });
    const events = [
      { name: 'Profile', id: '0x1', pid: 1, args: { data: { startTime: 0 } } },
      chunk('0x1', [node(1, '(root)'), node(2, 'load', 1)], [2], [100_000]),
      { name: 'Other', args: {} },
      chunk('0x1', [node(3, 'find', 2)], [3, 2], [100_000, 100_000]),
      chunk('0x2', [node(1, 'work')], [1], [350_000]),
    ];
    const expected = ['(root) > load 0.2', '(root) > load > find 0.1', 'work 0.05'];
    expect(stacksOf(readProfile(bytesOf({ traceEvents: events })))).toEqual(expected);
    expect(stacksOf(readProfile(bytesOf(events)))).toEqual(expected);
    expect(() => readProfile(bytesOf({ traceEvents: [] }))).toThrow('a Chrome trace without a CPU profile');
  });

  test.each([
    [
      {
        nodes: [
          { id: 1, callFrame: {}, parent: 2 },
          { id: 2, callFrame: {}, parent: 1 },
        ],
        samples: [1],
        timeDeltas: [1],
        endTime: 9,
      },
      'in a circle',
    ],
    [{ nodes: [{ id: 1 }], samples: [1], timeDeltas: [1], endTime: 9 }, 'no call frames'],
    [{ nodes: [], samples: [7], timeDeltas: [1], endTime: 9 }, 'calls that it does not list'],
    [{ nodes: [] }, 'holds no time'],
  ])('damaged: %j', (value, message) => expect(() => readProfile(bytesOf(value))).toThrow(message));

  test('a stack that is deeper than ours', () => {
    const nodes = Array.from({ length: 200_000 }, (_, i) => ({ id: i + 1, callFrame: { functionName: 'deep' }, children: [i + 2] }));
    nodes.at(-1)!.children.pop();
    expect(readProfile(bytesOf({ nodes, samples: [200_000], timeDeltas: [0], startTime: 0, endTime: 5e6 })).total).toBe(5);
  });
});

describe('Python', () => {
  test('of cProfile: recursion counts once, and callers are known', () => {
    const profile = readProfile(fixture('shop.pstats'));
    expect(profile).toMatchObject({ format: 'cProfile statistics', unit: 'seconds' });
    expect(named(profile, 'tidy')).toEqual([{ name: 'tidy', file: 'shop.py', line: 9, column: null }]);
    const { measure, frames, total } = profile;
    if (measure.kind !== 'functions') throw new Error(measure.kind);
    const time = (name: string): number => measure.inclusive[frames.findIndex((frame) => frame.name === name)]!;
    expect(time('is_banned')).toBeGreaterThan(0.5 * total);
    // Fifty calls of itself, each of which contains the others.
    expect(time('count')).toBeLessThan(0.01 * total);
    const call = measure.calls.find(({ from, to }) => frames[from]!.name === 'tidy' && frames[to]!.name === 'is_banned');
    expect(call?.time).toBeCloseTo(time('is_banned'), 3);
  });

  test('waiting in an event loop is no time of anybody', () => {
    const script = `import marshal, sys
stats = {('~', 0, "<method 'poll' of 'select.epoll' objects>"): (1, 1, 9.0, 9.0, {}), ('/app/a.py', 3, 'load'): (1, 1, 0.5, 0.5, {})}
sys.stdout.buffer.write(marshal.dumps(stats, VERSION))`;
    for (const version of [0, 1, 2, 3, 4]) {
      const { stdout, status } = spawnSync('python3', ['-c', script.replace('VERSION', String(version))]);
      if (status !== 0 && process.env.SCALELINT_NO_PYTHON === '1') return;
      expect(readProfile(stdout).total).toBe(0.5);
    }
  });

  test('of line_profiler: lines with their time', () => {
    const profile = readProfile(fixture('shop.lprof'));
    expect(profile).toMatchObject({ format: 'line_profiler statistics', unit: 'seconds' });
    expect(profile.frames).toContainEqual({ name: 'tidy', file: '/app/shop.py', line: 9, column: null });
    if (profile.measure.kind !== 'lines') throw new Error(profile.measure.kind);
    const lines = profile.measure.lines[profile.frames.findIndex(({ name }) => name === 'tidy')]!;
    const most = lines.reduce((a, b) => (a.time > b.time ? a : b));
    expect(most.line).toBe(13);
  });

  test('a pickle that would run something is refused by name, and none is run', () => {
    // `cos\nsystem\n(S'…'\ntR.` and the same with STACK_GLOBAL, as pickletools disassembles them.
    const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(() => readProfile(bytes('\x80\x02cos\nsystem\n.'))).toThrow('asks for `os.system`');
    expect(() => readProfile(bytes('\x80\x04\x8c\x02os\x8c\x06system\x93.'))).toThrow('asks for `os.system`');
    expect(() => readProfile(bytes('\x80\x04\x8c\x0dline_profiler\x8c\x06system\x93.'))).toThrow('asks for `line_profiler.system`');
    expect(() => readProfile(bytes('\x80\x02cline_profiler\nLineStats\n)R.'))).toThrow('asks for more than plain data');
    expect(() => readProfile(bytes('\x80\x02}.'))).toThrow('no statistics of line_profiler');
  });
});

describe('speedscope', () => {
  const shared = { frames: [{ name: 'main', file: 'a.py', line: 3 }, { name: 'load', file: 'a.py', line: 9 }, { name: '(idle)' }] };

  test('of samples, as py-spy writes it', () => {
    const sampled = { type: 'sampled', unit: 'seconds', samples: [[0, 1], [0], [2]], weights: [0.2, 0.1, 5] };
    const profile = readProfile(bytesOf({ shared, profiles: [sampled, { ...sampled, unit: 'milliseconds', weights: [100, 0, 0] }] }));
    expect(stacksOf(profile)).toEqual(['main 0.1', 'main > load 0.3']);
    expect(profile.total).toBeCloseTo(0.4);
    expect(profile.frames[0]).toEqual({ name: 'main', file: 'a.py', line: 3, column: null });
  });

  test('of events', () => {
    const event = (type: string, frame: number, at: number) => ({ type, frame, at });
    const events = [event('O', 0, 10), event('O', 1, 30), event('C', 1, 90), event('C', 0, 100)];
    const evented = { type: 'evented', unit: 'milliseconds', startValue: 0, endValue: 100, events };
    expect(stacksOf(readProfile(bytesOf({ shared, profiles: [evented] })))).toEqual(['main 0.03', 'main > load 0.06']);
    expect(() => readProfile(bytesOf({ shared, profiles: [{ ...evented, events: [event('C', 0, 1)] }] }))).toThrow('it is not in');
  });

  test('of memory is refused', () => {
    expect(() => readProfile(bytesOf({ shared, profiles: [{ type: 'sampled', unit: 'bytes', samples: [[0]], weights: [1] }] }))).toThrow('memory');
  });
});

describe('pprof', () => {
  const samples = [
    [['main@/app/a.py:3', 'load@/app/a.py:9'], 2, 300],
    [['main@/app/a.py:4'], 1, 100],
  ] as const;

  test('time is preferred to counted samples', () => {
    const types = [['samples', 'count'], ['cpu', 'nanoseconds']] as const; // biome-ignore format: a table
    const million = samples.map(([stack, count, time]) => [stack, count, time * 1e6] as const);
    const profile = readProfile(pprofOf({ types, samples: million }));
    expect(profile).toMatchObject({ format: 'pprof profile', unit: 'seconds', total: expect.closeTo(0.4) });
    expect(stacksOf(profile)).toEqual(['main > load 0.3', 'main 0.1']);
    expect(profile.frames).toContainEqual({ name: 'load', file: '/app/a.py', line: 9, column: null });
    expect(stacksOf(readProfile(pprofOf({ types: types.slice(0, 1), samples })))).toEqual(['main > load 2', 'main 1']);
  });

  test('of memory is refused', () => {
    const types = [['alloc_space', 'bytes'], ['alloc_objects', 'count']] as const; // biome-ignore format: a table
    expect(() => readProfile(pprofOf({ types, samples }))).toThrow('measures alloc_space and alloc_objects, not time');
  });
});

describe('other bytes', () => {
  const real = [
    fixture('orders.cpuprofile').subarray(0, 6000),
    fixture('shop.pstats'),
    fixture('shop.lprof'),
    pprofOf({ types: [['cpu', 'nanoseconds']], samples: [[['a@b:1', 'c@d:300'], 7e9]] }),
    bytesOf({ shared: { frames: [{ name: 'a' }] }, profiles: [{ type: 'sampled', unit: 'none', samples: [[0]], weights: [1] }] }),
  ];
  const tried = (bytes: Uint8Array): void => {
    try {
      readProfile(bytes);
    } catch (error) {
      expect(error).toBeInstanceOf(ProfileError);
      expect((error as Error).message).toMatch(/^(is|has|holds|asks|names|measures|leaves) /);
    }
  };

  test.each([
    ['', 'is empty'],
    ['hello', 'is no profile of a kind that can be read'],
    ['{"nodes": [', 'is cut off or damaged'],
    ['{"a": 1}', 'is no profile of a kind that can be read'],
  ])('%j', (text, message) => expect(() => readProfile(new TextEncoder().encode(text))).toThrow(message));

  test('profiles that are cut off, everywhere', () => {
    for (const bytes of real.slice(1)) for (let end = 0; end < bytes.length; end++) tried(bytes.subarray(0, end));
  });

  test('profiles with some bytes replaced', () => {
    const change = fc.record({ at: fc.nat(), by: fc.nat(255) });
    fc.assert(
      fc.property(fc.constantFrom(...real), fc.array(change, { minLength: 1, maxLength: 8 }), (bytes, changes) => {
        const damaged = Uint8Array.from(bytes);
        for (const { at, by } of changes) damaged[at % damaged.length] = by;
        tried(damaged);
      }),
      { numRuns: 3000 },
    );
  });

  test('bytes of any kind behind every beginning', () => {
    const beginnings = ['', '{)', '\x80\x04', '\x0a', '{"nodes":', '[{'].map((text) => Uint8Array.from(text, (c) => c.charCodeAt(0)));
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 200 }), (head, tail) => tried(Uint8Array.from([...head, ...tail]))),
      { numRuns: 3000 },
    );
  });

  test('JSON of the right shape with wrong values', () => {
    const anything = fc.jsonValue({ maxDepth: 3 });
    const shapes = fc.oneof(
      fc.record({
        nodes: fc.array(fc.record({ id: anything, callFrame: anything, children: anything })),
        samples: anything,
        timeDeltas: anything,
        endTime: anything,
      }),
      fc.record({
        shared: fc.record({ frames: anything }),
        profiles: fc.array(
          fc.record({ type: fc.constantFrom('sampled', 'evented'), unit: anything, samples: anything, weights: anything, events: anything }),
        ),
      }),
      fc.record({ traceEvents: fc.array(fc.record({ name: fc.constantFrom('Profile', 'ProfileChunk'), args: anything })) }),
    );
    fc.assert(
      fc.property(shapes, (value) => tried(bytesOf(value))),
      { numRuns: 1000 },
    );
  });
});
