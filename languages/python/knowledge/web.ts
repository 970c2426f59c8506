/**
 * Servers: what registers a function that runs per request, per message of a socket, or per field of an answer. Decorators and calls go by the
 * same symbols (`@app.get('/')`, `app.add_url_rule('/', view_func=index)`). What runs once (`on_event`, `before_serving`, `lifespan`) is left out.
 */
import type { HookRow } from '../../../model/knowledge.ts';
import { alike, decorate, entry, type Family, hooks, later, laterOnLoop, on, returns, takes, words } from '../../words.ts';

const verbs = 'get post put patch delete head options';
const request = entry('request');
const message = entry('message');

/** What a client sends is as long as it likes; its kind is for the program to check. */
const sent = { result: { kind: 'unknown', extent: 'input', why: 'sent with a request', from: 'request' } } as const;
const sentList = { result: { ...sent.result, kind: 'list' } } as const;
const offloads = { offloads: true } as const;

function perObject(members: string, except = ''): Pick<HookRow, 'perObject'> {
  return { perObject: { members: words(members), except: words(except) } };
}

/** `def resolve_author(self, info)`: `self` is the book. */
const resolvers: Pick<HookRow, 'perObject'> = { perObject: { members: ['resolve_*'], except: [], receives: true } };

const fastapiApps = 'py:fastapi#FastAPI py:fastapi#applications.FastAPI';
const fastapiRouters = 'py:fastapi#APIRouter py:fastapi#routing.APIRouter py:fastapi_utils#inferring_router.InferringRouter';
const fastapiAll = `${fastapiApps} ${fastapiRouters}`;
const starletteApps = 'py:starlette#applications.Starlette py:starlette#routing.Router';
const starletteRequest = 'py:starlette#requests.Request';

const fastapi: Family = {
  decorators: [
    ...decorate(fastapiAll, `${verbs} trace api_route route`, 'request', { plainInThread: 'FastAPI' }),
    // Once per connection, not per message: who loops in there says so.
    ...decorate(fastapiAll, 'websocket websocket_route', 'request'),
    ...decorate(fastapiApps, 'middleware exception_handler', 'request'),
    ...decorate(starletteApps, 'route middleware exception_handler', 'request'),
    ...decorate(starletteApps, 'websocket_route', 'request'),
  ],
  rows: [
    ...on(fastapiAll, 'add_api_route add_route', request),
    ...on(fastapiAll, 'add_api_websocket_route add_websocket_route', request),
    ...on(`${fastapiApps} ${starletteApps}`, 'add_exception_handler', request),
    ...on(starletteApps, 'add_route', request),
    ...on(starletteApps, 'add_websocket_route', request),
    ...on('py:starlette#routing', 'Route', request),
    ...on('py:starlette#routing', 'WebSocketRoute', request),
    ...on('py:fastapi', 'Depends Security', request),
    ...on('py:fastapi#BackgroundTasks py:starlette#background.BackgroundTasks', 'add_task', entry('job')),
    ...on('py:starlette', 'background.BackgroundTask', entry('job')),
    ...on('py:fastapi py:starlette', 'concurrency.run_in_threadpool concurrency.iterate_in_threadpool', offloads),
    ...on(starletteRequest, 'json form body', sent),
  ],
  types: [
    ...alike('py:fastapi#Request py:fastapi#requests.Request', starletteRequest),
    ...alike('py:fastapi#background.BackgroundTasks', 'py:fastapi#BackgroundTasks'),
  ],
  hooks: [
    ...hooks('py:starlette#middleware.base', 'BaseHTTPMiddleware', 'dispatch', 'request'),
    ...hooks('py:starlette#endpoints', 'HTTPEndpoint', verbs, 'request'),
    ...hooks('py:starlette#endpoints', 'WebSocketEndpoint', 'on_connect on_receive on_disconnect', 'message'),
    ...hooks('py:starlette#authentication', 'AuthenticationBackend', 'authenticate', 'request'),
  ],
  paramEntries: [
    ...takes('py:fastapi', 'Request WebSocket BackgroundTasks requests.Request', 'request'),
    ...takes('py:starlette', 'requests.Request requests.HTTPConnection websockets.WebSocket', 'request'),
  ],
};

