/** Sequelize 6, its TypeScript wrapper and version 7. Static and instance members share one form: `Model.findAll`, `Model.save`. */
import {
  alike,
  brings,
  type Family,
  inTransaction,
  loads,
  on,
  pool,
  queryRows,
  read,
  readMany,
  returns,
  sqlText,
  symbols,
  words,
  write,
  writeBulk,
} from '../../words.ts';

const model = 'sequelize#Model';
const included = brings('include', 0, 'include: [*]');
/** With these it asks for some of the related rows, or for others. */
const parts = words('where limit offset scope through group having');
/** MySQL makes an index for what refers to another table, other databases do not; which one it is, nobody knows. */
const columns = {
  manifold: words('STRING TEXT CHAR CITEXT UUID UUIDV4 INTEGER BIGINT FLOAT DOUBLE DECIMAL REAL NUMBER DATE DATEONLY'),
  few: ['BOOLEAN', 'ENUM'],
  indexedBy: ['primaryKey', 'unique', 'references'],
};
const one = { returns: 'sequelize#Model' } as const;

export const sequelize: Family = {
  rows: [
    ...on('sequelize @sequelize/core sequelize-typescript', 'Sequelize', pool),
    ...on('sequelize', 'default', pool),
    // Not `sequelize.models.User`: `models` may be asked for any name, and a project's own registry looks the same.
    ...on('sequelize#Sequelize', 'define', returns('sequelize#Model', { table: { columns: 1, options: 2, ...columns } })),
    ...on('sequelize#Sequelize', 'model', returns('sequelize#Model')),
    ...on('sequelize#Sequelize', 'query', sqlText),
    ...on('sequelize#Sequelize', 'transaction', { ...inTransaction, opensUntil: ['commit', 'rollback'] }),
    ...on('sequelize#Sequelize', 'getQueryInterface', returns('sequelize#QueryInterface')),
    ...on('sequelize#QueryInterface', 'bulkInsert bulkUpdate bulkDelete', writeBulk),
    ...on('sequelize#QueryInterface', 'rawSelect select', read()),

    ...on(model, 'findOne', { ...read('sequelize-in'), conditions: 'where', ...one }),
    ...on(model, 'findByPk', { ...read('sequelize-in'), conditions: 'key', ...one }),
    ...on(model, 'findAll', { ...readMany('limit'), countedBy: 'count', conditions: 'where', ...included, ...one }),
    ...on(model, 'findAndCountAll', returns('sequelize#Counted', { ...read(), conditions: 'where', ...included })),
    // A property, not a call.
    ...on('sequelize#Counted', 'rows', { result: queryRows, ...one }),
    ...on(model, 'count max min sum aggregate', { ...read(), conditions: 'where' }),
    ...on(model, 'findOrCreate findCreateFind upsert', write()),
    ...on(model, 'findOrBuild', read()),
    ...on(model, 'create', { ...write(), ...one }),
    ...on(model, 'bulkCreate', writeBulk),
    ...on(model, 'update destroy restore increment decrement', { ...write(), conditions: 'where' }),
    ...on(model, 'truncate', write()),
    ...on(model, 'save', { ...write(), ...one }),
    ...on(model, 'reload', { ...read(), ...one }),
    ...on('sequelize-typescript', 'Table', { base: 'sequelize#Model' }),
    ...on('sequelize-typescript', 'Column', { column: { indexedBy: ['unique', 'primaryKey', 'references'], byMigration: true } }),
    // Associations of sequelize-typescript.
    ...on(model, '$get', { ...read(), ...loads(0, { again: true }) }),
    ...on(model, '$count $has', read()),
    ...on(model, '$set $add $create $remove', write()),
    // Mixins of associations: `user.getPosts()`, `user.addPost(post)`. What the class itself has of such names asks nothing.
    ...on(model, 'get*', { ...read(), ...loads('member', { again: true, parts }) }),
    ...on(model, 'count*', read()),
    ...on(model, 'has*', read()),
    ...on(model, 'set* add* remove* create*', write()),
    ...on(
      model,
      `get set getDataValue setDataValue getAttributes getTableName hasMany hasOne hasAlias hasHook hasHooks addHook addScope removeHook removeAttribute
       setAttributes`,
      { callbacks: 'later' },
    ),
    ...on(model, 'build', returns('sequelize#Model')),
    ...on(model, 'init', returns('sequelize#Model', { table: { columns: 0, options: 1, ...columns } })),
    ...on('sequelize#Sequelize', 'getRepository', returns('sequelize#Model')),
    ...on(model, 'scope unscoped schema withSchema', returns('sequelize#Model')),
  ],
  relations: symbols(model, 'hasMany belongsToMany hasOne belongsTo').map((symbol) => ({
    symbol,
    holds: symbol.endsWith('Many') ? 'many' : 'one',
    target: { keyword: '', position: 0 },
    lazily: 'never',
  })),
  types: [
    ...alike(
      `sequelize-typescript#Model @sequelize/core#Model sequelize#ModelStatic sequelize#ModelCtor sequelize#ModelDefined
      sequelize-typescript#ModelCtor @sequelize/core#ModelStatic sequelize-typescript#Repository`,
      'sequelize#Model',
    ),
    ...alike('sequelize#default sequelize-typescript#Sequelize @sequelize/core#Sequelize', 'sequelize#Sequelize'),
  ],
};
