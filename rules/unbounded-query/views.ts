/** Views of Django REST framework that list what their `queryset` names: the framework answers with all rows, unless it is told to paginate. */
import { collected } from '../../model/collected.ts';
import type { FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { isPagedSomewhere } from '../../model/paged-tables.ts';
import { plainName } from '../../model/plain-names.ts';
import { fileAt, type Program } from '../../model/program.ts';
import { type ClassRef, fieldOf, lineage } from '../../model/relations.ts';
import { knowledgeSymbol, thingOf } from '../../model/things.ts';
import { wholeRead } from '../../model/whole-reads.ts';
import { PAGED, pageStep } from './paged.ts';

const LISTS = /^py:rest_framework#(generics\.(ListAPIView|ListCreateAPIView)|viewsets\.(ReadOnlyModelViewSet|ModelViewSet)|mixins\.ListModelMixin)$/;
const OF_FRAMEWORK = /^py:rest_framework#/;
/** Methods with which a view decides for itself which rows it lists, and how. */
const OWN = /^(get_queryset|list|get|filter_queryset|paginate_queryset)$/;

export function* inViews(program: Program, file: FileModel): Iterable<Finding> {
  if (file.language !== 'python') return;
  for (const owner of file.classes) yield* inView(program, { file, class: owner });
}

function* inView(program: Program, view: ClassRef): Iterable<Finding> {
  const { file, class: owner } = view;
  const all = lineage(program, view);
  if (!isListing(program, all) || all.some(({ class: each }) => each.methods.some(({ name }) => OWN.test(name)))) return;
  const declared = fieldOf(program, view, 'queryset');
  const { init } = declared?.field ?? {};
  const call = init?.root.kind === 'call' && init.path.length === 0 ? declared?.file.calls[init.root.call] : undefined;
  const read = declared && call ? wholeRead(program, declared.file, call) : null;
  if (!read?.of || !call || declared?.file !== file || fieldOf(program, view, 'pagination_class') || mayBePaged(program)) return;
  const table = plainName(read.of.class.name);
  if (!isPagedSomewhere(program, table)) return;
  yield {
    rule: 'unbounded-query',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `\`${owner.name}\` answers each request with all rows of \`${read.table}\`. Give it a \`pagination_class\`.`,
    growth: `O(${read.table} rows)`,
    evidence: [PAGED, 'neither the view nor the settings name a class that paginates'],
    trace: [{ file: file.path, span: owner.span, message: 'lists its `queryset`' }, ...read.path, ...pageStep(program, table)],
    fix: null,
  };
}

/** It lists, and all that it extends is of the project or of the framework: what is not there may paginate. */
function isListing(program: Program, all: readonly ClassRef[]): boolean {
  const symbols = all.flatMap(({ file, class: owner }) =>
    owner.extends.flatMap((base) => {
      const thing = thingOf(program, file, base);
      return thing?.kind === 'class' ? [] : [(thing && knowledgeSymbol(thing)) ?? ''];
    }),
  );
  return symbols.some((symbol) => LISTS.test(symbol)) && symbols.every((symbol) => OF_FRAMEWORK.test(symbol));
}

interface Said {
  readonly path: string;
}

/** The settings name a class for all views, or there are none to read. */
function mayBePaged(program: Program): boolean {
  const settings = collected<Said>(program, 'settings of a framework', 'REST_FRAMEWORK', (file) =>
    saysOf(file) === null ? new Map() : new Map([['REST_FRAMEWORK', [{ path: file.path }]]]),
  );
  return settings.length === 0 || settings.some(({ path }) => saysOf(fileAt(program, path)) !== false);
}

/** Null: says nothing. */
function saysOf(file: FileModel | undefined): boolean | null {
  const binding = file?.bindings.find(({ name, fn, init }) => name === 'REST_FRAMEWORK' && fn === 0 && init !== null);
  if (!binding?.init) return null;
  const { init, entries } = binding;
  const names = [...init.properties, ...entries].map(({ name, value }) => (value.text === 'None' ? '' : name));
  // What is made by a call, or spreads another, may hold it.
  return init.root.kind !== 'new-object' || init.extent.class !== 'constant' || names.includes('DEFAULT_PAGINATION_CLASS');
}