const quartAll = 'py:quart#Quart py:quart#Blueprint';
const flaskApps = 'py:flask#Flask py:flask#app.Flask py:quart#Quart py:apiflask#APIFlask py:flask_openapi3#OpenAPI';
const flaskParts = `py:flask#Blueprint py:flask#blueprints.Blueprint py:quart#Blueprint py:apiflask#APIBlueprint py:flask_smorest#Blueprint
  py:flask_openapi3#APIBlueprint`;
const flaskAll = words(`${flaskApps} ${flaskParts}`)
  .filter((type) => !quartAll.includes(type))
  .join(' ');
const flaskHandlers = `route get post put patch delete endpoint before_request after_request teardown_request errorhandler context_processor
  url_value_preprocessor url_defaults`;
const socketServers = 'py:flask_socketio#SocketIO py:socketio#Server py:socketio#AsyncServer py:socketio#Client py:socketio#AsyncClient';

const flask: Family = {
  decorators: [
    // Flask runs a coroutine in the thread of its request, to its end.
    ...decorate(flaskAll, flaskHandlers, 'request', { ownLoop: true }),
    ...decorate(quartAll, flaskHandlers, 'request'),
    ...decorate(flaskApps, 'teardown_appcontext', 'request'),
    ...decorate(
      flaskParts,
      'before_app_request after_app_request teardown_app_request app_errorhandler app_context_processor app_url_value_preprocessor app_url_defaults',
      'request',
    ),
    ...decorate(flaskApps, 'template_filter template_test template_global', 'render'),
    ...decorate(flaskParts, 'app_template_filter app_template_test app_template_global', 'render'),
    ...decorate('py:quart#Quart py:quart#Blueprint', 'websocket before_websocket after_websocket teardown_websocket', 'request'),
    ...decorate('py:flask_login#LoginManager', 'user_loader request_loader unauthorized_handler', 'request'),
    ...decorate('py:flask_login', 'login_required', 'request'),
    ...decorate('py:flask_jwt_extended', 'jwt_required', 'request'),
    ...decorate(
      'py:flask_jwt_extended#JWTManager',
      'user_lookup_loader user_identity_loader token_in_blocklist_loader additional_claims_loader',
      'request',
    ),
    ...decorate('py:flask_httpauth#HTTPBasicAuth py:flask_httpauth#HTTPTokenAuth', 'verify_password verify_token get_user_roles', 'request'),
    ...decorate(socketServers, 'on event', 'message'),
  ],
  rows: [
    ...on(`${flaskAll} ${quartAll}`, 'add_url_rule before_request after_request teardown_request register_error_handler', request),
    ...on(socketServers, 'on on_event', message),
    ...on('py:flask_socketio#SocketIO py:socketio#Server py:socketio#AsyncServer', 'start_background_task', later),
    ...on('py:flask py:quart', 'request.get_json request.get_data', sent),
    ...on('py:flask py:quart', 'request.args.getlist request.form.getlist request.files.getlist', sentList),
    ...on('py:quart', 'utils.run_sync', offloads),
  ],
  hooks: [
    ...hooks('py:flask py:quart', 'views.MethodView', verbs, 'request'),
    ...hooks('py:flask py:quart', 'views.View', 'dispatch_request', 'request'),
    ...hooks('py:flask_restful py:flask_restx', 'Resource', verbs, 'request'),
    ...hooks('py:flask_socketio py:socketio', 'Namespace', 'on_*', 'message'),
    ...hooks('py:socketio', 'AsyncNamespace', 'on_*', 'message'),
  ],
  paramEntries: takes('py:flask py:werkzeug', 'Request wrappers.Request', 'request'),
};

