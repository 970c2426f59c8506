/** What differs in Python: `#`, decorators, suites, brackets, strings of several lines, encoding lines. */
import { describe, expect, test } from 'vitest';
import type { Finding } from '../model/finding.ts';
import { fileSuppressionEdit, suppressionEdit } from './suppression-edits.ts';
import { findSuppressions } from './suppressions.ts';
import { apply as applyIn, commentsOf, edited, finding, rule } from './testing.ts';

const comment = `# scalelint-ignore ${rule}: few`;
const apply = (text: string, findings: Finding[], parts: string[] = []) => applyIn(text, findings, parts, { python: true });
const parse = (text: string) => findSuppressions(text, commentsOf(text, true));

describe('the grammar', () => {
  test.each([
    [`${comment}`, [[[rule], 'few']]],
    [`#scalelint-ignore ${rule}: see #12, #13`, [[[rule], 'see #12, #13']]],
    [`${comment}  # noqa: E501`, [[[rule], 'few']]],
    [`${comment} #noqa`, [[[rule], 'few']]],
    [`# type: ignore[x]  ${comment}  # noqa`, [[[rule], 'few']]],
    [
      `${comment}  # scalelint-ignore list-as-set: also`,
      [
        [[rule], 'few'],
        [['list-as-set'], 'also'],
      ],
    ],
    [`# scalelint-ignore ${rule}  # noqa: few`, [[[rule], null]]],
    [`## scalelint-ignore ${rule}: few`, [[[rule], 'few']]],
    [`# see scalelint-ignore ${rule}: few`, []],
  ])('%s', (text, expected) => {
    expect(parse(text).ignores.map((one) => [one.rules.map(({ name }) => name), one.reason])).toEqual(expected);
    expect(parse(text).invalid).toEqual([]);
  });

  test('in the other languages `#` is a word of the reason, and `//` begins the next comment', () => {
    const reason = (text: string) => findSuppressions(text, commentsOf(text)).ignores[0]?.reason;
    expect(reason(`// scalelint-ignore ${rule}: the # of roles`)).toBe('the # of roles');
    expect(reason(`// scalelint-ignore ${rule}: few // eslint-disable-line x`)).toBe('few');
    expect(reason(`/* scalelint-ignore ${rule}: few // and old */`)).toBe('few // and old');
  });

  test('stated sizes', () => {
    const { sizes, invalid } = parse('# scalelint-size self.roles <= 20, xs < 3  # noqa\nx = 1  # scalelint-size ys <= 5\n');
    expect(sizes.map(({ name, max }) => [name, max])).toEqual([
      ['self.roles', 20],
      ['xs', 2],
      ['ys', 5],
    ]);
    expect(invalid).toEqual([]);
  });

  test.each([
    ['#!/usr/bin/env python\n# -*- coding: utf-8 -*-\n# HERE\n"""Docs."""\nx = 1\n', true],
    ['# HERE\n"""Docs."""\n', true],
    ['r"""Docs \\""" more."""\n# HERE\nimport os\n', true],
    ["u'Docs'\n# HERE\n", true],
    ["'''Docs\n\n# x\n'''\n\n# HERE\nfrom __future__ import annotations\n", true],
    ['from __future__ import annotations\n# HERE\n', false],
    ['"""Docs."""\nx = 1  # HERE\n', false],
    ['x = """Docs."""\n# HERE\n', false],
  ])('for the whole file, in %j', (text, above) => {
    const { ignores, invalid } = parse(text.replace('HERE', `scalelint-ignore-file ${rule}: old`));
    expect([ignores.map(({ scope }) => scope), invalid.length]).toEqual(above ? [['file'], 0] : [[], 1]);
  });
});

