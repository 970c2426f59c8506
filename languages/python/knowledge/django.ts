/**
 * Django. A QuerySet describes a query, which runs when somebody needs its rows; what runs at once says so. Managers, and the managers of
 * related objects (`author.book_set`), offer what QuerySets do. What a QuerySet yields one by one are models, so QuerySets know what models
 * know.
 */
import type { KnowledgeRow } from '../../../model/knowledge.ts';
import { alike, type Facts, type Family, on, read, readBulk, readMany, returns, write, writeBulk } from '../../words.ts';
import { atOnce, batched, cursor, perKey, waitsFor, walkedStatement, withAsyncForms } from './queries.ts';

const model = 'py:django#db.models.Model';
const manager = 'py:django#db.models.Manager';
const querySet = 'py:django#db.models.QuerySet';
const related = 'py:django#db.models.fields.related_descriptors.RelatedManager';
const user = 'py:django#contrib.auth.models.AbstractBaseUser';
const contentType = 'py:django#contrib.contenttypes.models.ContentType';

/**
 * `author.books`, `author.publisher.books`: what a model has is the manager of related objects where only those are asked such things.
 * A text or a dictionary can be asked `count` and `get` as well, but is not called `book_set`.
 */
const relation = `${model}.*`;
const relations = `${relation} ${model}.*.*`;
const sets = `${model}.*_set ${model}.*.*_set`;

/** Django does not let its queries block an event loop. */
function refused(facts: Facts): Facts {
  return { ...facts, raisesOnLoop: 'SynchronousOnlyOperation' };
}

const described: Facts = refused(waitsFor({ ...readMany(''), returns: querySet, countedBy: 'count' }, 'Walk it with `async for`.'));
const oneRow: Facts = returns(model, read());
const byKey: Facts = returns(model, read('django-in-bulk'));

/** It runs at once, and the thread waits; or it is awaited, under its other name. */
function runs(owners: string, members: string, facts: Facts): KnowledgeRow[] {
  return withAsyncForms(owners, members, refused(atOnce(facts)));
}

/** It runs at once, and has no form that is awaited. */
function waits(facts: Facts): Facts {
  return refused(atOnce(waitsFor(facts, 'Run it with `sync_to_async`.')));
}

