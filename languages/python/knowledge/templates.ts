/** What renders templates, and what it hands them: functions by their arguments, Django's generic views by their fields and methods. */
import type { RenderRow, ViewRow } from '../../../model/knowledge-templates.ts';
import { type Family, on, returns, symbols } from '../../words.ts';

const argument = (keyword: string, position: number): { readonly keyword: string; readonly position: number } => ({ keyword, position });

function renderedBy(modules: string, members: string, template: RenderRow['template'], context: RenderRow['context']): RenderRow[] {
  return symbols(modules, members).map((symbol) => ({ symbol, template, context }));
}

const found = 'py:django#template.loader.get_template';

export const templates: Family = { rows: on('py:django', 'template.loader.get_template', returns(found)) };

export const renders: readonly RenderRow[] = [
  ...renderedBy('py:django', 'shortcuts.render', argument('template_name', 1), argument('context', 2)),
  ...renderedBy('py:django', 'template.loader.render_to_string', argument('template_name', 0), argument('context', 1)),
  ...renderedBy('py:django', 'template.response.TemplateResponse', argument('template', 1), argument('context', 2)),
  ...renderedBy('py:django', 'template.response.SimpleTemplateResponse', argument('template', 0), argument('context', 1)),
  ...renderedBy(found, 'render', 'receiver', argument('context', 0)),
  ...renderedBy('py:flask py:quart', 'render_template templating.render_template', argument('template_name_or_list', 0), 'keywords'),
];

/** Each name is offered by a module of its own as well. */
function generic(module: string, names: string, shows: ViewRow['shows'], suffix: string | null): ViewRow[] {
  return symbols(`py:django#views.generic py:django#views.generic.${module}`, names).map((symbol) => ({ symbol, shows, suffix }));
}

export const views: readonly ViewRow[] = [
  ...generic('list', 'ListView', 'many', '_list'),
  ...generic('dates', 'ArchiveIndexView', 'many', '_archive'),
  ...generic('detail', 'DetailView', 'one', '_detail'),
  ...generic('edit', 'UpdateView', 'one', '_form'),
  ...generic('edit', 'DeleteView', 'one', '_confirm_delete'),
  ...generic('edit', 'CreateView FormView', 'nothing', null),
  ...generic('base', 'TemplateView', 'nothing', null),
];
