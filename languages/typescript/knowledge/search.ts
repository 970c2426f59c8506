/** Search engines: each call is one query over the network. */
import { alike, client, type Family, on, read, readBulk, request, returns, write, writeBulk } from '../../words.ts';

const elastic = '@elastic/elasticsearch#Client';
const bulkRequest = { op: { kind: 'request', weight: 'heavy', bulk: true } } as const;

export const search: Family = {
  rows: [
    ...on('@elastic/elasticsearch @opensearch-project/opensearch', 'Client', client),
    ...on(elastic, 'search', { op: { kind: 'query', access: 'read' }, cappedBy: ['size'] }),
    ...on(elastic, 'get count exists getSource scroll esql.query sql.query', read()),
    ...on(elastic, 'helpers.search helpers.scrollDocuments helpers.scrollSearch', read()),
    ...on(elastic, 'indices.exists indices.get indices.getMapping', read()),
    ...on(elastic, 'index create update delete updateByQuery deleteByQuery reindex', write()),
    ...on(elastic, 'indices.create indices.delete indices.refresh indices.putMapping indices.updateAliases', write()),
    ...on(elastic, 'msearch mget', readBulk),
    ...on(elastic, 'bulk helpers.bulk', writeBulk),

    ...on('algoliasearch', 'default algoliasearch', returns('algoliasearch#SearchClient')),
    ...on('algoliasearch#SearchClient', 'initIndex', returns('algoliasearch#SearchIndex')),
    ...on('algoliasearch#SearchIndex', 'search getObject', request),
    ...on('algoliasearch#SearchIndex', 'saveObject partialUpdateObject deleteObject', request),
    ...on('algoliasearch#SearchIndex', 'saveObjects getObjects deleteObjects partialUpdateObjects', bulkRequest),
    // Version 5 has no index objects.
    ...on('algoliasearch#SearchClient', 'searchSingleIndex getObject saveObject partialUpdateObject deleteObject', request),
    ...on('algoliasearch#SearchClient', 'search saveObjects getObjects deleteObjects partialUpdateObjects', bulkRequest),

    ...on('meilisearch#MeiliSearch', 'index', returns('meilisearch#Index')),
    ...on('meilisearch#Index', 'search getDocument deleteDocument', request),
    ...on('meilisearch#Index', 'addDocuments updateDocuments deleteDocuments getDocuments', bulkRequest),
  ],
  types: [
    ...alike('@opensearch-project/opensearch#Client', elastic),
    ...alike('algoliasearch#Algoliasearch', 'algoliasearch#SearchClient'),
    ...alike('meilisearch#Meilisearch', 'meilisearch#MeiliSearch'),
  ],
};
