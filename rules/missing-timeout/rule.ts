/** A request without a limit of time, on a path where somebody waits: one service that does not answer holds everybody who comes by. */
import { isAfterAnswer } from '../../model/answered.ts';
import { infoOf } from '../../model/calls.ts';
import { collected } from '../../model/collected.ts';
import { isServing } from '../../model/contexts.ts';
import type { Call, FileModel, Value } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { isWhileDeveloping } from '../../model/for-developers.ts';
import { type HotWay, hotWay, waysTo } from '../../model/hot-path.ts';
import type { UntimedRow } from '../../model/knowledge.ts';
import { isLeftRunning } from '../../model/left-running.ts';
import { endsRequests } from '../../model/platforms.ts';
import type { Program } from '../../model/program.ts';
import { asksThisMachine } from '../../model/this-machine.ts';
import { isTimed } from '../../model/time-limits.ts';
import { standing, walk } from '../../model/walk.ts';
import { callText, doubtText, entryStep, PER } from '../../model/wording.ts';
import { declarationOf } from '../../model/written-types.ts';
import type { Rule } from '../rule.ts';

export const missingTimeout: Rule = {
  name: 'missing-timeout',
  summary: 'A request that waits for ever, where others wait for it: its library has no limit of its own, and none is given.',
  subject: 'io',
  severity: 'warning',
  languages: ['typescript', 'python'],
  fixes: 'never',
  *check(program, files) {
    for (const { file, fn } of standing(program, files, isServing)) {
      const found: Finding[] = [];
      walk(program, file, fn, {
        call(call, place) {
          const untimed = infoOf(program, file, call).row?.untimed;
          if (!untimed || place.memo || isUnwaited(program, file, call) || isWhileDeveloping(file, call)) return;
          if (isLimited(file, call, untimed) || isBoundWith(program, file, call, untimed) || isLimitedForAll(program, untimed)) return;
          const hot = hotWay(
            program,
            // Have: hooks.send(order).catch(log)
            waysTo(program, { file, fn }, place, (at) => !isUnwaited(program, at.file, at.call)),
          );
          if (hot) found.push(finding(program, file, call, hot));
        },
      });
      yield* found;
    }
  },
};

/** Whoever asked has gone on, has the answer, or goes on after a while. */
function isUnwaited(program: Program, file: FileModel, call: Call): boolean {
  return isLeftRunning(program, file, call) || isAfterAnswer(file, call) || isTimed(program, file, call);
}

/** It says how long, or may say so where we cannot see: `**options`, `config`. */
function isLimited(file: FileModel, call: Call, { options, position }: UntimedRow): boolean {
  if (call.args.some((a) => a.spread || (a.name !== null && options.includes(a.name)))) return true;
  const given = position === undefined ? undefined : call.args[position];
  if (!given || given.name !== null) return false;
  const value = literalOf(file, given.value);
  // An object that is written out says all that it says.
  return value.root.kind !== 'new-object' || value.extent.class !== 'constant' || value.properties.some((p) => options.includes(p.name));
}

/** Have: get = functools.partial(requests.get, timeout=10); get(url) */
function isBoundWith(program: Program, file: FileModel, { callee: { root, path } }: Call, { options }: UntimedRow): boolean {
  const declared = root.kind === 'binding' && path.length === 0 ? declarationOf(program, file, root.binding) : null;
  const made = declared?.file.bindings[declared.binding]?.init?.root;
  const bound = declared && made?.kind === 'call' ? declared.file.calls[made.call] : undefined;
  if (!declared || !bound || !program.knowledge.isWrapper(infoOf(program, declared.file, bound).symbol ?? '')) return false;
  return bound.args.some((a) => a.spread || (a.name !== null && options.includes(a.name)));
}

/** `const config = { headers }; axios.get(url, config)`, if nothing is added to it. */
function literalOf(file: FileModel, value: Value): Value {
  const binding = value.root.kind === 'binding' && value.path.length === 0 ? file.bindings[value.root.binding] : undefined;
  const isUntouched = binding?.kind === 'const' && binding.uses.every((use) => use.kind === 'argument' || use.kind === 'read');
  return isUntouched && binding.init ? binding.init : value;
}

/** Somewhere all requests are told: `axios.defaults.timeout = 5000`, `socket.setdefaulttimeout(5)`, `session.mount('https://', Limited())`. */
function isLimitedForAll(program: Program, { unless }: UntimedRow): boolean {
  return (
    unless !== undefined &&
    collected<{ readonly name: string }>(program, 'limits', unless, (file) => {
      const names = new Set<string>();
      for (const call of file.calls) if (call.member === 'mount' || call.member === 'setdefaulttimeout') names.add(call.member);
      for (const binding of file.bindings)
        for (const use of binding.uses)
          if (use.kind === 'assign' && use.path.at(-1) === 'timeout' && use.path.includes('defaults')) names.add('timeout');
      return new Map([...names].map((name) => [name, [{ name }]]));
    }).length > 0
  );
}

function finding(program: Program, file: FileModel, call: Call, hot: HotWay): Finding {
  const per = PER[hot.entry.kind];
  const doubt = doubtOf(program, file, call, hot);
  return {
    rule: 'missing-timeout',
    file: file.path,
    span: call.span,
    severity: doubt === null ? 'warning' : 'info',
    message: `${callText(call)} may wait for ever, and the ${per} with it: one silent service holds them all. Give it a \`timeout\`.`,
    growth: null,
    evidence: [`runs per ${per}: ${hot.entry.label}`, ...doubtText(doubt)],
    trace: [entryStep(hot), ...hot.steps, { file: file.path, span: call.span, message: 'waits without a limit' }],
    fix: null,
  };
}

function doubtOf(program: Program, file: FileModel, call: Call, { entry, ref }: HotWay): string | null {
  if (/^(job|message)$/.test(entry.kind)) return `a ${PER[entry.kind]} that waits holds its own queue`;
  if (entry.serverless) return 'its platform ends what takes too long';
  if (asksThisMachine(program, file, call)) return 'it asks the machine that it runs on, where it is not told otherwise';
  return endsRequests(program, file) || endsRequests(program, ref.file) ? 'the program ends what takes too long' : null;
}
