/**
 * Classes whose rows a framework walks: sitemaps, feeds. It asks each row for its address, and the class for what else it wants to know of it.
 */
import { hookedIn } from '../../model/entry-hooks.ts';
import { extentOf, isFew, isShortPage } from '../../model/extents.ts';
import type { FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import type { Program } from '../../model/program.ts';
import { methodOf } from '../../model/relations.ts';
import { rowsOf } from '../../model/rows.ts';
import { touchesOf, touchesOfParameter, usesOfSelf } from '../../model/touches.ts';
import { asHint, unloaded } from './unloaded.ts';

/** Have: class BookSitemap(Sitemap): def items(self): return Book.objects.all(), where `get_absolute_url` of a book looks at its author */
export function* listed(program: Program, file: FileModel): Iterable<Finding> {
  for (const { row, thing } of hookedIn(program, file)) {
    if (!row.lists || thing?.kind !== 'class' || thing.file !== file) continue;
    const { class: owner } = thing;
    const items = owner.methods.find((m) => m.name === row.lists?.rows);
    const [only, ...others] = items ? (file.functions[items.fn]?.returns ?? []) : [];
    const rows = only && others.length === 0 ? rowsOf(program, file, only) : null;
    if (!only || !rows?.loaded || !rows.of || rows.file !== file) continue;
    const { of } = rows;
    const extent = extentOf(program, file, only);
    // Less than a page of rows is not worth a word.
    if (isFew(extent)) continue;
    const has = (name: string): boolean => owner.methods.some((m) => m.name === name);
    const asked = row.lists.asks.flatMap(({ method, unless }) => {
      const found = has(unless) ? null : methodOf(program, of, method);
      return found
        ? touchesOf(program, found.file, usesOfSelf(found), { of, model: of.class.name }).map((touch) => ({
            ...touch,
            steps: [{ file: found.file.path, span: touch.span, message: `\`${method}\` touches it` }, ...touch.steps],
          }))
        : [];
    });
    const own = owner.methods.filter((m) => row.perObject?.members.includes(m.name)).flatMap((m) => touchesOfParameter(program, file, m.fn, of));
    const finding = unloaded(rows, { file, name: owner.name, span: owner.span }, owner.name, [...asked, ...own]);
    if (finding)
      yield asHint(finding, isShortPage(extent) ? 'it shows twenty rows at most' : 'crawlers and readers of feeds ask for it now and then');
  }
}