describe('what a comment covers', () => {
  test('above a decorator: the decorators and the head of the function, not its body', () => {
    const body = 'return u in banned';
    const fn = `@app.get(a in first)\n@cached\ndef f(\n    x=b in second,\n):\n    ${body}`;
    const text = `import x\n\n${comment}\n${fn}\n`;
    const result = apply(text, [finding(text, 'a in first'), finding(text, 'b in second'), finding(text, 'u in banned')], [fn, body]);
    expect(result.suppressed.map(([name]) => name)).toEqual(['a in first', 'b in second']);
    expect(result.kept).toEqual(['u in banned']);
  });

  test('between a decorator and its function: the line of `def`', () => {
    const fn = `@cached\n${comment}\ndef f(x=b in second):\n    pass`;
    expect(apply(fn, [finding(fn, 'b in second')], [fn]).kept).toEqual([]);
  });

  test('above a compound statement: its head, and what one line holds', () => {
    const body = 'x = u in banned';
    const text = `${comment}\nfor u in sorted(users):\n    ${body}\n${comment}\nif a: b = u in other\n`;
    const loop = text.slice(text.indexOf('for'), text.indexOf(body) + body.length);
    const result = apply(
      text,
      [finding(text, 'sorted(users)'), finding(text, 'u in banned'), finding(text, 'u in other')],
      [loop, body, 'b = u in other'],
    );
    expect(result.kept).toEqual(['u in banned']);
  });

  test('above `elif`', () => {
    const text = `if a:\n    pass\n${comment}\nelif u in banned:\n    pass\n`;
    expect(apply(text, [finding(text, 'u in banned')], [text.trimEnd()]).kept).toEqual([]);
  });

  test('at the end of a line: the rest of its statement, also at the end of the file', () => {
    const statement = 'r = [\n    u\n    for u in users\n    if u in banned\n]';
    for (const end of ['', '\n', '\r\n', '\nx = 1\n']) {
      const text = `y = u in other\n${statement}  ${comment}${end}`;
      expect(apply(text, [finding(text, 'u in other'), finding(text, 'u in banned')], ['y = u in other', statement]).kept).toEqual(['u in other']);
    }
  });

  test('at the end of a head: not the suite', () => {
    const body = 'x = u in banned';
    const loop = `for u in sorted(users):  ${comment}\n    ${body}`;
    expect(apply(loop, [finding(loop, 'sorted(users)'), finding(loop, 'u in banned')], [loop, body]).kept).toEqual(['u in banned']);
  });

  test('inside of brackets: the next line, a dict included', () => {
    const inner = `d = {  # numbers\n\t${comment}\n\t"a": u in banned,\n\t"b": u in other,\n}`;
    expect(apply(inner, [finding(inner, 'u in banned'), finding(inner, 'u in other')], [inner]).kept).toEqual(['u in other']);
    const first = `d = {  ${comment}\n\t"a": u in banned,\n}\n`;
    expect(apply(first, [finding(first, 'u in banned')], [first.trimEnd()]).kept).toEqual([]);
  });

  test('indented with tabs, over form feeds and other comments', () => {
    const text = `def f():\n\t${comment}\n\t\n\t# noqa\n\f\treturn u in banned\n`;
    expect(apply(text, [finding(text, 'u in banned')], ['return u in banned']).kept).toEqual([]);
  });
});

describe('removing', () => {
  test.each([
    [`x = 1  ${comment}\n`, 'x = 1\n'],
    [`\t${comment}\n\tx = 1\n`, '\tx = 1\n'],
    [`x = 1  ${comment}  # noqa: E501\n`, 'x = 1  # noqa: E501\n'],
    [`x = 1  # noqa: E501  ${comment}\n`, 'x = 1  # noqa: E501\n'],
    [`x = 1  # type: ignore ${comment} #noqa\n`, 'x = 1  # type: ignore #noqa\n'],
    [`#!/usr/bin/env python\n# scalelint-ignore-file ${rule}: old\nx = 1\n`, '#!/usr/bin/env python\nx = 1\n'],
  ])('from %j', (text, after) => expect(apply(text, []).removed).toEqual([after]));

  test('each of two in one comment', () => {
    const text = `x = 1  ${comment}  # scalelint-ignore list-as-set: also\n`;
    expect(apply(text, []).removed).toEqual(['x = 1  # scalelint-ignore list-as-set: also\n', `x = 1  ${comment}\n`]);
  });
});

describe('writing', () => {
  const write = (text: string, at: string) => {
    const edit = suppressionEdit({ file: '/a.py', text, rule, reason: 'few', language: 'python', statementStart: text.indexOf(at), inJsx: false });
    return edit && edited(text, edit);
  };

  test.each([
    ['def f():\n\tx = 1\n', 'x = 1', `def f():\n\t${comment}\n\tx = 1\n`],
    ['@cached\r\ndef f(): pass\r\n', '@cached', `${comment}\r\n@cached\r\ndef f(): pass\r\n`],
    ['    else: x = 1\n', 'x = 1', `    ${comment}\n    else: x = 1\n`],
    ['a = 1; b = "x" in c\n', 'b =', `${comment}\na = 1; b = "x" in c\n`],
    ['"""Docs."""\nx = 1\n', 'x = 1', `"""Docs."""\n${comment}\nx = 1\n`],
  ])('above %j', (text, at, after) => expect(write(text, at)).toBe(after));

  test('not where the line begins inside of a string or behind a backslash', () => {
    expect(write('a = """\nx"""; b = 1\n', 'b =')).toBeNull();
    expect(write("a = '''\nit's'''; b = 1\n", 'b =')).toBeNull();
    expect(write('if a and \\\n  c: b = 1\n', 'b =')).toBeNull();
  });

  test('for the whole file, below what Python reads first', () => {
    const words = `# scalelint-ignore-file ${rule}: old`;
    const write = (text: string) => edited(text, fileSuppressionEdit({ file: '/a.py', text, rule, reason: 'old', language: 'python' }));
    expect(write('"""Docs."""\n')).toBe(`${words}\n"""Docs."""\n`);
    expect(write('#!/usr/bin/python\n# vim: set fileencoding=latin-1 :\nx = 1\n')).toBe(
      `#!/usr/bin/python\n# vim: set fileencoding=latin-1 :\n${words}\nx = 1\n`,
    );
    expect(write('# Shop\r\n# -*- coding: latin-1 -*-\r\nx = 1\r\n')).toBe(`# Shop\r\n# -*- coding: latin-1 -*-\r\n${words}\r\nx = 1\r\n`);
    expect(write('\n# coding=latin-1\nx = 1\n')).toBe(`\n# coding=latin-1\n${words}\nx = 1\n`);
    expect(write('# Shop\n# and more\n# coding: latin-1\n')).toBe(`${words}\n# Shop\n# and more\n# coding: latin-1\n`);
  });
});
