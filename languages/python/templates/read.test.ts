/** What the reader makes of templates, also of broken ones. */
import { expect, test } from 'vitest';
import type { Lookup, TemplatePart } from '../../../model/template.ts';
import { readTemplate } from './read.ts';

const parts = (text: string): readonly TemplatePart[] => readTemplate('/shop/templates/a.html', 'a.html', text).parts;

const shown = (lookup: Lookup | null): string =>
  lookup === null ? '?' : [lookup.path.join('.'), ...lookup.filters.map((f) => (f.argument === null ? f.name : `${f.name}:${f.argument}`))].join('|');

/** `for book in books (book.title)`: the parts in short. */
function short(all: readonly TemplatePart[]): string {
  return all
    .map((part) => {
      switch (part.kind) {
        case 'lookup':
          return shown(part.lookup);
        case 'for':
          return `for ${part.names} in ${shown(part.over)} (${short(part.parts)})`;
        case 'if':
          return `if (${short(part.parts)})`;
        case 'with':
          return `with ${part.names.map((n) => `${n.name}=${shown(n.value)}`)} (${short(part.parts)})`;
        case 'set':
          return `set ${part.names.map((n) => `${n.name}=${shown(n.value)}`)}`;
        case 'include':
          return `include ${part.name}${part.only ? ' only' : ''} ${part.names.map((n) => `${n.name}=${shown(n.value)}`)}`.trim();
        case 'block':
          return `block ${part.name} (${short(part.parts)})`;
        default:
          return `extends ${part.name}`;
      }
    })
    .join(' ');
}

test.each([
  ['{{ book.author.name|upper }}', 'book.author.name|upper'],
  ['{{ book.title|default:book.subtitle|truncatechars:20 }}', 'book.title|default:book.subtitle|truncatechars:20 book.subtitle'],
  [
    "{{ book.tags.all()|join(', ') }} {{ book.get('x', other.y) }} {{ books[0].title }} {{ row['name'] }}",
    'book.tags.all|join book.get.() other.y books.0.title row.name',
  ],
  ['{{ "book.title" }} {{ 3 }} {{ _("text") }}', '_.()'],
  ['{% for book in books %}{{ book.title }}{% empty %}{{ other.x }}{% endfor %}', 'for book in books (book.title) other.x'],
  ['{% for key, value in rows.items reversed %}{{ value }}{% endfor %}', 'for key,value in rows.items (value)'],
  ['{%- for book in books|slice:":5" -%}{{- book -}}{%- endfor -%}', 'for book in books|slice:":5" (book)'],
  ['{% for x in a + b %}{{ x }}{% endfor %}', 'for x in ? (x)'],
  ['{% for b in bs %}{% if b.x %}{{ b.y }}{% else %}{{ b.z }}{% endif %}{% endfor %}', 'for b in bs (b.x if (b.y b.z))'],
  ['{% if a.b and not c.d|length > 3 or e == "x.y" %}{% elif f.g %}{% endif %}', 'a.b c.d|length e if (f.g)'],
  ['{% with author=book.author other=3 %}{{ author.name }}{% endwith %}', 'with author=book.author,other=? (author.name)'],
  ['{% with book.author as author %}{{ author }}{% endwith %}', 'with author=book.author (author)'],
  ['{% set total = order.total %}{{ total }}', 'set total=order.total total'],
  ['{% include "a/b.html" with book=row only %}', 'include a/b.html only book=row'],
  ['{% include template_name %}', 'include null'],
  ['{% extends "base.html" %}{% block content %}{{ a.b }}{% endblock content %}', 'extends base.html block content (a.b)'],
  ['{% url "book" pk=book.author.pk as link %}', 'book.author.pk link set link=?'],
  ['{% regroup books by author.name as groups %}', 'for row in books (row.author.name) set groups=?'],
  ['{% unknown book.author as cover %}{{ cover }}', 'set cover=? cover'],
  [
    '{% blocktranslate with name=book.author.name count n=books.count %}{{ name }}{% plural %}{% endblocktranslate %}',
    'book.author.name books.count with name=book.author.name,n=books.count (name)',
  ],
  ['{# {{ a.b }} #}{% comment %}{{ a.b }}{% endcomment %}{% verbatim %}{{ a.b }}{% endverbatim %}{% raw %}{{ a.b }}{% endraw %}{{ c }}', 'c'],
  ['{% cache 500 side %}{{ a.b }}{% endcache %}{{ c }}', 'c'],
  ['{% macro row(book) %}{{ book.author }}{% endmacro %}{{ c }}', 'c'],
])('%s', (text, expected) => {
  expect(short(parts(text))).toBe(expected);
});

test('places are exact, in UTF-16 units', () => {
  const text = '<b>🙂</b>\r\n\n  {{ book.author.name|upper }}';
  const [part] = parts(text);
  if (part?.kind !== 'lookup') throw new Error('no lookup');
  expect(text.slice(part.lookup.span.start, part.lookup.span.end)).toBe('book.author.name');
  expect(part.lookup.text).toBe('book.author.name');
  expect(part.lookup.line).toBe(3);
});

test('broken templates give what can be read, and never throw', () => {
  const whole =
    '{% extends "b.html" %}{% block c %}{% for a in b.c|d:"e" %}{{ a.b(c["d"]).e }}{% endfor %}{% endblock %}{% with x=y.z %}{{ x }}{% endwith %}';
  for (let at = 0; at <= whole.length; at++) {
    expect(() => parts(whole.slice(0, at))).not.toThrow();
    expect(() => parts(whole.slice(at))).not.toThrow();
    expect(() => parts(whole.slice(0, at) + whole.slice(at + 1))).not.toThrow();
  }
  expect(short(parts('{% endfor %}{% for %}{{ a }}{% endif %}{{ b.c'))).toBe('for  in ? (a)');
});

test('a template nested without end is not read, so that nobody runs out of stack over it', () => {
  expect(short(parts('{% if a %}{{ b }}'.repeat(20_000)))).toBe('');
  expect(short(parts('{% if a %}{% endif %}'.repeat(500)))).not.toBe('');
});
