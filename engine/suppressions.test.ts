import { describe, expect, test } from 'vitest';
import { fileSuppressionEdit, suppressionEdit } from './suppression-edits.ts';
import { findSuppressions } from './suppressions.ts';
import { apply, commentsOf, edited, finding, rule } from './testing.ts';

describe('the grammar', () => {
  const parse = (text: string, python = false) => findSuppressions(text, commentsOf(text, python));
  const ignores = (text: string, python = false) => parse(text, python).ignores.map((one) => [one.rules.map((each) => each.name), one.reason]);

  test.each([
    ['// scalelint-ignore list-as-set: few', [['list-as-set'], 'few']],
    ['//scalelint-ignore list-as-set:few', [['list-as-set'], 'few']],
    ['/* scalelint-ignore list-as-set, n-plus-one-query : a: b */', [['list-as-set', 'n-plus-one-query'], 'a: b']],
    ['/**\n * scalelint-ignore list-as-set: few\n */', [['list-as-set'], 'few']],
    ['// scalelint-ignore list-as-set -- few', [['list-as-set'], 'few']],
    ['// scalelint-ignore list-as-set', [['list-as-set'], null]],
    ['// scalelint-ignore list-as-set:  ', [['list-as-set'], null]],
    ['// scalelint-ignore list-as-set few users', [['list-as-set'], null]],
    ['// eslint-disable-line x // scalelint-ignore list-as-set: few', [['list-as-set'], 'few']],
  ])('%j', (text, expected) => {
    expect(ignores(text)).toEqual([expected]);
  });

  test('Python, also after another comment', () => {
    expect(ignores('x = 1  # scalelint-ignore list-as-set: few', true)).toEqual([[['list-as-set'], 'few']]);
    expect(ignores('x = 1  # noqa: E501  # scalelint-ignore list-as-set: few', true)).toEqual([[['list-as-set'], 'few']]);
  });

  test('prose that mentions it is none', () => {
    expect(ignores('// write scalelint-ignore list-as-set: few')).toEqual([]);
    expect(ignores('// scalelint-ignored list-as-set: few')).toEqual([]);
    expect(ignores('const a = "scalelint-ignore list-as-set: few";')).toEqual([]);
  });

  test('spans point at the names', () => {
    const text = 'f(); // scalelint-ignore list-as-set,  nope: why';
    const [one] = parse(text).ignores;
    expect(one?.rules.map(({ span }) => text.slice(span.start, span.end))).toEqual(['list-as-set', 'nope']);
    expect(text.slice(one?.span.start, one?.span.end)).toBe('scalelint-ignore list-as-set,  nope: why');
  });

  test('without a rule it is invalid and does nothing', () => {
    const found = parse('// scalelint-ignore: all of it\n');
    expect(found.ignores).toEqual([]);
    expect(found.invalid.map((one) => one.message)).toEqual([
      '`scalelint-ignore` names no rule, so it does nothing. Write `scalelint-ignore rule-name: reason`.',
    ]);
  });

  test('stated sizes', () => {
    const text = '// scalelint-size xs <= 20\n/* scalelint-size user.roles < 1_000, b ≤ 3 */\n';
    const { sizes, invalid } = parse(text);
    expect(sizes.map((one) => [one.name, one.max, text.slice(one.span.start, one.span.end)])).toEqual([
      ['xs', 20, 'xs <= 20'],
      ['user.roles', 999, 'user.roles < 1_000'],
      ['b', 3, 'b ≤ 3'],
    ]);
    expect(invalid).toEqual([]);
    for (const wrong of ['xs', 'xs <= many', '', 'xs > 3', 'xs <= 3 ys']) expect(parse(`// scalelint-size ${wrong}`).invalid).toHaveLength(1);
  });

  test('for the whole file: only above the first code', () => {
    const where = (text: string, python = false) => [parse(text, python).ignores[0]?.scope ?? null, parse(text, python).invalid.length];
    expect(where("#!/usr/bin/env node\n/* licence */\n'use client';\n// scalelint-ignore-file list-as-set: old\nf();")).toEqual(['file', 0]);
    expect(where('"""Docs."""\n# scalelint-ignore-file list-as-set: old\n', true)).toEqual(['file', 0]);
    expect(where('f();\n// scalelint-ignore-file list-as-set: old\n')).toEqual([null, 1]);
  });
});

