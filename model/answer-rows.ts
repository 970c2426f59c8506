/** What a handler answers with: which of its values go out with the response, as they are or made into something to send, each by itself. */
import { infoOf } from './calls.ts';
import type { Binding, Call, FileModel, Fn, Value } from './file.ts';
import { isInside, type Program } from './program.ts';
import { isWhole } from './whole-reads.ts';

const DEEPEST = 6;

/** `res.json(users)`, `reply.send({ users })`, `NextResponse.json(users)` */
const SENDS = /^(json|jsonp|send|end|render|ok|success|respond)$/;
const ANSWERS = /^(_?res|response|reply|ctx|context|c|h|NextResponse|Response)$/;

/** What makes of many things as many to be sent. */
const DRESSES =
  /(serial|schema|dto|present|transform|convert|format|plain|json|dump|response|render|represent|view|mapper|^to[A-Z_]|^map[A-Z_])|^(map|list|tuple|from|all|Success|data|slice)$/i;

/** Are all rows that a call yields sent with the answer of this function? `holder`: the variable that they are in. */
export function isAnswered(program: Program, file: FileModel, fn: Fn, call: Call, holder: Binding | null): boolean {
  const carries = (value: Value): boolean => carriesRows(program, file, value, call, holder, 0);
  if (fn.returns.some(carries)) return true;
  return file.calls.some((other) => isInside(file, other.fn, fn.id) && isSending(file, other) && other.args.some((a) => carries(a.value)));
}

function isSending(file: FileModel, { member, callee }: Call): boolean {
  if (member === null || !SENDS.test(member)) return false;
  // `res.status(200).json(users)`
  let { root } = callee;
  for (let i = 0; i < 4 && root.kind === 'call'; i++) root = file.calls[root.call]?.callee.root ?? root;
  return root.kind === 'binding' && ANSWERS.test(file.bindings[root.binding]?.name ?? '');
}

function carriesRows(program: Program, file: FileModel, value: Value, call: Call, holder: Binding | null, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const carries = (inner: Value): boolean => carriesRows(program, file, inner, call, holder, depth + 1);
  // A slice is a page: Book.objects.all()[:20]
  const isSlice = value.viewOf?.span.start === value.span.start && value.viewOf.span.end < value.span.end;
  if (value.viewOf && !isSlice && carries(value.viewOf)) return true;
  const { root, path } = value;
  if (root.kind === 'new-object') return value.properties.some((p) => carries(p.value)) || value.elements.some(carries);
  if (root.kind === 'new-list') return value.elements.some(carries) || isComprehensionOf(file, value, call, holder);
  if (root.kind === 'binding') {
    const binding = file.bindings[root.binding];
    if (!binding || path.length > 1 || (path.length === 1 && path[0] !== 'data')) return false;
    // Have: books[:20]
    if (binding === holder) return path.length === 0 && value.text === binding.name;
    return binding.kind === 'const' && binding.param === null && binding.elementOf === null && binding.init !== null && carries(binding.init);
  }
  const made = root.kind === 'call' ? file.calls[root.call] : undefined;
  if (!made) return false;
  if (made === call) return isWhole(value, call);
  // `UserSerializer(users, many=True).data`, `users.map(toDto)`, `JsonResponse({'users': users})`
  const name = made.member ?? made.text;
  const { target } = infoOf(program, file, made);
  const isDressing = DRESSES.test(name) || (made.isNew && DRESSES.test(made.text)) || target?.fn.kind === 'constructor';
  return isDressing && ((made.member !== null && carries(made.callee)) || made.args.some((a) => carries(a.value)));
}

/** Have: [to_dict(user) for user in users] */
function isComprehensionOf(file: FileModel, { span }: Value, call: Call, holder: Binding | null): boolean {
  return file.loops.some(({ style, over, span: own, body }) => {
    if (style !== 'comprehension' || own.start < span.start || own.end > span.end || !over) return false;
    // Have: [to_dict(user) for user in User.objects.all()[:100]]
    const isOfRows = over.root.kind === 'binding' ? file.bindings[over.root.binding] === holder && over.text === holder?.name : isWhole(over, call);
    return isOfRows && over.path.length === 0 && !body.some((node) => node.kind === 'branch');
  });
}
