/** Supabase: tables are queried through PostgREST, everything else is a request of its own. */
import { alike, type Facts, type Family, on, read, request, returns, self, write, writeBulk } from '../../words.ts';

const client = '@supabase/supabase-js#SupabaseClient';
const builder = '@supabase/supabase-js#QueryBuilder';
const filters = '@supabase/supabase-js#FilterBuilder';
const bucket = '@supabase/supabase-js#Bucket';
const bulkRequest: Facts = { op: { kind: 'request', weight: 'heavy', bulk: true } };

export const supabase: Family = {
  rows: [
    ...on('@supabase/supabase-js @supabase/ssr', 'createClient createServerClient createBrowserClient', returns(client)),
    ...on(
      '@supabase/auth-helpers-nextjs @supabase/auth-helpers-react @supabase/auth-helpers-sveltekit @supabase/auth-helpers-remix',
      `createServerComponentClient createClientComponentClient createRouteHandlerClient createServerActionClient createMiddlewareClient createPagesServerClient
       createPagesBrowserClient createServerSupabaseClient createBrowserSupabaseClient createServerClient createBrowserClient useSupabaseClient`,
      returns(client),
    ),
    ...on(client, 'from', returns(builder)),
    ...on(client, 'schema', self),
    ...on(client, 'rpc', returns(filters, { op: { kind: 'query' } })),
    ...on(builder, 'select', returns(filters, read())),
    ...on(builder, 'insert upsert', returns(filters, writeBulk)),
    ...on(builder, 'update delete', returns(filters, write())),
    // `insert(…).select()` asks to be told what was written: no query of its own.
    ...on(
      filters,
      `select eq neq gt gte lt lte like ilike likeAllOf likeAnyOf ilikeAllOf ilikeAnyOf is in contains containedBy overlaps rangeGt rangeGte rangeLt rangeLte
       rangeAdjacent textSearch match or not filter order limit range single maybeSingle csv geojson explain returns overrideTypes abortSignal throwOnError rollback`,
      self,
    ),
    ...on(
      client,
      `auth.getUser auth.signInWithPassword auth.signUp auth.signInWithOtp auth.updateUser auth.verifyOtp auth.refreshSession auth.exchangeCodeForSession
       auth.admin.getUserById auth.admin.listUsers auth.admin.createUser auth.admin.updateUserById auth.admin.deleteUser auth.admin.inviteUserByEmail
       auth.admin.generateLink functions.invoke storage.listBuckets storage.createBucket`,
      request,
    ),
    ...on(client, 'storage.from', returns(bucket)),
    ...on(bucket, 'upload update download list move copy createSignedUrl createSignedUploadUrl uploadToSignedUrl exists info', request),
    // These take many paths.
    ...on(bucket, 'remove createSignedUrls', bulkRequest),
    ...on('@supabase/storage-js#StorageClient', 'from', returns(bucket)),
  ],
  types: [
    ...alike('@supabase/postgrest-js#PostgrestClient', client),
    ...alike('@supabase/postgrest-js#PostgrestQueryBuilder', builder),
    ...alike('@supabase/postgrest-js#PostgrestFilterBuilder @supabase/postgrest-js#PostgrestTransformBuilder', filters),
  ],
};