/** Smaller frameworks, and those that serve without one. */
const others: Family = {
  decorators: [
    ...decorate('py:litestar', 'get post put patch delete head route', 'request'),
    ...decorate('py:litestar', 'websocket websocket_stream', 'request'),
    ...decorate('py:litestar', 'websocket_listener', 'message'),
    ...decorate('py:litestar#handlers', 'get post put patch delete head route', 'request'),
    ...decorate('py:starlite', 'get post put patch delete route', 'request'),
    ...decorate('py:sanic#Sanic py:sanic#Blueprint', `${verbs} route websocket middleware on_request on_response exception`, 'request'),
    ...decorate('py:sanic#Sanic py:sanic#Blueprint', 'signal', 'event'),
    ...decorate('py:aiohttp#web.RouteTableDef', `${verbs} route`, 'request'),
    ...decorate('py:aiohttp', 'web.middleware', 'request'),
    ...decorate('py:bottle py:bottle#Bottle', 'route get post put patch delete error hook', 'request'),
    ...decorate('py:pyramid#view', 'view_config notfound_view_config forbidden_view_config exception_view_config', 'request'),
    ...decorate('py:pyramid', 'events.subscriber', 'event'),
    ...decorate('py:cherrypy', 'expose', 'request'),
    ...decorate('py:odoo', 'http.route', 'request'),
    ...decorate('py:frappe', 'whitelist', 'request'),
    ...decorate('py:dash py:dash#Dash', 'callback', 'request'),
    ...decorate('py:nicegui', 'ui.page', 'request'),
    ...decorate('py:chainlit', 'on_message on_chat_start on_chat_end on_chat_resume action_callback', 'message'),
    ...decorate('py:mcp#server.fastmcp.FastMCP py:fastmcp#FastMCP', 'tool resource prompt', 'request'),
  ],
  rows: [
    ...on('py:litestar', 'di.Provide', request),
    ...on('py:sanic#Sanic py:sanic#Blueprint', 'add_route', request),
    ...on('py:sanic#Sanic py:sanic#Blueprint', 'add_websocket_route', request),
    ...on('py:aiohttp#web', `${verbs} route view`, request),
    ...on('py:aiohttp#web.UrlDispatcher', 'add_get add_post add_put add_patch add_delete add_head add_options add_route add_view', request),
    ...on('py:aiohttp#web.Request', 'json post text read', sent),
    ...on('py:tornado', 'ioloop.PeriodicCallback', entry('job')),
    ...on('py:tornado#ioloop.IOLoop', 'current instance', returns('py:tornado#ioloop.IOLoop')),
    ...on('py:tornado#ioloop.IOLoop', 'run_in_executor', offloads),
    ...on('py:tornado#ioloop.IOLoop', 'add_callback call_later call_at spawn_callback', laterOnLoop),
    ...on('py:falcon#App py:falcon#API', 'add_route', { given: 'py:falcon#Resource' }),
    ...on('py:falcon#App', 'add_middleware', { given: 'py:falcon#Middleware' }),
    ...on('py:falcon#App py:falcon#API', 'add_sink add_error_handler', request),
    ...on('py:falcon', 'before after', request),
    ...on('py:pyramid#config.Configurator', 'add_view', request),
    ...on('py:pyramid#config.Configurator', 'add_subscriber', entry('event')),
    ...on('py:websockets', 'serve server.serve asyncio.server.serve sync.server.serve legacy.server.serve', request),
  ],
  types: [
    ...alike('py:distributed#Worker.loop py:distributed#Scheduler.loop py:distributed#Client.loop', 'py:tornado#ioloop.IOLoop'),
    ...alike('py:dask#distributed.Worker.loop py:dask#distributed.Client.loop', 'py:tornado#ioloop.IOLoop'),
    ...alike('py:aiohttp#web.Application.router', 'py:aiohttp#web.UrlDispatcher'),
    ...alike('py:falcon#asgi.App', 'py:falcon#App'),
  ],
  hooks: [
    ...hooks('py:aiohttp', 'web.View', verbs, 'request'),
    ...hooks('py:sanic', 'views.HTTPMethodView', verbs, 'request'),
    ...hooks('py:tornado', 'web.RequestHandler', `${verbs} prepare on_finish get_current_user`, 'request', { onLoop: true }),
    ...hooks('py:tornado', 'websocket.WebSocketHandler', 'open on_message on_close', 'message', { onLoop: true }),
    ...hooks(
      'py:falcon',
      'Resource',
      words(verbs)
        .map((verb) => `on_${verb} on_${verb}_*`)
        .join(' '),
      'request',
    ),
    ...hooks('py:falcon', 'Middleware', 'process_request process_resource process_response', 'request'),
  ],
  paramEntries: [
    ...takes('py:litestar py:sanic', 'Request', 'request'),
    ...takes('py:litestar', 'WebSocket connection.Request connection.ASGIConnection', 'request'),
    ...takes('py:sanic', 'request.Request', 'request'),
    ...takes('py:aiohttp', 'web.Request web.BaseRequest', 'request'),
    ...takes('py:falcon', 'Request Response asgi.Request asgi.Response', 'request'),
    ...takes('py:pyramid', 'request.Request', 'request'),
    ...takes('py:grpc', 'ServicerContext aio.ServicerContext', 'request'),
    ...takes('py:mcp', 'server.fastmcp.Context', 'request'),
    ...takes('py:fastmcp', 'Context', 'request'),
  ],
};

