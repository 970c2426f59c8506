/** Meteor's collections. A cursor queries when it is read: `find` alone is handed on, most often to a publication. */
import { entry, type Family, on, queryRows, read, request, returns, self, write } from '../../words.ts';

const collection = 'meteor/mongo#Mongo.Collection meteor/meteor#Meteor.users';
const cursor = 'meteor/mongo#Mongo.Cursor';

export const meteor: Family = {
  rows: [
    ...on(collection, 'find', { returns: cursor, cappedBy: ['limit'], result: queryRows }),
    ...on(collection, 'findOne findOneAsync', read()),
    ...on(
      collection,
      'insert insertAsync update updateAsync upsert upsertAsync remove removeAsync dropCollectionAsync createIndex createIndexAsync',
      write(),
    ),
    ...on(collection, 'rawCollection', returns('mongodb#Collection')),
    ...on(collection, 'rawDatabase', returns('mongodb#Db')),
    ...on(cursor, 'fetch fetchAsync', { ...read(), result: queryRows }),
    ...on(cursor, 'count countAsync', read()),
    // They walk what the query yields, which is no argument.
    ...on(cursor, 'forEach forEachAsync map mapAsync', { ...read(), callbacks: 'now' }),
    ...on(cursor, 'observe observeAsync observeChanges observeChangesAsync', entry('event', { returns: 'self' })),
    ...on('meteor/meteor', 'Meteor.call Meteor.callAsync Meteor.apply Meteor.applyAsync', { ...request, callbacks: 'later' }),
    ...on('meteor/fetch', 'fetch', request),
    ...on('meteor/http', 'HTTP.get HTTP.post HTTP.put HTTP.del HTTP.call', { ...request, callbacks: 'later' }),
    ...on('meteor/mongo#Mongo.Collection', 'allow deny', self),
  ],
};
