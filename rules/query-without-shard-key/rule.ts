/** A query on a table that is spread over shards, whose conditions do not hold the shard key: no shard can be left out, so that all of them are asked. */
import { type AskedTable, askedTable } from '../../model/asked-tables.ts';
import { isServing } from '../../model/contexts.ts';
import { extentOf, isSmall } from '../../model/extents.ts';
import type { Call, FileModel, Fn } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { type HotWay, hotWay, waysTo } from '../../model/hot-path.ts';
import { isRare } from '../../model/how-often.ts';
import { plainColumn } from '../../model/plain-names.ts';
import type { Program } from '../../model/program.ts';
import { isAnySharded, type ShardKey, shardKeyOf } from '../../model/sharded-tables.ts';
import { isScoped } from '../../model/tenant-scopes.ts';
import { type Place, standing, walk } from '../../model/walk.ts';
import { callText, entryStep, loopStep, PER } from '../../model/wording.ts';
import type { Rule } from '../rule.ts';

export const queryWithoutShardKey: Rule = {
  name: 'query-without-shard-key',
  summary: 'A query on a table that is spread over shards does not name the shard key, so that every shard is asked.',
  subject: 'sharding',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    if (!isAnySharded(program)) return;
    for (const { file, fn } of standing(program, files, isServing)) {
      // Who administers looks across all tenants.
      if (isRare(program, file, fn) || /(^|\/)admin(\/|\.\w+$)/.test(file.path)) continue;
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          if (place.memo || place.failed) return;
          const asked = askedTable(program, file, call);
          const key = asked && shardKeyOf(program, asked.store, asked.tables);
          if (!key || isHeld(asked, key) || isScoped(program, asked.library, asked.of)) return;
          found.push(finding(program, { file, fn }, call, place, asked, key));
        },
      });
      yield* found;
    }
  },
};

/** `tenant_id`; `tenant` and `tenant__slug`, which lead to it; `tenantId_number`, of which it is a part. */
function isHeld({ names, library, of }: AskedTable, { column }: ShardKey): boolean {
  const key = plainColumn(column);
  const relation = key.replace(/(?<=.)id$/, '');
  return names.some((name) => {
    if (library === 'sql') return plainColumn(name) === key;
    return (
      name.split(/__|\./).some((part) => [key, relation].includes(plainColumn(part))) ||
      name.split('_').includes(column) ||
      // What another table's column tells of the key, nobody knows.
      (of !== null && name.includes('__') && !/__(exact|in|gte?|lte?|range|\w*contains|\w*startswith|\w*endswith|isnull|iexact)$/.test(name))
    );
  });
}

function finding(program: Program, from: { file: FileModel; fn: Fn }, call: Call, place: Place, asked: AskedTable, key: ShardKey): Finding {
  const { file } = from;
  const hot = hotWay(
    program,
    waysTo(program, from, place, () => true),
  );
  const loop = place.loops.find(({ over }) => over !== null && !isSmall(extentOf(program, file, over)));
  const isOften = loop !== undefined || (hot !== null && hot.entry.kind !== 'job');
  const { query } = asked;
  return {
    rule: 'query-without-shard-key',
    file: file.path,
    span: call.span,
    severity: isOften ? 'warning' : 'info',
    message: `${callText(call)} asks every shard of \`${key.table}\`: its conditions do not name the shard key \`${key.column}\`. Add it.`,
    growth: 'O(shards)',
    evidence: [
      `\`${key.table}\` is sharded by \`${key.column}\`${key.said ? '' : ', as the configuration says'}`,
      ...(hot ? [`runs per ${PER[hot.entry.kind]}: ${hot.entry.label}`] : []),
    ],
    trace: [
      ...(hot ? steps(hot) : []),
      ...(loop ? [loopStep(file, loop)] : []),
      { file: query.file.path, span: query.call.span, message: `asks \`${key.table}\`` },
      ...(key.said ? [{ file: key.said.path, span: key.said.span, message: `spreads \`${key.table}\` by \`${key.column}\`` }] : []),
    ],
    fix: null,
  };
}

function steps(hot: HotWay): Finding['trace'] {
  return [entryStep(hot), ...hot.steps];
}
