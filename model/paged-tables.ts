/** Which tables the project reads page by page somewhere: whoever wrote that knows that their rows are many. */
import { infoOf } from './calls.ts';
import { earlierLinks, laterLinks } from './chains.ts';
import { collected } from './collected.ts';
import type { Call, FileModel } from './file.ts';
import { plainName } from './plain-names.ts';
import type { Program } from './program.ts';
import { entityOf, queriedRows } from './queried-rows.ts';
import { sqlOf } from './sql-text.ts';

/** Where a query of the same table has an offset or a cursor, or counts what it reads a page of. */
export function isPagedSomewhere(program: Program, table: string): boolean {
  return (
    collected<{ readonly file: string }>(program, 'paged tables', table, (file) => {
      const found = new Map<string, { readonly file: string }[]>();
      for (const call of file.calls) {
        if (infoOf(program, file, call).row?.op?.kind !== 'query' || !isPage(program, file, call)) continue;
        const name = tableOf(program, file, call);
        if (name) found.set(name, [{ file: file.path }]);
      }
      return found;
    }).length > 0
  );
}

const OFFSET = /^(skip|offset|cursor|startAfter|paginate|findAndCount|findAndCountAll|findManyAndCount)$/;

function isPage(program: Program, file: FileModel, call: Call): boolean {
  const links = [...earlierLinks(file, call), call, ...laterLinks(program, file, call)];
  return links.some(
    ({ member, args }) =>
      OFFSET.test(member ?? '') ||
      args.some(
        ({ value }) =>
          value.properties.some((p) => OFFSET.test(p.name)) || (value.root.kind !== 'function' && /\boffset\s+[$?:\d]/i.test(sqlOf(value))),
      ),
  );
}

/** A name for the table of a query, the same wherever it is asked: of `prisma.users`, `usersRepository`, `User.find()` and `from users` alike. */
export function tableOf(program: Program, file: FileModel, call: Call): string | null {
  const links = [call, ...earlierLinks(file, call)];
  for (const { member, args } of links) {
    const [given] = args;
    const written = /\bfrom\s+["'`[]?(?:\w+["'`\]]?\.["'`[]?)?(\w+)/i.exec(given ? sqlOf(given.value) : '');
    if (written) return plain(written[1]);
    if (given && (member === null || /^(from|collection|table)$/.test(member))) {
      if (typeof given.value.literal === 'string') return plain(given.value.literal);
      if (member === 'from' && given.value.root.kind === 'binding') return plain(given.value.text);
    }
  }
  const of = queriedRows(program, file, call)?.of ?? entityOf(program, file, call);
  if (of) return plain(of.class.name);
  const { root, path, text } = (links.at(-1) ?? call).callee;
  return root.kind === 'call' ? null : plain(path.at(-1) ?? text);
}

function plain(name: string | undefined): string | null {
  const last = plainName(name?.split('.').pop() ?? '');
  return last === '' ? null : last;
}
