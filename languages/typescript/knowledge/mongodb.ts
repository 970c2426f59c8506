/** The MongoDB driver. `find` and `aggregate` give a cursor that queries when it is read; the operation sits on the call that makes it. */
import { alike, entry, type Family, on, pool, read, readMany, returns, self, write, writeBulk } from '../../words.ts';

const collection = 'mongodb#Collection';

export const mongodb: Family = {
  rows: [
    // The second is the first with callbacks, as it used to be.
    ...on('mongodb mongodb-legacy', 'MongoClient', pool),
    ...on('mongodb mongodb-legacy', 'MongoClient.connect', returns('mongodb#MongoClient', pool)),
    ...on('mongodb#MongoClient', 'db', returns('mongodb#Db')),
    ...on('mongodb#MongoClient', 'startSession', returns('mongodb#ClientSession')),
    ...on('mongodb#MongoClient', 'withSession', { callbacks: 'now' }),
    ...on('mongodb#Db', 'collection', returns(collection)),
    ...on('mongodb#Db', 'command', { op: { kind: 'query' } }),
    ...on('mongodb#Db', 'aggregate', readMany('limit')),
    ...on('mongodb#Db', 'listCollections', { op: { kind: 'query', access: 'read' } }),

    ...on(collection, 'findOne', { ...read('mongodb-in'), conditions: 'given' }),
    ...on(collection, 'find', { ...readMany('limit'), countedBy: 'countDocuments', conditions: 'given', returns: 'mongodb#FindCursor' }),
    ...on(collection, 'aggregate', { ...readMany('limit'), conditions: 'pipeline', returns: 'mongodb#FindCursor' }),
    ...on(collection, 'distinct', readMany('')),
    ...on(collection, 'countDocuments count', { ...read(), conditions: 'given' }),
    ...on(collection, 'estimatedDocumentCount', read()),
    ...on(collection, 'insertOne save insert', write()),
    ...on(
      collection,
      'updateOne updateMany replaceOne deleteOne deleteMany findOneAndUpdate findOneAndReplace findOneAndDelete update remove findAndModify',
      { ...write(), conditions: 'given' },
    ),
    ...on(collection, 'insertMany bulkWrite', writeBulk),
    ...on(collection, 'createIndex createIndexes dropIndex drop', write()),
    ...on(collection, 'initializeOrderedBulkOp initializeUnorderedBulkOp', returns('mongodb#BulkOperation')),
    ...on('mongodb#BulkOperation', 'execute', writeBulk),
    ...on(collection, 'watch', returns('mongodb#ChangeStream')),
    ...on('mongodb#ChangeStream', 'on', entry('event')),
    ...on('mongodb#FindCursor', 'sort limit skip project filter hint batchSize maxTimeMS collation allowDiskUse addCursorFlag map', self),
    // Asked of a cursor, these are queries of their own.
    ...on('mongodb#FindCursor', 'count explain', read()),
    ...on('mongodb#FindCursor', 'toArray', { result: { kind: 'list', extent: 'table', why: 'rows of a query' }, cappedBy: ['limit'] }),
    ...on('mongodb#FindCursor', 'forEach', { callbacks: 'later' }),
  ],
  types: [
    ...alike('mongodb-legacy#MongoClient', 'mongodb#MongoClient'),
    ...alike('mongodb-legacy#Db', 'mongodb#Db'),
    ...alike('mongodb-legacy#Collection', collection),
    ...alike('mongodb#OrderedBulkOperation mongodb#UnorderedBulkOperation mongodb#BulkOperationBase', 'mongodb#BulkOperation'),
    ...alike('mongodb#AbstractCursor mongodb#AggregationCursor mongodb#ExplainableCursor', 'mongodb#FindCursor'),
  ],
};
