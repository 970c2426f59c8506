/** Document stores: MongoDB, Mongoose, Meteor, Firestore, Supabase, search engines. */
import { declared, use, wrong } from './use.ts';

const mongodbCalls: Record<string, string> = {
  'query read by mongodb-in': 'users.findOne({ _id: a })',
  'query read → list/table ≤ limit': `
    users.find({ team: a }).limit(b).toArray()
    users.find({ team: a })
    users.aggregate([{ $match: a }]).toArray()`,
  'query read → list/table': `users.distinct('team')`,
  'query read': `
    users.«countDocuments estimatedDocumentCount count»({ team: a })
    users.find({}).«count explain»()`,
  'query write': `users.«insertOne updateOne updateMany replaceOne deleteOne deleteMany findOneAndUpdate findOneAndReplace findOneAndDelete save insert update remove findAndModify createIndex createIndexes dropIndex drop»(a)`,
  'query write bulk': `
    users.«insertMany bulkWrite»(xs)
    users.«initializeOrderedBulkOp initializeUnorderedBulkOp»().execute()`,
};

export const mongodb = [
  ...use(
    `import { MongoClient } from 'mongodb';\nconst client = new MongoClient(process.env.URL!);\nconst db = client.db('shop');\nconst users = db.collection('users');`,
    mongodbCalls,
  ),
  ...use(
    `import mongodb from 'mongodb-legacy';\nconst { MongoClient } = mongodb;\nconst client = new MongoClient('');\nconst db = { users: client.db().collection('users') };`,
    {
      build: `
      new MongoClient('')
      MongoClient.connect('')`,
      'query read by mongodb-in': 'db.users.findOne({ _id: a })',
    },
  ),
  ...use(`import { MongoClient } from 'mongodb';\nconst db = (await MongoClient.connect('')).db();`, {
    build: `
      new MongoClient('')
      MongoClient.connect('')`,
    query: 'db.command({ ping: 1 })',
    'query read → list/table ≤ limit': 'db.aggregate([])',
    'query read': 'db.listCollections().toArray()',
  }),
  ...use(
    `import type { Collection, Db } from 'mongodb';\nclass Users { constructor(private readonly db: Db) {}\n get users(): Collection { return this.db.collection('users'); } }\nconst it = new Users(1 as any);`,
    {
      'query read by mongodb-in': 'it.users.findOne({ _id: a })',
    },
  ),
];

const mongooseCalls: Record<string, string> = {
  'query read by mongoose-in': `
    User.findById(a)
    User.findOne({ email: a }).populate('team').lean()`,
  'query read → list/table ≤ limit brings populate': `User.find({ team: a }).sort('-age').exec()`,
  'query read → list/table ≤ limit': `User.aggregate([{ $match: a }])`,
  'query read → list/table': `User.distinct('team')`,
  'query read': 'User.«exists count countDocuments estimatedDocumentCount»({ team: a })',
  'query read bulk': `User.populate(xs, 'team')`,
  'query write': `
    User.«create insertOne updateOne updateMany replaceOne deleteOne deleteMany remove update findOneAndUpdate findByIdAndUpdate findOneAndDelete findByIdAndDelete findOneAndReplace findOneAndRemove findByIdAndRemove»(a, b)
    (await User.findById(a)).«save remove deleteOne updateOne replaceOne»()
    for (const user of await User.find({ team: a })) await ▸user.save()`,
  'query write bulk': 'User.«insertMany bulkWrite bulkSave»(xs)',
};

export const mongoose = [
  ...use(`import mongoose from 'mongoose';\nconst User = mongoose.model('User', new mongoose.Schema({}));`, mongooseCalls),
  ...use(`import { type Model, model } from 'mongoose';\nconst User = model('User', {} as any);`, mongooseCalls),
  ...use(
    `import { Injectable } from '@nestjs/common';\nimport { InjectModel } from '@nestjs/mongoose';\nimport { Model } from 'mongoose';\n@Injectable()\nclass Users { constructor(@InjectModel('User') readonly model: Model<any>) {} }\ndeclare const users: Users;`,
    {
      'query read by mongoose-in': 'users.model.findById(a).exec()',
    },
  ),
  ...use(`import { getModelForClass } from '@typegoose/typegoose';\nclass User {}\nconst Users = getModelForClass(User);`, {
    'query read by mongoose-in': 'Users.findById(a)',
  }),
  ...use(`import type { «HydratedDocument Document» } from 'mongoose';\ndeclare const user: «HydratedDocument Document»<any>;`, {
    'query write': 'user.save()',
    'loads again': `user.populate('team')`,
  }),
  ...use(`import mongoose from 'mongoose';\nconst connection = mongoose.createConnection('');`, {
    build: `
      mongoose.connect('')
      mongoose.createConnection('')`,
    'query read by mongoose-in': `connection.model('User').findById(a)`,
    'query read by mongodb-in': `
      mongoose.connection.collection('users').findOne(a)
      mongoose.connection.db.collection('users').findOne(a)
      connection.collection('users').findOne(a)
      connection.db.collection('users').findOne(a)`,
    once: 'mongoose.connection.transaction(async (session) => f(session))',
  }),
  ...use(`import mongoose from 'mongoose';\nconst User = mongoose.model('User');`, { nothing: `const query = ▸User.find({ team: 1 })` }),
  ...declared('mongoose#Model', { 'query write': 'it.save()' }),
];

