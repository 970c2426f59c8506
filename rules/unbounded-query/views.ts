/** Views of Django REST framework that list what their `queryset` names: the framework answers with all rows, unless it is told to paginate. */
import type { FileModel } from '../../model/file.ts';
import type { Finding } from '../../model/finding.ts';
import { pageSettings, turnsPagesOff } from '../../model/page-settings.ts';
import { isPagedSomewhere } from '../../model/paged-tables.ts';
import { plainName } from '../../model/plain-names.ts';
import type { Program } from '../../model/program.ts';
import { type ClassRef, fieldOf, lineage } from '../../model/relations.ts';
import { statedRowsIn } from '../../model/stated-size.ts';
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
  if (!read?.of || !call || declared?.file !== file) return;
  const own = fieldOf(program, view, 'pagination_class');
  // Have: pagination_class = None, whatever the settings say
  if (own ? !turnsPagesOff(own.field) : pageSettings(program).says !== 'unpaged') return;
  const table = plainName(read.of.class.name);
  if (!isPagedSomewhere(program, table) || statedRowsIn(file, owner, table)) return;
  yield {
    rule: 'unbounded-query',
    file: file.path,
    span: call.span,
    severity: 'info',
    message: `\`${owner.name}\` answers each request with all rows of \`${read.table}\`. Give it a \`pagination_class\`.`,
    growth: `O(${read.table} rows)`,
    evidence: [PAGED, own ? 'the view has no pages: `pagination_class = None`' : 'neither the view nor the settings name a class that paginates'],
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
