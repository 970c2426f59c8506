/** Names of keys and columns of which a program has only so many, whoever asks. */

export function isOfFew(name: string): boolean {
  return FEW.test(name);
}

/** Of these a program or a schema has only so many. */
const FEW =
  /(type|kind|group|state|stage|phase|gender|priority|platform|network|unit|class|cls|klass|model|schema|table|column|field|lang|language|locale|region|country|currency|role|env|format|mode|level|status|method|action|provider|driver|engine|template|plugin|module|component|shard|version|theme|category)_?(name|code|key|id)?_*$/i;
