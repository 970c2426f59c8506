/** How rows lead to other rows: the relations that classes of Django and SQLAlchemy declare. */
import type { RelationRow } from '../../../model/knowledge-tables.ts';

const model = 'py:django#db.models.Model';
const to = { keyword: 'to', position: 0 };
const manySets = { keyword: 'related_name', unnamed: '*_set', holds: 'many' } as const;

const fields: readonly RelationRow[] = ['py:django#db.models', 'py:django#db.models.fields.related', 'py:django#contrib.gis.db.models'].flatMap(
  (module) => [
    { symbol: `${module}.ForeignKey`, holds: 'one', target: to, back: manySets, remedy: 'select_related', owner: model },
    {
      symbol: `${module}.OneToOneField`,
      holds: 'one',
      target: to,
      back: { keyword: 'related_name', unnamed: '*', holds: 'one' },
      remedy: 'select_related',
    },
    { symbol: `${module}.ManyToManyField`, holds: 'many', target: to, back: manySets, remedy: 'prefetch_related', owner: model },
  ],
);

/** Loaded with their owner, or refused: `lazy="raise"`. */
const eagerly = ['joined', 'selectin', 'subquery', 'immediate', 'raise', 'raise_on_sql', 'noload', 'dynamic', 'write_only', 'False'];

const relationships: readonly RelationRow[] = ['py:sqlalchemy#orm', 'py:sqlalchemy#orm.relationships', 'py:flask_sqlalchemy#SQLAlchemy'].map(
  (module) => ({
    symbol: `${module}.relationship`,
    holds: 'typed',
    target: { keyword: 'argument', position: 0 },
    eagerBy: { keyword: 'lazy', values: eagerly },
    remedy: 'selectinload',
  }),
);

export const relations: readonly RelationRow[] = [
  ...fields,
  ...['py:modelcluster#fields.ParentalKey', 'py:mptt#models.TreeForeignKey', 'py:wagtail#models.ParentalKey'].map(
    (symbol): RelationRow => ({ symbol, holds: 'one', target: to, back: manySets, remedy: 'select_related', owner: model }),
  ),
  { symbol: 'py:modelcluster#fields.ParentalManyToManyField', holds: 'many', target: to, back: manySets, remedy: 'prefetch_related', owner: model },
  {
    symbol: 'py:sqlmodel#Relationship',
    holds: 'typed',
    target: { keyword: 'argument', position: 99 },
    eagerBy: { keyword: 'lazy', values: eagerly, within: 'sa_relationship_kwargs' },
    remedy: 'selectinload',
  },
  ...relationships,
];
