/**
 * Mongoose and Typegoose. A query runs when it is awaited or executed: the call that starts the chain carries the operation, and
 * `lean`, `populate`, `exec` and the like carry none. So does `Document.populate`: in the chain `User.findById(id).populate('x')` it
 * would look like a second query. What it loads where a document is populated by itself is told by `loads`.
 */
import {
  alike,
  bringsBy,
  type Family,
  forOneUse,
  inTransaction,
  loads,
  on,
  pool,
  read,
  readMany,
  returns,
  self,
  write,
  writeBulk,
} from '../../words.ts';

const model = 'mongoose#Model';
const doc = { returns: 'mongoose#Document' } as const;

export const mongoose: Family = {
  rows: [
    ...on('mongoose', 'model', returns('mongoose#Model', { table: 1 })),
    ...on('mongoose', 'Schema', {
      table: {
        columns: 0,
        options: 1,
        manifold: ['String', 'Number', 'Date', 'ObjectId', 'ObjectID', 'BigInt', 'UUID', 'Decimal128'],
        few: ['Boolean'],
        indexedBy: ['index', 'unique', 'sparse', 'text', 'expires'],
      },
    }),
    ...on('mongoose', 'createConnection', returns('mongoose#Connection', pool)),
    // Who is connected already stays so.
    ...on('mongoose', 'connect', forOneUse),
    ...on('mongoose#Connection', 'model', returns('mongoose#Model', { table: 1 })),
    ...on('mongoose#Connection', 'collection', returns('mongodb#Collection')),
    ...on('mongoose', 'connection.collection connection.db.collection', returns('mongodb#Collection')),
    ...on('mongoose', 'connection.model', returns('mongoose#Model')),
    ...on('mongoose', 'connection.transaction', inTransaction),
    ...on('mongoose#Connection', 'transaction', inTransaction),
    ...on('mongoose#ClientSession mongodb#ClientSession', 'withTransaction', inTransaction),
    ...on('mongoose#ClientSession mongodb#ClientSession', 'startTransaction', {
      holds: 'transaction',
      opensUntil: ['commitTransaction', 'abortTransaction'],
    }),
    ...on('mongoose', 'startSession', returns('mongoose#ClientSession')),
    ...on('@typegoose/typegoose', 'getModelForClass getDiscriminatorModelForClass', returns('mongoose#Model')),
    ...on('mongoose#Model', 'discriminator', self),
    ...on('mongoose', 'connection.db', returns('mongodb#Db')),
    ...on('mongoose#Connection.db', 'collection', returns('mongodb#Collection')),

    ...on(model, 'findById', { ...read('mongoose-in'), ...doc, conditions: 'key' }),
    ...on(model, 'findOne', { ...read('mongoose-in'), ...doc, conditions: 'given' }),
    ...on(model, 'find', {
      ...readMany('limit'),
      countedBy: 'countDocuments',
      conditions: 'given',
      ...bringsBy('populate', ".populate('*')"),
      ...doc,
    }),
    ...on(model, 'aggregate', { ...readMany('limit'), conditions: 'pipeline' }),
    ...on(model, 'distinct', readMany('')),
    ...on(model, 'exists count countDocuments', { ...read(), conditions: 'given' }),
    ...on(model, 'estimatedDocumentCount', read()),
    ...on(model, 'populate', { op: { kind: 'query', access: 'read', bulk: true } }),
    ...on(model, 'where $where', self),
    ...on(model, 'create insertOne', write()),
    ...on(
      model,
      `updateOne updateMany replaceOne deleteOne deleteMany remove update findOneAndUpdate findOneAndDelete findOneAndReplace findOneAndRemove`,
      { ...write(), conditions: 'given' },
    ),
    ...on(model, 'findByIdAndUpdate findByIdAndDelete findByIdAndRemove', { ...write(), conditions: 'key' }),
    ...on(model, 'insertMany bulkWrite bulkSave', writeBulk),
    // Instances: `new User(…)`, and what `create` and `findOne` yield.
    ...on('mongoose#Model mongoose#Document', 'save', write()),
    ...on('mongoose#Document', 'populate', loads(0, { again: true })),
    ...on('mongoose#Document', 'remove deleteOne updateOne replaceOne', write()),

    // Chains that begin with a bare query: `Model.where(…).findOne()`.
    ...on('mongoose#Query', 'cursor', self),
    ...on('mongoose#Query mongoose#Aggregate', 'limit skip sort select lean populate where session exec', self),
    ...on('mongoose#Query mongoose#QueryCursor mongoose#Cursor mongoose#AggregationCursor', 'eachAsync', { callbacks: 'later' }),
  ],
  types: [
    ...alike('mongoose#HydratedDocument mongoose#Types.Subdocument', 'mongoose#Document'),
    ...alike(
      `mongoose#PaginateModel mongoose#AggregatePaginateModel @typegoose/typegoose#ReturnModelType @typegoose/typegoose#mongoose.Model
      mongoose#SoftDeleteModel mongoose#default.Model`,
      'mongoose#Model',
    ),
  ],
};
