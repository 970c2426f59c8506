/** HTTP clients: each call is one request. Members of a default export are members of the module: `axios.get` is `axios#get`. */
import type { UntimedRow } from '../../../model/knowledge.ts';
import { alike, entry, type Family, on, request, returns, self } from '../../words.ts';

const verbs = 'get post put patch delete head';

/** Axios waits for ever, unless its configuration, or that of all requests, says how long. */
function inConfig(position: number): UntimedRow {
  return { options: ['timeout', 'signal', 'cancelToken'], position, unless: 'timeout' };
}

export const httpClients: Family = {
  rows: [
    ...on('global node-fetch cross-fetch isomorphic-fetch undici whatwg-fetch', 'fetch', request),
    ...on('node-fetch cross-fetch isomorphic-fetch make-fetch-happen node-fetch-native ofetch', 'default', request),
    ...on('ofetch', 'ofetch $fetch', request),
    ...on('global', '$fetch', request),
    ...on('global#XMLHttpRequest', 'send', request),
    ...on('global', 'WebSocket EventSource', { op: { kind: 'build', weight: 'heavy' } }),
    ...on('undici', 'request stream pipeline', request),
    ...on('undici#Dispatcher', 'request stream pipeline', request),

    // `axios(…)` calls the value itself, as does an instance.
    ...on('axios', 'options postForm putForm patchForm AxiosInstance AxiosStatic', request),
    ...on('axios', 'default request', { ...request, untimed: inConfig(0) }),
    ...on('axios', 'get delete head', { ...request, untimed: inConfig(1) }),
    ...on('axios', 'post put patch', { ...request, untimed: inConfig(2) }),
    ...on('axios#Axios', `${verbs} options request postForm putForm patchForm`, request),
    ...on('axios', 'create', returns('axios#AxiosInstance')),
    ...on('axios#AxiosInstance', 'create', returns('axios#AxiosInstance')),
    ...on('axios#AxiosInstance', 'interceptors.request.use interceptors.response.use', { callbacks: 'later' }),
    ...on('axios', 'interceptors.request.use interceptors.response.use', { callbacks: 'later' }),
    // NestJS wraps axios in observables.
    ...on('@nestjs/axios#HttpService', `${verbs} request`, request),
    ...on('@nestjs/axios#HttpService', 'axiosRef', request),
    ...on('@nestjs/axios#HttpService', `axiosRef.get axiosRef.post axiosRef.put axiosRef.patch axiosRef.delete axiosRef.request`, request),
    ...on('@angular/common/http#HttpClient', `${verbs} request jsonp options`, request),

    ...on('got', `default got ${verbs} Got stream paginate`, request),
    ...on('got#Got', `${verbs} stream`, request),
    ...on('got', 'extend', returns('got#Got')),
    ...on('got#Got', 'extend', self),
    ...on('ky ky-universal', `default ${verbs}`, request),
    ...on('ky', 'KyInstance', request),
    ...on('ky#KyInstance', verbs, request),
    ...on('ky', 'create extend', returns('ky#KyInstance')),
    ...on('ky#KyInstance', 'create extend', self),

    ...on('superagent', `default ${verbs} del`, request),
    ...on('superagent', 'agent', returns('superagent#SuperAgent')),
    ...on('superagent#SuperAgent', `${verbs} del`, request),
    ...on('request request-promise request-promise-native', 'defaults', returns('request#RequestAPI')),
    ...on('request', 'RequestAPI', { ...request, callbacks: 'later' }),
    ...on('request#RequestAPI', `${verbs} del`, { ...request, callbacks: 'later' }),
    ...on('request request-promise request-promise-native', `default ${verbs} del`, { ...request, callbacks: 'later' }),
    ...on('needle', `default ${verbs} request`, { ...request, callbacks: 'later' }),
    ...on('bent', 'default', returns('bent#RequestFunction')),
    ...on('bent', 'RequestFunction', request),
    ...on('phin unfetch isomorphic-unfetch', 'default', request),
    ...on('follow-redirects', 'http.get http.request https.get https.request', { ...request, callbacks: 'later' }),
    ...on('wretch', 'default', returns('wretch#Wretch')),
    ...on('wretch#Wretch', verbs, request),
    ...on('wretch#Wretch', 'url headers auth query json body options', self),

    ...on('graphql-request', 'default request rawRequest', request),
    ...on('graphql-request', 'batchRequests', { op: { kind: 'request', weight: 'heavy', bulk: true } }),
    ...on('graphql-request#GraphQLClient', 'request rawRequest', request),
    ...on('graphql-request#GraphQLClient', 'batchRequests', { op: { kind: 'request', weight: 'heavy', bulk: true } }),
    ...on('@apollo/client#ApolloClient @apollo/client/core#ApolloClient', 'query mutate', request),
    ...on('nodemailer', 'createTransport', returns('nodemailer#Transporter', { op: { kind: 'build', weight: 'heavy' } })),
    ...on('nodemailer#Transporter', 'sendMail', { ...request, mails: true }),
    ...on('puppeteer playwright puppeteer-core playwright-core', 'launch chromium.launch firefox.launch webkit.launch', {
      op: { kind: 'build', weight: 'heavy' },
    }),
    ...on('eventsource', 'default', entry('event')),
  ],
  types: [
    ...alike('axios#AxiosInstance axios#AxiosStatic', 'axios#Axios'),
    ...alike('undici#Client undici#Pool undici#Agent undici#ProxyAgent undici#BalancedPool', 'undici#Dispatcher'),
    ...alike('got#default', 'got#Got'),
    ...alike('ky#default', 'ky#KyInstance'),
    ...alike('superagent#SuperAgentStatic superagent#SuperAgentRequest', 'superagent#SuperAgent'),
  ],
};