const querySets: Family = {
  rows: [
    ...on(
      `${querySet} ${relations}`,
      'all exclude order_by distinct values_list select_related prefetch_related annotate alias only defer using select_for_update datetimes',
      described,
    ),
    ...on(`${querySet} ${relations}`, 'filter', { ...described, narrows: true }),
    ...on(`${querySet} ${sets}`, 'reverse values dates extra union intersection difference', described),
    ...on(querySet, 'complex_filter get_queryset', described),
    ...on(
      'py:mptt#models.MPTTModel py:treebeard#mp_tree.MP_Node',
      'get_descendants get_ancestors get_children get_siblings get_family get_leafnodes',
      described,
    ),
    ...on(querySet, 'raw', refused(waitsFor({ ...readMany(''), returns: querySet }, 'Run it with `sync_to_async`.'))),
    ...on(`${querySet} ${relation}`, 'iterator', described),
    ...on(`${querySet} ${relation}`, 'aiterator', returns(querySet, readMany(''))),
    ...on(`${querySet} ${relation}`, 'none', returns(querySet, { result: { kind: 'list', extent: 'constant', why: 'no rows' } })),
    ...on(querySet, 'as_manager db_manager', returns(querySet)),

    ...runs(`${querySet} ${relation}`, 'first', byKey),
    ...runs(`${querySet} ${relation}`, 'last latest earliest', oneRow),
    ...runs(`${querySet} ${sets}`, 'get', { ...byKey, narrows: true }),
    ...runs(`${querySet} ${relation}`, 'exists aggregate', read()),
    ...runs(`${querySet} ${sets}`, 'count contains explain', read()),
    ...runs(`${querySet} ${relation}`, 'in_bulk', { ...readBulk, result: { kind: 'map', extent: 'table', why: 'rows of a query' } }),
    ...runs(`${querySet} ${relation}`, 'create', returns(model, write('django-write'))),
    // These yield a pair.
    ...runs(`${querySet} ${relations}`, 'get_or_create update_or_create', write()),
    ...runs(`${querySet} ${relations}`, 'bulk_create bulk_update', writeBulk),
    ...runs(`${querySet} ${sets}`, 'update', write()),
    ...runs(querySet, 'delete', write()),
    ...runs(`${related} ${relation}`, 'set', writeBulk),
    ...runs(`${related} ${sets}`, 'add remove', writeBulk),
    ...runs(`${related} ${sets}`, 'clear', write()),

    ...runs('py:django#db.models py:django#db.models.query', 'prefetch_related_objects', readBulk),
    ...runs('py:django#shortcuts', 'get_object_or_404', { ...oneRow, picks: true }),
    ...runs('py:django#shortcuts', 'get_list_or_404', { ...readMany(''), returns: model }),
    ...on('py:django#core.paginator.Paginator', 'page get_page', { result: { kind: 'other', extent: 'bounded', why: 'one page', from: 'page' } }),

    // A manager, or a class of them, which is called to make one.
    ...on(`${manager} py:django#db.models.manager.BaseManager`, 'from_queryset', returns(manager)),
    ...on('py:django#db.models', 'Manager', returns(manager)),
  ],
  types: [
    ...alike(`${querySet} py:django#db.models.ForeignKey py:django#db.models.OneToOneField`, model),
    ...alike('py:django#contrib.contenttypes.fields.GenericForeignKey', model),
    ...alike(
      `${model}.objects ${model}._default_manager ${model}._base_manager ${manager} ${related} py:django#db.models.query.QuerySet
       py:django#db.models.query.RawQuerySet py:django#db.models.manager.BaseManager`,
      querySet,
    ),
    ...alike('py:django#db.models.manager.Manager', manager),
    ...alike(
      `py:django#db.models.ManyToManyField py:django#db.models.manager.RelatedManager py:django#contrib.contenttypes.fields.GenericRelation
       py:django#db.models.fields.related_descriptors.ManyRelatedManager py:taggit#managers.TaggableManager`,
      related,
    ),
  ],
};

const models: Family = {
  rows: [
    ...runs(`${model} ${relation}`, 'save', write('django-write')),
    ...runs(model, 'delete', write()),
    ...runs(`${model} ${relation}`, 'refresh_from_db', read()),
    // The file is stored, and the row that names it is saved.
    ...on('py:django#db.models.FileField py:django#db.models.ImageField', 'save delete', waits(write())),
    ...on(model, 'full_clean validate_unique validate_constraints', waits(read())),
    ...on(model, 'get_next_by_* get_previous_by_* get_next_in_order get_previous_in_order', waits(oneRow)),

    // Classes of models, which are called to make one.
    ...on('py:django#apps', 'apps.get_model', returns(model)),
    ...on(contentType, 'model_class', returns(model)),
    ...on('py:django#contrib.auth', 'get_user_model', returns(user)),
    ...on('py:django#db.models', 'Model', returns(model)),
    ...on('py:django#contrib.auth.models', 'AbstractBaseUser', returns(user)),

    // `ContentType.objects.get_for_model` remembers.
    ...on(contentType, 'get_object_for_this_type', waits(oneRow)),
    ...on(contentType, 'get_all_objects_for_this_type', described),
    ...runs('py:django#contrib.auth', 'get_user', returns(user, read())),
    ...runs('py:django#contrib.auth', 'login logout', write()),
    ...runs(`${user}.objects py:django#contrib.auth.models.UserManager`, 'create_user create_superuser', returns(user, write())),
    ...runs(`${user}.objects py:django#contrib.auth.models.BaseUserManager`, 'get_by_natural_key', returns(user, read())),
  ],
  types: [
    ...alike(
      `${user} ${contentType} py:django#db.models.base.Model py:django#contrib.gis.db.models.Model py:django#contrib.auth.models.PermissionsMixin
       py:django#contrib.auth.models.Group py:django#contrib.auth.models.Permission py:django#contrib.sessions.models.Session
       py:django#contrib.sites.models.Site py:django#contrib.admin.models.LogEntry py:rest_framework#authtoken.models.Token
       py:model_utils#models.TimeStampedModel py:model_utils#models.UUIDModel py:model_utils#models.SoftDeletableModel
       py:django_extensions#db.models.TimeStampedModel py:polymorphic#models.PolymorphicModel py:mptt#models.MPTTModel
       py:parler#models.TranslatableModel py:modelcluster#models.ClusterableModel py:wagtail#models.Page py:treebeard#mp_tree.MP_Node`,
      model,
    ),
    ...alike('py:django#contrib.auth.base_user.AbstractBaseUser', user),
    ...alike('py:django_multitenant#models.TenantModel py:django_multitenant#mixins.TenantModelMixin', model),
    ...alike(
      'py:django#contrib.auth.models.UserManager py:django#contrib.auth.base_user.BaseUserManager',
      'py:django#contrib.auth.models.BaseUserManager',
    ),
    ...alike('py:django#contrib.auth.models.BaseUserManager py:polymorphic#managers.PolymorphicManager py:mptt#managers.TreeManager', manager),
  ],
};