/** Resolvers. A field of an object runs once per object of an answer; those of the query itself run once, and only their class tells them apart. */
const graphql: Family = {
  decorators: [
    ...decorate('py:strawberry py:strawberry_django', 'field', 'resolver', { receives: true }),
    ...decorate('py:strawberry py:strawberry_django', 'mutation', 'resolver'),
    ...decorate('py:strawberry', 'subscription', 'resolver'),
    ...decorate('py:ariadne#QueryType py:ariadne#MutationType py:ariadne#SubscriptionType', 'field source', 'resolver'),
    ...decorate('py:ariadne#ObjectType', 'field', 'resolver', { perObject: [] }),
    ...decorate('py:ariadne#contrib.federation.FederatedObjectType', 'reference_resolver', 'resolver'),
  ],
  rows: [
    ...on('py:strawberry py:strawberry_django', 'field mutation', entry('resolver')),
    ...on('py:ariadne#QueryType py:ariadne#MutationType py:ariadne#ObjectType', 'set_field', entry('resolver')),
    // The function that they are given runs once per batch, not once per key.
    ...on('py:strawberry', 'dataloader.DataLoader', later),
    ...on('py:strawberry#dataloader.DataLoader py:aiodataloader#DataLoader py:promise#dataloader.DataLoader', 'load load_many', { batches: true }),
  ],
  hooks: [
    ...hooks('py:graphene', 'ObjectType types.objecttype.ObjectType types.ObjectType', 'resolve_*', 'resolver', resolvers),
    ...hooks('py:graphene_django', 'DjangoObjectType types.DjangoObjectType', 'resolve_* get_queryset get_node', 'resolver', resolvers),
    // Its base class is the project's, and was not found.
    ...hooks('py:graphene', 'types', 'resolve_*', 'resolver', {
      ...resolvers,
      looks: { as: 'class', has: ['resolve_*'], dependsOn: ['py:graphene'] },
    }),
    ...hooks('py:graphene', 'Mutation relay.ClientIDMutation', 'mutate mutate_and_get_payload', 'resolver'),
  ],
  paramEntries: [
    ...takes('py:graphql', 'GraphQLResolveInfo type.GraphQLResolveInfo', 'resolver'),
    ...takes('py:strawberry', 'Info types.Info', 'resolver'),
    ...takes('py:graphene', 'ResolveInfo', 'resolver'),
  ],
};

const generic = `View TemplateView RedirectView ListView DetailView FormView CreateView UpdateView DeleteView ArchiveIndexView YearArchiveView
  MonthArchiveView WeekArchiveView DayArchiveView TodayArchiveView DateDetailView`;
/** A view is made anew for each request. */
const viewMembers = `${verbs} constructor dispatch setup get_queryset get_object get_context_data get_form get_form_class get_form_kwargs get_initial
  get_success_url form_valid form_invalid render_to_response get_template_names get_ordering get_paginate_by has_permission test_func`;
const viewDecorators = `
  contrib.auth.decorators.login_required contrib.auth.decorators.permission_required contrib.auth.decorators.user_passes_test
  views.decorators.http.require_http_methods views.decorators.http.require_GET views.decorators.http.require_POST views.decorators.http.require_safe
  views.decorators.csrf.csrf_exempt views.decorators.csrf.csrf_protect views.decorators.csrf.ensure_csrf_cookie
  views.decorators.cache.never_cache views.decorators.cache.cache_page views.decorators.cache.cache_control`;
const httpRequest = 'py:django#http.HttpRequest';
const adminMembers = `get_queryset get_list_display get_list_filter get_search_results get_form get_formset get_fieldsets get_fields get_readonly_fields
  get_inline_instances get_formsets_with_inlines get_actions save_model save_formset save_related delete_model delete_queryset has_add_permission
  has_change_permission has_delete_permission has_view_permission has_module_permission changelist_view change_view add_view delete_view
  response_add response_change formfield_for_foreignkey formfield_for_manytomany formfield_for_dbfield`;