describe('what a comment covers', () => {
  test('above: the next line, and the statement that begins there, in all of its lines', () => {
    const statement = 'const r = users\n  .map(f)\n  .filter((u) => banned.includes(u));';
    const text = `// scalelint-ignore ${rule}: few\n${statement}\nother.includes(x);\n`;
    const result = apply(text, [finding(text, 'banned'), finding(text, 'other')], [statement, 'other.includes(x);']);
    expect(result).toEqual({ kept: ['other'], suppressed: [['banned', 'few']], reports: [], removed: [] });
  });

  test('above a loop: its head only', () => {
    const inner = 'banned.includes(u);';
    const loop = `for (const u of\n  all.filter(g)) {\n  ${inner}\n}`;
    const text = `// scalelint-ignore ${rule}: few\n${loop}\n`;
    const result = apply(text, [finding(text, 'all'), finding(text, 'banned')], [loop, inner]);
    expect(result.suppressed).toEqual([['all', 'few']]);
    expect(result.kept).toEqual(['banned']);
  });

  test('blank lines and other comments may stand between', () => {
    const text = `// scalelint-ignore ${rule}: few\n// eslint-disable-next-line x\n\n/* and\n more */\n// scalelint-ignore list-as-set: also\nbanned.includes(u);\n`;
    const result = apply(text, [finding(text, 'banned'), finding(text, 'banned', 'list-as-set')], ['banned.includes(u);']);
    expect(result.suppressed).toEqual([
      ['banned', 'few'],
      ['banned', 'also'],
    ]);
    expect(result.reports).toEqual([]);
  });

  test('at the end of a line: that line, and the rest of the simple statement', () => {
    const statement = `const r = f(\n  a, // scalelint-ignore ${rule}: few\n  banned.includes(u),\n);`;
    const text = `${statement}\nother.includes(x);\n`;
    const result = apply(text, [finding(text, 'banned'), finding(text, 'other')], [statement, 'other.includes(x);']);
    expect(result.kept).toEqual(['other']);
    expect(result.suppressed).toEqual([['banned', 'few']]);
  });

  test('at the end of the last line of a statement', () => {
    const statement = 'const r = users\n  .filter((u) => banned.includes(u))\n  .map(f);';
    const text = `${statement} // scalelint-ignore ${rule}: few\nother.includes(x);`;
    expect(apply(text, [finding(text, 'banned'), finding(text, 'other')], [statement, 'other.includes(x);']).kept).toEqual(['other']);
  });

  test('at the end of a loop head: the head, not the body', () => {
    const loop = `for (const u of all.filter(g)) { // scalelint-ignore ${rule}: few\n  banned.includes(u);\n}`;
    const result = apply(loop, [finding(loop, 'all'), finding(loop, 'banned')], [loop, 'banned.includes(u);']);
    expect(result.kept).toEqual(['banned']);
  });

  test('in front of a statement on its line', () => {
    const text = `if (a) /* scalelint-ignore ${rule}: few */ banned.includes(u);\nbanned.includes(v);`;
    const result = apply(
      text,
      [finding(text, 'banned.includes(u)'), finding(text, 'banned.includes(v)')],
      [text.slice(0, text.indexOf('\n')), 'banned.includes(u);', 'banned.includes(v);'],
    );
    expect(result.kept).toEqual(['banned.includes(v)']);
  });

  test('in JSX, above an element of several lines', () => {
    const element = '<Row\n      key={u}\n      bad={banned.includes(u)}\n    />';
    const text = `return (\n  <ul>\n    {/* scalelint-ignore ${rule}: few */}\n    ${element}\n    <b>{other.includes(u)}</b>\n  </ul>\n);`;
    const result = apply(text, [finding(text, 'banned'), finding(text, 'other')], [text, element]);
    expect(result.kept).toEqual(['other']);
    expect(result.suppressed).toEqual([['banned', 'few']]);
  });

  test('in JSX, two comments above one element', () => {
    const text = `<ul>\n  {/* scalelint-ignore ${rule}: few */}\n  {/* scalelint-ignore list-as-set: also */}\n  <b>{banned.includes(u)}</b>\n</ul>`;
    const result = apply(text, [finding(text, 'banned'), finding(text, 'banned', 'list-as-set')], [text, '<b>{banned.includes(u)}</b>']);
    expect(result.suppressed).toEqual([
      ['banned', 'few'],
      ['banned', 'also'],
    ]);
  });

  test('where two cover a finding, the one with a reason answers', () => {
    const text = `// scalelint-ignore-file ${rule}\n// scalelint-ignore ${rule}: few\nbanned.includes(u);`;
    expect(apply(text, [finding(text, 'banned')]).suppressed).toEqual([['banned', 'few']]);
  });

  test('in Python, with CRLF', () => {
    const text = `# scalelint-ignore ${rule}: few\r\nif u in banned:\r\n    pass\r\nx = u in other\r\n`;
    const result = apply(text, [finding(text, 'banned'), finding(text, 'other')], ['if u in banned:\r\n    pass', 'x = u in other'], {
      python: true,
    });
    expect(result.kept).toEqual(['other']);
  });

  test('another rule is not covered; the whole file can be', () => {
    const text = `// scalelint-ignore-file ${rule}: old\na.includes(b);\n\nc.includes(d);`;
    const result = apply(text, [finding(text, 'a.inc'), finding(text, 'c.inc'), finding(text, 'c.inc', 'list-as-set')]);
    expect(result.suppressed).toHaveLength(2);
    expect(result.kept).toEqual(['c.inc']);
  });
});