const sqlCursor = 'py:django#db.backends.utils.CursorWrapper';

const sql: Family = {
  rows: [
    ...on('py:django#db.connection py:django#db.connections.*', 'cursor', returns(sqlCursor)),
    ...cursor(sqlCursor, waits, batched(walkedStatement, 'execute-many-inserts')),
    ...on(sqlCursor, 'callproc', waits({ op: { kind: 'query' } })),
  ],
};

/** A store that is reached over the network, as a rule. */
const caches = 'py:django#core.cache.cache py:django#core.cache.caches.*';

const cache: Family = {
  rows: [
    ...withAsyncForms(caches, 'get has_key', atOnce(read())),
    ...withAsyncForms(caches, 'get_many', atOnce({ ...readBulk, ...perKey })),
    ...withAsyncForms(caches, 'set add', atOnce({ ...write(), stays: { until: ['timeout'], position: 2, ever: ['None'] } })),
    ...withAsyncForms(caches, 'touch delete incr decr clear', atOnce(write())),
    // What `django-redis` adds.
    ...withAsyncForms(caches, 'keys', atOnce({ ...read(), walksStore: 'Use `iter_keys`, or keep a set of these keys.', ofBackend: true })),
    ...withAsyncForms(caches, 'get_or_set', atOnce({ ...write(), callbacks: 'now' })),
    ...withAsyncForms(caches, 'set_many delete_many', atOnce(writeBulk)),
  ],
};

const checker = 'py:guardian#core.ObjectPermissionChecker';

/** Permissions per object, as `django-guardian` keeps them: rows of tables of their own. */
const permissions: Family = {
  rows: [
    ...on(checker, 'has_perm get_perms get_user_perms get_group_perms', waits({ ...read(), unlessAfter: 'prefetch_perms' })),
    ...on(checker, 'prefetch_perms', waits(readBulk)),
    ...on('py:guardian#shortcuts', 'get_perms get_user_perms get_group_perms', waits(read())),
    ...on('py:guardian#shortcuts', 'assign_perm remove_perm', waits(write())),
    ...on('py:guardian#shortcuts', 'bulk_assign_perm bulk_remove_perm', waits(writeBulk)),
    ...on('py:guardian#shortcuts', 'get_users_with_perms get_groups_with_perms get_objects_for_user get_objects_for_group', described),
  ],
};

const parts = [querySets, models, sql, cache, permissions];

export const django: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
};
