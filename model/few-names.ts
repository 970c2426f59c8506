/** What names of keys and columns tell: of which a program has only so many, whoever asks, and which are another's each time. */

export function isOfFew(name: string): boolean {
  return FEW.test(name);
}

/** Of these a program or a schema has only so many. */
const FEW =
  /(type|kind|group|state|stage|phase|gender|priority|platform|network|unit|class|cls|klass|model|schema|table|column|field|lang|language|locale|region|country|currency|role|env|format|mode|level|status|method|action|provider|driver|engine|template|plugin|module|component|shard|version|theme|category)_?(name|code|key|id)?_*$/i;

/** Does each thing have one of its own? */
export function isOfEach(name: string): boolean {
  return EACH.test(name);
}

const EACH =
  /(^|[a-z_])_?(id|ids|pk|uuid|guid|key|slug|hash|sha|digest|e?mail|name|title|handle|login|address|url|uri|link|href|path|file|code|sku|isbn|doi|number|phone|token|text|value|word|line|domain|host|pair)s?_*$/i;

/** By its plain name: filled once, when a program is set up? */
export function isTableOfKinds(table: string): boolean {
  return KINDS.test(table);
}

const KINDS =
  /(type|kind|status|priority|role|stage|language|locale|country|currency|gender|tier|environment|region|province|semester|season|academicyear|schoolyear|(activity|reason|error|class|category|unit|account|industry|region|state)code)$/;