export const meteor = [
  ...use(`import { Mongo } from 'meteor/mongo';\nconst Tasks = new Mongo.Collection('tasks');`, {
    'query read': `
      Tasks.«findOne findOneAsync»(a)
      Tasks.find({}).«count countAsync»()`,
    'query read → list/table': 'Tasks.find({}).«fetch fetchAsync»()',
    'query read once': 'Tasks.find({}).«forEach forEachAsync map mapAsync»(f)',
    'query write':
      'Tasks.«insert insertAsync update updateAsync upsert upsertAsync remove removeAsync dropCollectionAsync createIndex createIndexAsync»(a, b)',
    'query read by mongodb-in': 'Tasks.rawCollection().findOne(a)',
    // A publication hands on the cursor; nothing was asked yet.
    '→ list/table ≤ limit': 'Tasks.find({})',
    entry: 'Tasks.find({}).«observe observeAsync observeChanges observeChangesAsync»({ added: f })',
  }),
  ...use(`import { Meteor } from 'meteor/meteor';\nimport { fetch } from 'meteor/fetch';\nimport { HTTP } from 'meteor/http';`, {
    'query read': 'Meteor.users.«findOne findOneAsync»(a)',
    'query read → list/table': 'Meteor.users.find({}).fetchAsync()',
    'query write':
      'Meteor.users.«insert insertAsync update updateAsync upsert upsertAsync remove removeAsync dropCollectionAsync createIndex createIndexAsync»(a, b)',
    'request later': `
      Meteor.«call callAsync apply applyAsync»('tasks.add', a)
      HTTP.«get post put del call»('/x')`,
    request: `fetch('/x')`,
  }),
];

const firestoreCalls: Record<string, string> = {
  'query read ≤ limit limitToLast': `
    db.collection('users').where('team', '==', a).limit(b).get()
    db.collectionGroup('posts').get()`,
  'query read': `
    db.doc('users/1').get()
    db.collection('users').doc(a).«get listCollections»()
    db.collection('users').«listDocuments stream»()
    db.collection('users').count().get()
    db.runTransaction(async (t) => ▸t.get(a))
    (await db.doc('users/1').get()).ref.get()`,
  'query read bulk': 'db.getAll(...xs)',
  'query write': `
    db.collection('users').add(a)
    db.collection('users').doc(a).«set update create delete»(b)
    (await db.doc('users/1').get()).ref.«set update create delete»(a)`,
  'query write bulk': 'db.batch().set(a, b).commit()',
  // They go out together, when the transaction ends.
  nothing: 'db.runTransaction(async (t) => ▸t.«set update create delete»(a, b))',
  entry: `db.collection('users').onSnapshot(f)`,
};

export const firestore = [
  ...[
    `import admin from 'firebase-admin';\nconst db = admin.firestore();`,
    `import { getFirestore } from 'firebase-admin/firestore';\nconst db = getFirestore();`,
    `import { Firestore } from '@google-cloud/firestore';\nconst db = new Firestore();`,
  ].flatMap((setUp) => use(setUp, firestoreCalls)),
  ...use(`import type { «Transaction» } from 'firebase-admin/firestore';\ndeclare const t: Transaction;`, {
    'query read': 't.get(a)',
    'query read bulk': 't.getAll(...xs)',
  }),
  ...use(
    `import { collection, doc, getFirestore, getDoc, getDocs, getDocFromServer, getDocFromCache, getDocsFromServer, getDocsFromCache, getCountFromServer, getAggregateFromServer, getCount, setDoc, addDoc, updateDoc, deleteDoc, writeBatch, onSnapshot } from '«firebase/firestore firebase/firestore/lite»';\nconst db = getFirestore();`,
    {
      'query read': `
      «getDoc getDocFromServer getDocFromCache»(doc(db, 'users', a))
      «getDocs getDocsFromServer getDocsFromCache getCountFromServer getAggregateFromServer getCount»(collection(db, 'users'))`,
      'query write': `
      «setDoc updateDoc deleteDoc»(doc(db, 'users', a), b)
      addDoc(collection(db, 'users'), a)
      (await getDoc(a)).ref.update(b)`,
      'query write bulk': 'writeBatch(db).commit()',
    },
  ),
  ...use(`import { get, set, update, push, remove, runTransaction, ref } from 'firebase/database';`, {
    'query read': 'get(ref(a))',
    'query write': '«set update push remove runTransaction»(ref(a), b)',
  }),
  ...use(`import admin from 'firebase-admin';\nconst users = admin.database().ref('users');`, {
    'query read': `users.child(a).«get once»('value')`,
    'query write': 'users.child(a).«set update push remove transaction»(b)',
  }),
];

