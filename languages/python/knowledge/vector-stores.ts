/**
 * Stores of vectors, and services that search texts. Most of what they offer takes or yields many points at once, and such calls are `bulk`. A search
 * that can be sent with others is a query; one that never can is a request, for nobody could ask for all at once.
 */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import { alike, client, type Facts, type Family, forOneUse, on, read, readBulk, request, returns, write, writeBulk } from '../../words.ts';
import { inProcess, rowsAtHand, waitsFor } from './queries.ts';
import { connects, waits } from './waiting.ts';

type How = (facts: Facts) => Facts;

const awaited: How = (facts) => facts;
const waiting: How = waitsFor;

/** The thread waits; `remedy` names what does not make it wait. */
function unless(remedy: string): How {
  return (facts) => waitsFor(facts, remedy);
}

function qdrant(type: string, how: How): KnowledgeRow[] {
  return [
    ...on(
      type,
      'search query query_points query_points_groups recommend discover scroll count facet get_collection get_collections collection_exists',
      how(read()),
    ),
    ...on(type, 'search_batch query_batch query_batch_points recommend_batch discover_batch retrieve', how(readBulk)),
    ...on(
      type,
      `upsert add delete upload_points upload_collection update_vectors delete_vectors set_payload overwrite_payload delete_payload clear_payload
       batch_update_points`,
      how(writeBulk),
    ),
    ...on(
      type,
      'create_collection recreate_collection update_collection delete_collection create_payload_index delete_payload_index create_snapshot',
      how(write()),
    ),
  ];
}

const qdrants: Family = {
  rows: [
    ...on('py:qdrant_client', 'QdrantClient AsyncQdrantClient', client),
    ...qdrant('py:qdrant_client#QdrantClient', unless('Use `AsyncQdrantClient`.')),
    ...qdrant('py:qdrant_client#AsyncQdrantClient', awaited),
  ],
  types: [
    ...alike('py:qdrant_client#qdrant_client.QdrantClient', 'py:qdrant_client#QdrantClient'),
    ...alike('py:qdrant_client#async_qdrant_client.AsyncQdrantClient', 'py:qdrant_client#AsyncQdrantClient'),
  ],
};

/** A client of Chroma leads to collections, which take and yield many documents per call. */
function chroma(api: string, collection: string, how: How): KnowledgeRow[] {
  return [
    ...on(api, 'get_collection', how(returns(collection, read()))),
    ...on(api, 'create_collection get_or_create_collection', how(returns(collection, write()))),
    ...on(api, 'list_collections', how({ ...read(), result: { kind: 'list', extent: 'table', why: 'collections of a store' }, returns: collection })),
    ...on(api, 'count_collections heartbeat', how(read())),
    ...on(api, 'delete_collection', how(write())),
    ...on(collection, 'query get', how(readBulk)),
    ...on(collection, 'peek count', how(read())),
    ...on(collection, 'add upsert update delete', how(writeBulk)),
    ...on(collection, 'modify', how(write())),
  ];
}

const remoteChroma = 'py:chromadb#api.ClientAPI';
const ownChroma = 'py:chromadb#api.segment.Client';
const asyncChroma = 'py:chromadb#api.AsyncClientAPI';

const chromas: Family = {
  rows: [
    ...on('py:chromadb', 'HttpClient CloudClient', returns(remoteChroma, connects('Use `AsyncHttpClient`.', client))),
    ...on('py:chromadb', 'Client PersistentClient EphemeralClient', returns(ownChroma, forOneUse)),
    ...on('py:chromadb', 'AsyncHttpClient', returns(asyncChroma, client)),
    ...chroma(remoteChroma, 'py:chromadb#Collection', unless('Use `AsyncHttpClient`.')),
    ...chroma(ownChroma, 'py:chromadb#api.segment.Collection', (facts) => waitsFor(inProcess(facts))),
    ...chroma(asyncChroma, 'py:chromadb#api.models.AsyncCollection.AsyncCollection', awaited),
  ],
  types: [
    ...alike('py:chromadb#ClientAPI', remoteChroma),
    ...alike('py:chromadb#AsyncClientAPI', asyncChroma),
    ...alike('py:chromadb#api.models.Collection.Collection', 'py:chromadb#Collection'),
  ],
};

