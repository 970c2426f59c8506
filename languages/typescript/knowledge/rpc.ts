/** Clients that are made of a service's description: every method of what they yield is a request. */
import { alike, type Family, later, on, request, returns } from '../../words.ts';

export const rpc: Family = {
  rows: [
    ...on(
      '@connectrpc/connect @bufbuild/connect',
      'createClient createPromiseClient createCallbackClient makeAnyClient',
      returns('@connectrpc/connect#Client'),
    ),
    ...on('@connectrpc/connect#Client', '*', request),
    ...on('nice-grpc nice-grpc-web', 'createClient', returns('nice-grpc#Client')),
    ...on('nice-grpc#Client', '*', request),
    // Generated clients extend `Client` and send through these.
    ...on('@grpc/grpc-js#Client grpc#Client', 'makeUnaryRequest makeClientStreamRequest makeServerStreamRequest makeBidiStreamRequest', {
      ...request,
      callbacks: 'later',
    }),
    ...on('@grpc/grpc-js#Client grpc#Client', 'waitForReady', later),
    ...on('@protobuf-ts/runtime-rpc#RpcTransport', 'unary serverStreaming clientStreaming duplex', request),

    ...on('@trpc/client', 'createTRPCClient createTRPCProxyClient createTRPCUntypedClient', returns('@trpc/client#TRPCClient')),
    ...on('@trpc/client#TRPCClient', '*.query *.mutate *.*.query *.*.mutate *.*.*.query *.*.*.mutate query mutation', request),
    ...on('@orpc/client', 'createORPCClient', returns('@orpc/client#Client')),
    ...on('@orpc/client#Client', '*.* *.*.*', request),
    ...on('hono/client', 'hc', returns('hono/client#Client')),
    ...on(
      'hono/client#Client',
      ['*', '*.*', '*.*.*', '*.*.*.*', '*.*.*.*.*']
        .flatMap((path) => ['$get', '$post', '$put', '$patch', '$delete'].map((verb) => `${path}.${verb}`))
        .join(' '),
      request,
    ),
    ...on('@urql/core', 'createClient', returns('@urql/core#Client')),
    ...on('@urql/core#Client', 'query mutation executeQuery executeMutation', request),
  ],
  types: [
    ...alike('@connectrpc/connect#PromiseClient @connectrpc/connect#CallbackClient @bufbuild/connect#PromiseClient', '@connectrpc/connect#Client'),
    ...alike('@trpc/client#CreateTRPCClient @trpc/client#CreateTRPCProxyClient @trpc/client#TRPCUntypedClient', '@trpc/client#TRPCClient'),
    ...alike('urql#Client @urql/core#default', '@urql/core#Client'),
    ...alike('@orpc/server#RouterClient @orpc/client#RouterClient', '@orpc/client#Client'),
  ],
};