export const supabase = [
  ...[
    `import { createClient } from '@supabase/supabase-js';\nconst supabase = createClient('', '');`,
    `import { createServerClient } from '@supabase/ssr';\nconst supabase = createServerClient('', '', {} as any);`,
    `import { createRouteHandlerClient } from '@supabase/auth-helpers-nextjs';\nconst supabase = createRouteHandlerClient({} as any);`,
    `import type { SupabaseClient } from '@supabase/supabase-js';\nclass Users { constructor(private readonly db: SupabaseClient) {}\n get client() { return this.db; } }\nconst supabase = new Users(1 as any).client;`,
  ].flatMap((setUp) =>
    use(setUp, {
      'query read': `supabase.from('users').select('*').eq('id', a).order('age').maybeSingle()`,
      'query write': `supabase.from('users').«update delete»(b).eq('id', a)`,
      'query write bulk': `supabase.from('users').«insert upsert»(xs)`,
      query: `supabase.rpc('add', { x: a })`,
    }),
  ),
  ...use(`import { createClient } from '@supabase/supabase-js';\nconst supabase = createClient('', '');`, {
    request: `
      supabase.auth.«getUser signInWithPassword signUp signInWithOtp updateUser verifyOtp refreshSession exchangeCodeForSession»(a)
      supabase.auth.admin.«getUserById listUsers createUser updateUserById deleteUser inviteUserByEmail generateLink»(a)
      supabase.functions.invoke('hello')
      supabase.storage.«listBuckets createBucket»(a)
      supabase.storage.from('avatars').«upload update download list move copy createSignedUrl createSignedUploadUrl uploadToSignedUrl exists info»(a, b)`,
    'request bulk': `supabase.storage.from('avatars').«remove createSignedUrls»(xs)`,
    // What was written is told by the same request.
    'query write bulk': `supabase.from('users').insert(a).select()`,
  }),
];

export const search = [
  ...use(`import { Client } from '«@elastic/elasticsearch @opensearch-project/opensearch»';\nconst client = new Client({ node: '' });`, {
    build: 'new Client({})',
    'query read ≤ size': `client.search({ index: 'users', query: a })`,
    'query read': `
      client.«get count exists getSource scroll»({ index: 'users', id: a })
      client.«esql.query sql.query»({ query: a })
      client.helpers.«search scrollDocuments scrollSearch»({})
      client.indices.«exists get getMapping»({ index: a })`,
    'query write': `
      client.«index create update delete updateByQuery deleteByQuery reindex»({ index: 'users', id: a })
      client.indices.«create delete refresh putMapping updateAliases»({ index: a })`,
    'query read bulk': 'client.«msearch mget»({ docs: xs })',
    'query write bulk': `
      client.bulk({ operations: xs })
      client.helpers.bulk({ datasource: xs })`,
  }),
  ...use(`import algoliasearch from 'algoliasearch';\nconst index = algoliasearch('', '').initIndex('users');`, {
    request: 'index.«search getObject saveObject partialUpdateObject deleteObject»(a)',
    'request bulk': 'index.«saveObjects getObjects deleteObjects partialUpdateObjects»(xs)',
  }),
  ...use(`import { algoliasearch } from 'algoliasearch';\nconst client = algoliasearch('', '');`, {
    request: 'client.«searchSingleIndex getObject saveObject partialUpdateObject deleteObject»(a)',
    'request bulk': 'client.«search saveObjects getObjects deleteObjects partialUpdateObjects»(a)',
  }),
  ...use(`import { MeiliSearch } from 'meilisearch';\nconst client = new MeiliSearch({ host: '' });`, {
    request: `client.index('users').«search getDocument deleteDocument»(a)`,
    'request bulk': `client.index('users').«addDocuments updateDocuments deleteDocuments getDocuments»(xs)`,
  }),
  ...use(`import admin from 'firebase-admin';\ndeclare const db: admin.firestore.Firestore;`, { 'query read': `db.doc('users/1').get()` }),
  ...use(`import mongoose from 'mongoose';\nconst User = mongoose.model('User');`, { 'query write': 'new User({ name: a }).save()' }),
];

export const documentsWrong = [
  ...wrong(
    'a row that names no operation leaves the call to the language, which sorts lists',
    `import { MongoClient } from 'mongodb';\nconst users = new MongoClient('').db().collection('users');`,
    'users.find({}).sort({ age: 1 }).toArray()',
    'language sort of users.find({})',
    'query read → list/table ≤ limit',
  ),
  ...wrong(
    'a function that is called without a receiver hands its closure nothing',
    `import { runTransaction, getFirestore } from 'firebase/firestore';\nconst db = getFirestore();`,
    'runTransaction(db, async (t) => ▸t.get(a))',
    'nothing',
    'query read',
  ),
];