/** An index of Pinecone is asked for one vector at a time. */
function pinecone(store: string, index: string, how: How): KnowledgeRow[] {
  return [
    ...on(store, 'create_index delete_index configure_index list_indexes describe_index has_index', how(request)),
    ...on(index, 'query describe_index_stats update', how(request)),
    ...on(index, 'fetch', how(readBulk)),
    ...on(index, 'upsert upsert_from_dataframe upsert_records delete', how(writeBulk)),
  ];
}

const pineconeIndex = 'py:pinecone#Index';
const asyncPinecone = 'py:pinecone#PineconeAsyncio';

const pinecones: Family = {
  rows: [
    ...on('py:pinecone', 'Pinecone PineconeAsyncio grpc.PineconeGRPC', client),
    // It asks where the index of that name lies.
    ...on('py:pinecone#Pinecone', 'Index', returns(pineconeIndex, waits('Use `PineconeAsyncio`.'))),
    ...on(asyncPinecone, 'IndexAsyncio', returns('py:pinecone#IndexAsyncio')),
    ...pinecone('py:pinecone#Pinecone', pineconeIndex, unless('Use `PineconeAsyncio`.')),
    ...pinecone(asyncPinecone, 'py:pinecone#IndexAsyncio', awaited),
  ],
  types: alike('py:pinecone#grpc.PineconeGRPC', 'py:pinecone#Pinecone'),
};

const weaviateQueries = `query.near_text query.near_vector query.near_object query.near_image query.bm25 query.hybrid query.fetch_objects
  query.fetch_object_by_id generate.near_text generate.near_vector generate.near_object generate.bm25 generate.hybrid generate.fetch_objects
  aggregate.over_all aggregate.near_text aggregate.near_vector aggregate.hybrid data.exists config.get`;

function weaviate(store: string, collection: string, how: How): KnowledgeRow[] {
  return [
    ...on(store, 'collections.get collections.use', returns(collection)),
    ...on(store, 'collections.create collections.create_from_dict', how(returns(collection, request))),
    ...on(store, 'connect is_ready is_live get_meta collections.exists collections.delete collections.delete_all collections.list_all', how(request)),
    ...on(collection, 'with_tenant with_consistency_level', returns(collection)),
    ...on(collection, weaviateQueries, how(request)),
    ...on(collection, 'query.fetch_objects_by_ids', how(readBulk)),
    ...on(collection, 'data.insert data.update data.replace data.delete_by_id', how(write())),
    ...on(collection, 'data.insert_many data.delete_many', how(writeBulk)),
  ];
}

const weaviateStore = 'py:weaviate#WeaviateClient';
const asyncWeaviateStore = 'py:weaviate#WeaviateAsyncClient';

const weaviates: Family = {
  rows: [
    ...on(
      'py:weaviate',
      'connect_to_local connect_to_wcs connect_to_weaviate_cloud connect_to_custom connect_to_embedded',
      returns(weaviateStore, connects('Use its `use_async_with_…` form.')),
    ),
    ...on(
      'py:weaviate',
      'use_async_with_local use_async_with_weaviate_cloud use_async_with_custom use_async_with_embedded',
      returns(asyncWeaviateStore, client),
    ),
    ...weaviate(weaviateStore, 'py:weaviate#collections.Collection', unless('Use `WeaviateAsyncClient`.')),
    ...weaviate(asyncWeaviateStore, 'py:weaviate#collections.CollectionAsync', awaited),
  ],
  types: [...alike('py:weaviate#client.WeaviateClient', weaviateStore), ...alike('py:weaviate#client.WeaviateAsyncClient', asyncWeaviateStore)],
};

