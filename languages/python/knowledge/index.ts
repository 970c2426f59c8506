/** What library calls cost, for Python. Each family is a file; these lists are all of them. Symbols begin with `py:`. */
import type { Knowledge } from '../../../model/knowledge.ts';
import { symbols, words } from '../../words.ts';
import { databases, lazyDatabases } from './databases.ts';
import { disk, objectStores } from './disk.ts';
import { interpreted, native } from './interpreted.ts';
import { relations } from './relations.ts';
import { fileEntries, runtime, wrappers } from './runtime.ts';
import { renders, templates, views } from './templates.ts';
import { carriers, takers, wholes } from './wholes.ts';

export { smallNames } from './lists.ts';

const families = [...databases, ...runtime, templates];

export const knowledge: Knowledge = {
  relations,
  disk,
  objectStores,
  renders,
  views,
  wrappers,
  wholes,
  takers,
  carriers,
  interpreted,
  native,
  memoizers: [
    ...symbols('py:functools', 'lru_cache cache cached_property'),
    ...symbols('py:cachetools', 'cached cachedmethod func.lru_cache func.ttl_cache'),
    ...symbols('py:django', 'utils.functional.cached_property'),
    ...symbols('py:async_lru', 'alru_cache'),
    ...symbols('py:aiocache', 'cached'),
    ...symbols('py:cached_property', 'cached_property'),
    ...symbols('py:werkzeug', 'utils.cached_property'),
    ...symbols('py:streamlit', 'cache_data cache_resource'),
  ],
  tellingKeywords: [
    { member: 'save', keyword: 'update_fields', symbol: 'py:django#db.models.Model.save' },
    { member: 'refresh_from_db', keyword: 'fields', symbol: 'py:django#db.models.Model.refresh_from_db' },
    { member: 'revoke', keyword: 'terminate', symbol: 'py:celery#result.AsyncResult.revoke' },
  ],
  tellingMembers: { objects: 'py:django#db.models.Model.objects' },
  sideBySide: ['py:httpx#AsyncClient', 'py:asyncpg#Pool', 'py:asyncpg#pool.Pool', 'py:motor', 'py:beanie', 'py:tortoise', 'py:redis#asyncio'],
  // A hundred connections of a session, ten of a client; and what sends all messages over one connection.
  pooled: words('py:aiohttp py:aiobotocore py:aioboto3 py:types_aiobotocore* py:aio_pika py:nats py:aiokafka py:grpc'),
  eventLoops: words('fastapi starlette uvicorn gevent eventlet'),
  brokers: words('py:celery py:dramatiq py:rq py:django_rq py:arq py:huey py:aiokafka py:kafka py:aio_pika py:pika py:nats py:faststream'),
  lazy: lazyDatabases,
  rows: families.flatMap((family) => family.rows ?? []),
  types: families.flatMap((family) => family.types ?? []),
  decorators: families.flatMap((family) => family.decorators ?? []),
  paramEntries: families.flatMap((family) => family.paramEntries ?? []),
  fileEntries,
  hooks: families.flatMap((family) => family.hooks ?? []),
};