const django: Family = {
  decorators: [
    ...decorate('py:django', viewDecorators, 'request'),
    ...decorate('py:django#template.Library', 'filter simple_tag simple_block_tag inclusion_tag tag', 'render'),
    ...decorate('py:django', 'dispatch.receiver', 'event'),
    ...decorate('py:django', 'contrib.admin.action', 'request'),
    // Per row of the list that the admin shows.
    ...decorate('py:django', 'contrib.admin.display', 'request', { perObject: [] }),
  ],
  rows: [
    ...on('py:django', 'urls.path urls.re_path conf.urls.url', request),
    ...on('py:django#template.Library', 'filter simple_tag inclusion_tag tag', entry('render')),
    ...on('py:django', 'dispatch.Signal.connect db.models.signals.*.connect core.signals.*.connect contrib.auth.signals.*.connect', entry('event')),
    ...on('py:django', 'db.transaction.on_commit', later),
    ...on('py:django', 'db.transaction.atomic', { holds: 'transaction' }),
    ...on(httpRequest, 'GET.getlist POST.getlist FILES.getlist', sentList),
    ...on('py:channels', 'db.database_sync_to_async', offloads),
  ],
  types: [
    ...alike('py:django#core.handlers.wsgi.WSGIRequest py:django#core.handlers.asgi.ASGIRequest py:rest_framework#request.Request', httpRequest),
    ...alike('py:django#template.library.Library', 'py:django#template.Library'),
  ],
  hooks: [
    ...hooks('py:django#views', 'View', viewMembers, 'request'),
    ...hooks('py:django#views.generic', generic, viewMembers, 'request'),
    ...hooks(
      'py:django#views.generic',
      `base.View base.TemplateView base.RedirectView list.ListView detail.DetailView edit.FormView edit.CreateView edit.UpdateView edit.DeleteView
       dates.ArchiveIndexView dates.MonthArchiveView dates.YearArchiveView dates.DayArchiveView`,
      viewMembers,
      'request',
    ),
    ...hooks(
      'py:django#contrib.auth',
      `mixins.LoginRequiredMixin mixins.PermissionRequiredMixin mixins.UserPassesTestMixin mixins.AccessMixin views.LoginView views.LogoutView
       views.PasswordResetView views.PasswordChangeView`,
      viewMembers,
      'request',
    ),
    ...hooks('py:django#utils.deprecation', 'MiddlewareMixin', 'process_request process_view process_response process_exception __call__', 'request'),
    ...hooks('py:django', 'Middleware', '__call__ process_view process_exception process_template_response', 'request', {
      looks: { as: 'class', has: ['__init__', '__call__'], dependsOn: ['py:django', 'py:asgiref'], path: /(^|\/)middlewares?(\/.+)?\.py$/ },
    }),
    ...hooks('py:django#forms', 'Form ModelForm BaseForm', 'clean clean_* save', 'request'),
    ...hooks('py:django#contrib.auth.backends', 'BaseBackend ModelBackend', 'authenticate get_user has_perm get_user_permissions', 'request'),
    ...hooks('py:django#contrib.admin', 'ModelAdmin TabularInline StackedInline options.ModelAdmin', adminMembers, 'request'),
    ...hooks('py:django#contrib.admin', 'SimpleListFilter', 'lookups queryset', 'request'),
    ...hooks('py:django#contrib.syndication.views', 'Feed', 'items get_object item_title item_description item_link', 'request', {
      ...perObject('item_title item_description item_link'),
      lists: { rows: 'items', asks: [{ method: 'get_absolute_url', unless: 'item_link' }] },
    }),
    ...hooks('py:django#contrib.sitemaps', 'Sitemap', 'items location lastmod priority changefreq', 'request', {
      ...perObject('location lastmod priority changefreq'),
      lists: { rows: 'items', asks: [{ method: 'get_absolute_url', unless: 'location' }] },
    }),
    ...hooks(
      'py:channels#generic.websocket',
      'WebsocketConsumer AsyncWebsocketConsumer JsonWebsocketConsumer AsyncJsonWebsocketConsumer',
      'connect receive receive_json disconnect',
      'message',
    ),
  ],
  paramEntries: takes(
    'py:django',
    'http.HttpRequest http.request.HttpRequest core.handlers.wsgi.WSGIRequest core.handlers.asgi.ASGIRequest',
    'request',
  ),
};