describe('what is said about comments', () => {
  test('unused ones, with the edit that removes them', () => {
    const text = `a();\n  // scalelint-ignore ${rule}: few\nb();\n`;
    const result = apply(text, []);
    expect(result.reports).toEqual([`unused-suppression: \`${rule}\` reports nothing here. Remove its suppression.`]);
    expect(result.removed).toEqual(['a();\nb();\n']);
  });

  test.each([
    [`b(); // scalelint-ignore ${rule}: few\n`, 'b();\n'],
    [`b(); // scalelint-ignore ${rule}: few`, 'b();'],
    [`  /* scalelint-ignore ${rule}: few */ b();\r\n`, '  b();\r\n'],
    [`<a>\n  {/* scalelint-ignore ${rule}: few */}\n  <b/>\n</a>`, '<a>\n  <b/>\n</a>'],
    [`b(); // eslint-disable-line x // scalelint-ignore ${rule}: few\n`, 'b(); // eslint-disable-line x\n'],
    [`/**\n * Docs.\n * scalelint-ignore ${rule}: few\n */\n`, '/**\n * Docs.\n *\n */\n'],
    [`\uFEFF// scalelint-ignore ${rule}: few\r\nb();`, '\uFEFFb();'],
  ])('removal from %j', (text, after) => {
    expect(apply(text, []).removed).toEqual([after]);
  });

  test('only the unused rule of a list is removed', () => {
    const text = `// scalelint-ignore ${rule}, list-as-set, n-plus-one-query: few\nbanned.includes(u);`;
    const one = (of: string[]) =>
      apply(
        text,
        of.map((name) => finding(text, 'banned', name)),
      ).removed;
    expect(one(['list-as-set', 'n-plus-one-query'])).toEqual([text.replace(`${rule}, `, '')]);
    expect(one([rule, 'n-plus-one-query'])).toEqual([text.replace('list-as-set, ', '')]);
    expect(one([rule, 'list-as-set'])).toEqual([text.replace(', n-plus-one-query', '')]);
  });

  test('a rule that was not run is not known to be unused', () => {
    const text = `// scalelint-ignore ${rule}: few\nb();\n`;
    expect(apply(text, [], [], { ran: new Set(['list-as-set']) }).reports).toEqual([]);
  });

  test('unknown rules get a suggestion, missing reasons are said and still work', () => {
    const text = '// scalelint-ignore nested-loop-lokup: few\nb();\n// scalelint-ignore list-as-set\nbanned.includes(u);\n';
    const result = apply(text, [finding(text, 'banned', 'list-as-set')]);
    expect(result.suppressed).toEqual([['banned', '']]);
    expect(result.reports).toEqual([
      'invalid-suppression: There is no rule `nested-loop-lokup`. Did you mean `nested-loop-lookup`? Correct the name or remove the comment.',
      'suppression-without-reason: This suppression does not say why. Add `: ` and the reason.',
    ]);
  });
});

