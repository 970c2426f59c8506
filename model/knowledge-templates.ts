/** What the knowledge tables say of templates: which calls render them, and which classes do for whoever extends them. */

/** A call that renders a template with what it is handed. */
export interface RenderRow {
  readonly symbol: string;
  /** The argument that names the template. `receiver`: the call that it is a member of names it, as its first argument. */
  readonly template: { readonly keyword: string; readonly position: number } | 'receiver';
  /** The argument that holds what the template may look up, by name. `keywords`: all keywords together. */
  readonly context: { readonly keyword: string; readonly position: number } | 'keywords';
}

/** A class that renders a template with rows of a model, or with what its methods say alone. */
export interface ViewRow {
  readonly symbol: string;
  readonly shows: 'many' | 'one' | 'nothing';
  /** What the name of the template ends in where nobody names one: `_list` of `shop/book_list.html`. */
  readonly suffix: string | null;
}
