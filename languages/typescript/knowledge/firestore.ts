/** Firestore and the Realtime Database, from a browser and from a server. */
import { alike, entry, type Family, on, queryRows, read, readBulk, returns, self, write, writeBulk } from '../../words.ts';

const web = 'firebase/firestore firebase/firestore/lite';
const store = '@google-cloud/firestore#Firestore';
const collection = '@google-cloud/firestore#CollectionReference';
const doc = '@google-cloud/firestore#DocumentReference';
const snapshot = '@google-cloud/firestore#QuerySnapshot';

export const firestore: Family = {
  rows: [
    ...on(web, 'getDoc getDocFromServer getDocFromCache', returns('@google-cloud/firestore#DocumentSnapshot', read())),
    ...on(web, 'getDocs getDocsFromServer getDocsFromCache', returns(snapshot, read())),
    ...on(web, 'getCountFromServer getAggregateFromServer getCount', read()),
    ...on(web, 'setDoc addDoc updateDoc deleteDoc', write()),
    ...on(web, 'writeBatch', returns('@google-cloud/firestore#WriteBatch')),
    ...on('firebase/firestore', 'onSnapshot', entry('event')),
    ...on(web, 'runTransaction', { callbacks: 'now' }),

    ...on('firebase-admin firebase/compat/app', 'firestore', returns(store)),
    ...on('firebase-admin/firestore', 'getFirestore', returns(store)),
    ...on(store, 'collection collectionGroup', returns(collection)),
    ...on(store, 'doc', returns(doc)),
    ...on(store, 'getAll', readBulk),
    ...on(store, 'runTransaction', { callbacks: 'now' }),
    ...on(store, 'batch', returns('@google-cloud/firestore#WriteBatch')),
    ...on('@google-cloud/firestore#WriteBatch', 'set update delete create', self),
    ...on('@google-cloud/firestore#WriteBatch', 'commit', writeBulk),
    // Linking hands the function of a transaction the store itself. Writes of a transaction go out together, when it ends.
    ...on(`${store} @google-cloud/firestore#Transaction`, 'get', read()),
    ...on('@google-cloud/firestore#Transaction', 'getAll', readBulk),
    ...on(collection, 'doc', returns(doc)),
    ...on(collection, 'where orderBy limit limitToLast offset startAt startAfter endAt endBefore select withConverter', self),
    ...on(collection, 'get', { op: { kind: 'query', access: 'read' }, cappedBy: ['limit', 'limitToLast'], returns: snapshot }),
    ...on(collection, 'count', returns('@google-cloud/firestore#AggregateQuery')),
    ...on('@google-cloud/firestore#AggregateQuery', 'get', read()),
    ...on(collection, 'listDocuments stream', { op: { kind: 'query', access: 'read' } }),
    ...on(collection, 'add', write()),
    ...on(collection, 'onSnapshot', entry('event')),
    ...on(doc, 'get', returns('@google-cloud/firestore#DocumentSnapshot', read())),
    ...on(doc, 'set update create delete', write()),
    ...on(doc, 'collection', returns(collection)),
    ...on(doc, 'withConverter', self),
    ...on(doc, 'listCollections', read()),
    // A document that a query yielded knows where it lies.
    ...on('@google-cloud/firestore#DocumentSnapshot.ref', 'get', read()),
    ...on('@google-cloud/firestore#DocumentSnapshot.ref', 'set update create delete', write()),
    // A property, not a call.
    ...on(snapshot, 'docs', { result: queryRows, returns: '@google-cloud/firestore#DocumentSnapshot' }),

    ...on('firebase/database', 'get', read()),
    ...on('firebase/database', 'set update push remove runTransaction', write()),
    ...on('firebase/database', 'onValue onChildAdded onChildChanged onChildRemoved', entry('event')),
    ...on('firebase-admin firebase/compat/app', 'database', returns('firebase-admin#Database')),
    ...on('firebase-admin/database', 'getDatabase', returns('firebase-admin#Database')),
    ...on('firebase-admin#Database', 'ref', returns('firebase-admin#Reference')),
    ...on('firebase-admin#Reference', 'child orderByChild orderByKey orderByValue equalTo limitToFirst limitToLast startAt endAt', self),
    ...on('firebase-admin#Reference', 'get once', read()),
    ...on('firebase-admin#Reference', 'set update push remove transaction', write()),
    ...on('firebase-admin#Reference', 'on', entry('event')),
  ],
  types: [
    ...alike('@google-cloud/firestore#Query @google-cloud/firestore#CollectionGroup', collection),
    ...alike('@google-cloud/firestore#QueryDocumentSnapshot', '@google-cloud/firestore#DocumentSnapshot'),
    ...alike('firebase-admin/firestore#Firestore firebase-admin#firestore.Firestore', store),
    ...alike('firebase-admin/firestore#CollectionReference firebase-admin/firestore#Query', collection),
    ...alike('firebase-admin/firestore#DocumentReference', doc),
    ...alike('firebase-admin/firestore#Transaction firebase/firestore#Transaction', '@google-cloud/firestore#Transaction'),
    ...alike('firebase-admin/firestore#WriteBatch firebase/firestore#WriteBatch', '@google-cloud/firestore#WriteBatch'),
  ],
};