describe('writing one', () => {
  const write = (text: string, at: string, more: { inJsx?: boolean; reason?: string; language?: 'python' | 'typescript' } = {}) => {
    const request = {
      file: '/a.ts',
      text,
      rule,
      reason: 'few',
      language: 'typescript' as const,
      inJsx: false,
      ...more,
      statementStart: text.indexOf(at),
    };
    const edit = suppressionEdit(request);
    return edit && edited(text, edit);
  };

  test('above the statement, with its indentation and line end', () => {
    expect(write('a();\r\n\tb();\r\n', 'b()')).toBe(`a();\r\n\t// scalelint-ignore ${rule}: few\r\n\tb();\r\n`);
    expect(write('\uFEFFb();\n', 'b()')).toBe(`\uFEFF// scalelint-ignore ${rule}: few\nb();\n`);
  });

  test('in front of the statement where something precedes it on the line', () => {
    expect(write('if (a) {} else if (b) c();', 'if (b)')).toBe(`if (a) {} else /* scalelint-ignore ${rule}: few */ if (b) c();`);
  });

  test('in JSX with braces', () => {
    expect(write('<a>\n  <b/>\n</a>', '<b/>', { inJsx: true })).toBe(`<a>\n  {/* scalelint-ignore ${rule}: few */}\n  <b/>\n</a>`);
    expect(write('<a><b/></a>', '<b/>', { inJsx: true })).toBe(`<a>{/* scalelint-ignore ${rule}: few */}<b/></a>`);
  });

  test('in Python above the line, never after a backslash', () => {
    expect(write('def f():\n    if a: b()\n', 'b()', { language: 'python' })).toBe(`def f():\n    # scalelint-ignore ${rule}: few\n    if a: b()\n`);
    expect(write('if a: \\\n  b()\n', 'b()', { language: 'python' })).toBeNull();
  });

  test('the reason cannot break out of the comment', () => {
    expect(write('if (a) b();', 'b()', { reason: 'x */ evil()\n\n y' })).toBe(`if (a) /* scalelint-ignore ${rule}: x * / evil() y */ b();`);
    expect(write('b();', 'b()', { reason: ' ' })).toBe(`// scalelint-ignore ${rule}\nb();`);
  });

  test.each([
    ['a();\n  banned.includes(u);\n', 'banned', false],
    ['if (a) banned.includes(u);', 'banned', false],
    ['<a>\n  <b c={banned.includes(u)}/>\n</a>', '<b', true],
    ['<a><b c={banned.includes(u)}/></a>', '<b', true],
  ])('what is written is understood: %j', (text, at, inJsx) => {
    const after = write(text, at, { inJsx }) ?? '';
    const result = apply(after, [finding(after, 'banned')], [after.includes('<b') ? '<b c={banned.includes(u)}/>' : 'banned.includes(u);']);
    expect(result.kept).toEqual([]);
    expect(result.reports).toEqual([]);
  });

  test('for the whole file, below a shebang', () => {
    const file = (text: string, language: 'python' | 'typescript' = 'typescript') =>
      edited(text, fileSuppressionEdit({ file: '/a', text, rule, reason: 'old', language }));
    expect(file('a();\n')).toBe(`// scalelint-ignore-file ${rule}: old\na();\n`);
    expect(file('#!/usr/bin/env node\na();\n')).toBe(`#!/usr/bin/env node\n// scalelint-ignore-file ${rule}: old\na();\n`);
    expect(file('\uFEFFa();\r\n')).toBe(`\uFEFF// scalelint-ignore-file ${rule}: old\r\na();\r\n`);
    expect(file('# -*- coding: utf-8 -*-\na()\n', 'python')).toBe(`# -*- coding: utf-8 -*-\n# scalelint-ignore-file ${rule}: old\na()\n`);
  });
});