const restMembers = `${verbs} constructor initial list retrieve create update partial_update destroy get_queryset filter_queryset get_object get_serializer
  get_serializer_class get_serializer_context get_permissions get_authenticators perform_create perform_update perform_destroy perform_authentication
  check_permissions check_object_permissions paginate_queryset handle_exception`;
const restGenerics = `GenericAPIView CreateAPIView ListAPIView RetrieveAPIView DestroyAPIView UpdateAPIView ListCreateAPIView RetrieveUpdateAPIView
  RetrieveDestroyAPIView RetrieveUpdateDestroyAPIView`;
/** What a serializer asks of itself once, whatever it serializes. */
const ofSerializer = `get_fields get_field_names get_default_field_names get_extra_kwargs get_uniqueness_extra_kwargs get_unique_together_validators
  get_unique_for_date_validators get_validators get_initial get_value get_default`;

/** Django REST framework and Django Ninja. A serializer's fields are asked once per object that it serializes. */
const rest: Family = {
  decorators: [
    ...decorate('py:rest_framework#decorators', 'api_view action', 'request'),
    ...decorate('py:ninja#NinjaAPI py:ninja#Router py:ninja#router.Router', 'get post put patch delete api_operation', 'request'),
    ...decorate('py:ninja#NinjaAPI', 'exception_handler', 'request'),
    ...decorate('py:ninja_extra', 'http_get http_post http_put http_patch http_delete', 'request'),
    ...decorate('py:ninja_extra#NinjaExtraAPI', 'get post put patch delete', 'request'),
  ],
  rows: on('py:ninja#NinjaAPI py:ninja#Router', 'add_api_operation', request),
  hooks: [
    ...hooks('py:rest_framework', 'views.APIView', restMembers, 'request'),
    ...hooks('py:rest_framework#generics', restGenerics, restMembers, 'request'),
    ...hooks('py:rest_framework#viewsets', 'ViewSet GenericViewSet ReadOnlyModelViewSet ModelViewSet ViewSetMixin', restMembers, 'request'),
    ...hooks(
      'py:rest_framework#mixins',
      'CreateModelMixin ListModelMixin RetrieveModelMixin UpdateModelMixin DestroyModelMixin',
      restMembers,
      'request',
    ),
    ...hooks(
      'py:rest_framework#serializers',
      'BaseSerializer Serializer ModelSerializer HyperlinkedModelSerializer',
      'get_* to_representation to_internal_value validate validate_* create update save',
      'request',
      perObject('get_* to_representation', ofSerializer),
    ),
    ...hooks(
      'py:rest_framework#serializers',
      'Field RelatedField PrimaryKeyRelatedField SlugRelatedField HyperlinkedRelatedField',
      'to_representation get_attribute to_internal_value get_queryset',
      'request',
      perObject('to_representation get_attribute'),
    ),
    ...hooks(
      'py:rest_framework#permissions',
      'BasePermission IsAuthenticated IsAdminUser IsAuthenticatedOrReadOnly DjangoModelPermissions',
      'has_permission has_object_permission',
      'request',
    ),
    ...hooks(
      'py:rest_framework#authentication',
      'BaseAuthentication TokenAuthentication SessionAuthentication',
      'authenticate authenticate_credentials',
      'request',
    ),
    ...hooks('py:rest_framework#throttling', 'BaseThrottle SimpleRateThrottle UserRateThrottle', 'allow_request get_cache_key', 'request'),
    ...hooks('py:rest_framework#filters', 'BaseFilterBackend SearchFilter OrderingFilter', 'filter_queryset', 'request'),
    ...hooks('py:django_filters', 'FilterSet rest_framework.FilterSet', 'filter_* filter_queryset', 'request'),
    ...hooks('py:ninja', 'Schema ModelSchema', 'resolve_*', 'request', perObject('resolve_*')),
  ],
  paramEntries: takes('py:rest_framework', 'request.Request', 'request'),
};

const parts = [fastapi, flask, others, graphql, django, rest];

export const web: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
  decorators: parts.flatMap((part) => part.decorators ?? []),
  hooks: parts.flatMap((part) => part.hooks ?? []),
  paramEntries: parts.flatMap((part) => part.paramEntries ?? []),
};
