/** What a handler answers with: which of its values go out with the response, as they are or made into something to send, each by itself. */
import type { Binding, Call, FileModel, Fn, Value } from './file.ts';
import { isInside } from './program.ts';
import { isWhole } from './whole-reads.ts';

const DEEPEST = 6;

/** `res.json(users)`, `reply.send({ users })`, `NextResponse.json(users)` */
const SENDS = /^(json|jsonp|send|end|render|ok|success|respond)$/;
const ANSWERS = /^(_?res|response|reply|ctx|context|c|h|NextResponse|Response)$/;

/** What makes of many things as many to be sent, by the words of its name: `UserSerializer`, `to_dto`, `mapOrders`, `OrderView`. */
const DRESSES =
  /\b(serial\w*|schemas?|dtos?|present\w*|transform\w*|convert\w*|format(s|ted|ters?)?|plain|json\w*|dumps?|responses?|render\w*|represent\w*|mappers?)\b|\bview( model)?s?$|^(to|map) |^(map|list|tuple|from|all|success|data)$/;
/** And what makes a number of them, or one thing: `formatTotal`, `toSummary`. */
const SUMS = /\b(average|count|length|score|size|statistics|stats|sum|summary|total)$/;

/** Are all rows that a call yields sent with the answer of this function? `holder`: the variable that they are in. */
export function isAnswered(file: FileModel, fn: Fn, call: Call, holder: Binding | null): boolean {
  // Have: books = Book.objects.all(); books = books[:20]
  const all = holder && isAssignedAgain(holder) ? null : holder;
  const carries = (value: Value): boolean => carriesRows(file, value, call, all, 0);
  if (fn.returns.some(carries)) return true;
  return file.calls.some((other) => isInside(file, other.fn, fn.id) && isSending(file, other) && other.args.some((a) => carries(a.value)));
}

function isAssignedAgain({ kind, assigned, uses }: Binding): boolean {
  return kind !== 'const' && (assigned.length > 0 || uses.some((use) => use.kind === 'assign' && use.path.length === 0));
}

function isSending(file: FileModel, { member, callee }: Call): boolean {
  if (member === null || !SENDS.test(member)) return false;
  // `res.status(200).json(users)`
  let { root } = callee;
  for (let i = 0; i < 4 && root.kind === 'call'; i++) root = file.calls[root.call]?.callee.root ?? root;
  return root.kind === 'binding' && ANSWERS.test(file.bindings[root.binding]?.name ?? '');
}

function carriesRows(file: FileModel, value: Value, call: Call, holder: Binding | null, depth: number): boolean {
  if (depth > DEEPEST) return false;
  const carries = (inner: Value): boolean => carriesRows(file, inner, call, holder, depth + 1);
  // A slice is a page: Book.objects.all()[:20]
  const isSlice = value.viewOf?.span.start === value.span.start && value.viewOf.span.end < value.span.end;
  if (value.viewOf && !isSlice && carries(value.viewOf)) return true;
  const { root, path, span } = value;
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
  // Have: list(books)[:20], UserSerializer(users, many=True).data[:20]
  if (isSlice && (path.length > 0 || span.end > made.span.end)) return false;
  // `UserSerializer(users, many=True).data`, `users.map(toDto)`, `JsonResponse({'users': users})`
  return isDressing(made) && ((made.member !== null && carries(made.callee)) || made.args.some((a) => carries(a.value)));
}

function isDressing({ member, text }: Call): boolean {
  const name = member ?? text.slice(text.lastIndexOf('.') + 1);
  const words = name
    .replace(/([a-z0-9])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2')
    .replace(/[_$]+/g, ' ')
    .trim()
    .toLowerCase();
  return DRESSES.test(words) && !SUMS.test(words);
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
