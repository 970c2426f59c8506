/** Methods that a framework calls because of a decorator, and the hooks and hosts of user interfaces. */
import { decorate, entry, type Family, later, on } from './words.ts';

export const decorated: Family = {
  decorators: [
    ...decorate('@nestjs/common', 'Get Post Put Patch Delete Options Head All Search Sse', 'request'),
    ...decorate('@nestjs/microservices', 'MessagePattern EventPattern GrpcMethod GrpcStreamMethod GrpcStreamCall', 'message'),
    ...decorate('@nestjs/websockets', 'SubscribeMessage', 'message'),
    ...decorate('@nestjs/graphql type-graphql', 'Query Mutation Subscription', 'resolver'),
    ...decorate('type-graphql', 'FieldResolver', 'resolver'),
    ...decorate('@nestjs/graphql', 'ResolveField ResolveProperty ResolveReference', 'resolver'),
    ...decorate('@nestjs/schedule', 'Cron Interval', 'job'),
    ...decorate('@nestjs/bull', 'Process', 'job'),
    ...decorate('@nestjs/bullmq', 'Process', 'job'),
    ...decorate('@nestjs/bull', 'OnQueueActive OnQueueCompleted OnQueueFailed OnGlobalQueueCompleted', 'event'),
    ...decorate('@nestjs/bullmq', 'OnWorkerEvent', 'event'),
    ...decorate('@nestjs/event-emitter', 'OnEvent', 'event'),
    ...decorate('@golevelup/nestjs-rabbitmq', 'RabbitSubscribe RabbitRPC RabbitHandler', 'message'),
    ...decorate('@ssut/nestjs-sqs', 'SqsMessageHandler', 'message'),
    ...decorate('routing-controllers', 'Get Post Put Patch Delete Head All Method', 'request'),
    ...decorate('tsoa @tsoa/runtime', 'Get Post Put Patch Delete Head Options', 'request'),
    ...decorate('@tsed/common @tsed/schema', 'Get Post Put Patch Delete All', 'request'),
    ...decorate(
      'inversify-express-utils @inversifyjs/http-core',
      `httpGet httpPost httpPut httpPatch httpDelete httpHead all httpMethod Get Post Put Patch Delete All`,
      'request',
    ),
    ...decorate('@loopback/rest', 'get post put patch del operation', 'request'),
    ...decorate('@midwayjs/core @midwayjs/decorator', 'Get Post Put Patch Del All', 'request'),
    ...decorate('@overnightjs/core', 'Get Post Put Patch Delete All', 'request'),
    ...decorate('@foal/core', 'Get Post Put Patch Delete All', 'request'),
    ...decorate('socket-controllers', 'OnMessage OnConnect OnDisconnect', 'message'),
    ...decorate('@angular/core', 'HostListener', 'event'),
  ],
  rows: [
    // Functions that are components: they run at every render.
    ...on('react preact/compat', 'memo forwardRef', entry('render')),
    ...on('mobx-react mobx-react-lite', 'observer', entry('render')),
    ...on('vue', 'computed watchEffect', entry('render')),
    ...on('solid-js', 'createMemo createEffect createComputed', entry('render')),
    ...on('svelte/store', 'derived', entry('render')),
    // Runs during the render that calls it, unless its dependencies are unchanged.
    ...on('react preact/hooks', 'useMemo', { callbacks: 'now' }),
    ...on('react preact/hooks', 'useEffect useLayoutEffect useInsertionEffect useCallback useImperativeHandle startTransition useEffectEvent', later),
    ...on('vue', 'watch onMounted onUpdated onUnmounted onBeforeMount nextTick', later),
    ...on('svelte', 'onMount onDestroy beforeUpdate afterUpdate tick', later),
    ...on('@tanstack/react-query react-query swr', 'useQuery useMutation useInfiniteQuery default', later),
    ...on('react-redux', 'useSelector', { callbacks: 'now' }),
    ...on('@reduxjs/toolkit', 'createSlice createReducer createAsyncThunk createSelector', later),
  ],
};