/** A search takes a list of vectors, and a lookup a list of keys. */
function milvus(type: string, how: How): KnowledgeRow[] {
  return [
    ...on(type, 'search hybrid_search get', how(readBulk)),
    ...on(type, 'query', how({ ...read(), ...rowsAtHand, cappedBy: ['limit'] })),
    ...on(type, 'insert upsert delete', how(writeBulk)),
    ...on(
      type,
      'has_collection list_collections describe_collection get_collection_stats has_partition list_partitions describe_index',
      how(request),
    ),
    ...on(
      type,
      `create_collection drop_collection load_collection release_collection create_partition drop_partition create_index drop_index flush
       rename_collection`,
      how(request),
    ),
  ];
}

const milvusCollection = 'py:pymilvus#Collection';

const milvuses: Family = {
  rows: [
    ...on('py:pymilvus', 'MilvusClient', connects('Use `AsyncMilvusClient`.')),
    ...on('py:pymilvus', 'AsyncMilvusClient', client),
    ...milvus('py:pymilvus#MilvusClient', unless('Use `AsyncMilvusClient`.')),
    ...milvus('py:pymilvus#AsyncMilvusClient', awaited),
    ...on('py:pymilvus', 'connections.connect', connects('Use `AsyncMilvusClient`.')),
    ...on(milvusCollection, 'search hybrid_search', waiting(readBulk)),
    ...on(milvusCollection, 'query', waiting({ ...read(), ...rowsAtHand, cappedBy: ['limit'] })),
    ...on(milvusCollection, 'insert upsert delete', waiting(writeBulk)),
    ...on(milvusCollection, 'load release flush create_index drop_index drop create_partition drop_partition', waits()),
    ...on('py:pymilvus#utility', 'has_collection list_collections drop_collection', waits()),
  ],
  types: [],
};

const meili = 'py:meilisearch#Client';
const meiliIndex = 'py:meilisearch#index.Index';
const algolia = 'py:algoliasearch#search_client.SearchClient';
const algoliaIndex = 'py:algoliasearch#search_index.SearchIndex';

const searchServices: Family = {
  rows: [
    // What changes an index is put into a queue of the service.
    ...on(meili, 'index', returns(meiliIndex)),
    ...on(meili, 'get_index', waits()),
    ...on(meili, 'create_index delete_index get_indexes get_task wait_for_task health is_healthy swap_indexes', waits()),
    ...on(meili, 'multi_search', waiting(readBulk)),
    ...on(meiliIndex, 'search get_document', waiting(read())),
    ...on(meiliIndex, 'get_documents', waiting(readBulk)),
    ...on(meiliIndex, 'delete_document delete_all_documents update_settings', waiting(write())),
    ...on(meiliIndex, 'add_documents update_documents delete_documents add_documents_in_batches update_documents_in_batches', waiting(writeBulk)),
    ...on(meiliIndex, 'wait_for_task get_stats get_settings', waits()),

    ...on(algolia, 'create', returns(algolia)),
    ...on(algolia, 'init_index', returns(algoliaIndex)),
    ...on(algolia, 'list_indices', waits()),
    ...on(algolia, 'multiple_queries multiple_get_objects', waiting(readBulk)),
    ...on(algoliaIndex, 'search get_object', waiting(read())),
    ...on(algoliaIndex, 'get_objects', waiting(readBulk)),
    ...on(algoliaIndex, 'save_object partial_update_object delete_object set_settings clear_objects', waiting(write())),
    ...on(algoliaIndex, 'save_objects partial_update_objects delete_objects replace_all_objects', waiting(writeBulk)),
  ],
  types: alike('py:meilisearch#client.Client', meili),
};

const parts = [qdrants, chromas, pinecones, weaviates, milvuses, searchServices];

export const vectorStores: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
};
