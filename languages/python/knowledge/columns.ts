/** Columns of tables, as Django, SQLAlchemy and SQLModel declare them, and which of them have an index. */
import type { ColumnRow } from '../../../model/knowledge-tables.ts';
import { type Family, on } from '../../words.ts';

const djangoFields = 'py:django#db.models py:django#contrib.gis.db.models py:django#contrib.postgres.fields';
const django: ColumnRow = { indexedBy: ['db_index', 'unique', 'primary_key'], fewBy: { keywords: ['choices'], types: [] } };
const sqlalchemy: ColumnRow = {
  indexedBy: ['index', 'unique', 'primary_key'],
  fewBy: { keywords: [], types: ['Boolean', 'Enum', 'boolean', 'literals'] },
};

export const columns: Family = {
  rows: [
    ...on(
      djangoFields,
      `CharField TextField EmailField URLField UUIDField GenericIPAddressField IntegerField BigIntegerField PositiveIntegerField
       PositiveBigIntegerField DecimalField FloatField DateField DateTimeField DurationField CICharField CIEmailField`,
      { column: django },
    ),
    ...on(djangoFields, 'BooleanField NullBooleanField SmallIntegerField PositiveSmallIntegerField', { column: { ...django, isFew: true } }),
    ...on(djangoFields, 'SlugField ForeignKey OneToOneField AutoField BigAutoField SmallAutoField', { column: { ...django, isIndexed: true } }),
    ...on('py:sqlalchemy py:sqlalchemy#schema py:flask_sqlalchemy#SQLAlchemy', 'Column', { column: sqlalchemy }),
    ...on('py:sqlalchemy#orm', 'mapped_column', { column: sqlalchemy }),
    ...on('py:sqlmodel', 'Field', { column: sqlalchemy }),
  ],
};
