/**
 * Files whose exports a framework calls. An exported object stands for the functions in it (`export default { fetch }`, `export const actions = { … }`). Paths are relative to the package root; several roots are usual (`src/`, `apps/web/`).
 */
import type { ComponentRow, DirectiveRow, EntryKind, FileEntryRow } from '../../../model/knowledge.ts';

const ext = String.raw`\.(?:[cm]?[jt]s|[jt]sx)$`;
const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

function files(
  framework: string,
  dependsOn: readonly string[],
  entries: readonly (readonly [path: string, exports: readonly string[], entry: EntryKind])[],
  more: Pick<FileEntryRow, 'ofObject' | 'serverless'> = {},
): FileEntryRow[] {
  return entries.map(([path, exports, entry]) => ({ path: new RegExp(`(?:^|/)${path}${ext}`), exports, entry, framework, dependsOn, ...more }));
}

export const fileEntries: readonly FileEntryRow[] = [
  ...files(
    'Next.js',
    ['next'],
    [
      ['pages/api/.+', ['default'], 'request'],
      ['pages/(?!api/)(?!_document)(?!_app).+', ['getServerSideProps', 'getInitialProps'], 'request'],
      ['pages/(?!api/).+', ['default'], 'render'],
      ['app/(?:.+/)?route', methods, 'request'],
      ['app/(?:.+/)?(?:page|layout|template|loading|error|not-found|default)', ['default', 'generateMetadata'], 'render'],
      ['app/(?:.+/)?(?:actions?|server-actions?)', ['*'], 'request'],
      ['(?:middleware|proxy)', ['middleware', 'proxy', 'default'], 'request'],
    ],
  ),
  ...files(
    'Remix',
    ['@remix-run/react', '@remix-run/node', '@remix-run/cloudflare', '@remix-run/server-runtime', '@react-router/dev', '@react-router/node'],
    [
      [String.raw`app/(?:routes/.+|root|entry\.server)`, ['loader', 'action'], 'request'],
      ['app/(?:routes/.+|root)', ['default'], 'render'],
      [String.raw`app/entry\.server`, ['default', 'handleRequest'], 'request'],
    ],
  ),
  ...files(
    'SvelteKit',
    ['@sveltejs/kit'],
    [
      [String.raw`\+server`, [...methods, 'fallback'], 'request'],
      [String.raw`\+(?:page|layout)(?:\.server)?`, ['load', 'actions'], 'request'],
      [String.raw`hooks(?:\.server)?`, ['handle', 'handleFetch', 'handleError'], 'request'],
    ],
  ),
  ...files(
    'Nuxt',
    ['nuxt', 'nuxt3', 'nitropack', 'nitro', 'h3'],
    [
      ['server/(?:api|routes|middleware)/.+', ['default'], 'request'],
      ['server/tasks/.+', ['default'], 'job'],
    ],
  ),
  ...files(
    'Astro',
    ['astro'],
    [
      ['src/pages/.+', [...methods, 'ALL'], 'request'],
      ['src/middleware', ['onRequest'], 'request'],
    ],
  ),
  ...files('SolidStart', ['@solidjs/start', 'solid-start'], [['src/routes/.+', methods, 'request']]),
  ...files('TanStack Start', ['@tanstack/react-start', '@tanstack/start'], [['routes/.+', ['loader', 'ServerRoute'], 'request']]),
  ...files(
    'Gatsby',
    ['gatsby'],
    [
      ['src/api/.+', ['default'], 'request'],
      ['src/pages/.+', ['getServerData'], 'request'],
    ],
  ),
  ...files(
    'RedwoodJS',
    ['@redwoodjs/api'],
    [
      ['api/src/functions/.+', ['handler'], 'request'],
      ['api/src/services/.+', ['*'], 'resolver'],
    ],
  ),
  ...files('Vercel', ['@vercel/node', '@vercel/functions', '@vercel/edge'], [['api/.+', ['default', ...methods], 'request']]),
  ...files(
    'Netlify',
    ['@netlify/functions', '@netlify/edge-functions', 'netlify-cli'],
    [
      ['netlify/(?:edge-)?functions/.+', ['handler', 'default'], 'request'],
      ['functions/.+', ['handler'], 'request'],
    ],
  ),
  ...files(
    'AWS Lambda',
    [
      'aws-lambda',
      '@types/aws-lambda',
      'serverless',
      '@middy/core',
      'serverless-offline',
      'aws-cdk-lib',
      'sst',
      '@serverless/typescript',
      '@aws-lambda-powertools/logger',
    ],
    [['.+', ['handler', 'lambdaHandler'], 'request']],
    { serverless: 'named' },
  ),
  ...files('Cloudflare Workers', ['wrangler', '@cloudflare/workers-types'], [['(?:src/)?(?:index|worker|main|server)', ['default'], 'request']], {
    ofObject: true,
    serverless: 'isolate',
  }),
  ...files(
    'Cloudflare Pages',
    ['wrangler', '@cloudflare/workers-types'],
    [
      [
        'functions/.+',
        ['onRequest', 'onRequestGet', 'onRequestPost', 'onRequestPut', 'onRequestPatch', 'onRequestDelete', 'onRequestHead', 'onRequestOptions'],
        'request',
      ],
    ],
    { serverless: 'isolate' },
  ),
  ...files('Azure Functions', ['@azure/functions'], [['[^/]+/index', ['default', 'run', 'httpTrigger'], 'request']]),
  ...files('Google Cloud Functions', ['@google-cloud/functions-framework'], [['(?:src/)?index', ['*'], 'request']]),
  ...files(
    'Strapi',
    ['@strapi/strapi', 'strapi'],
    [
      ['src/api/[^/]+/controllers/.+', ['default', '*'], 'request'],
      ['src/api/[^/]+/services/.+', ['default', '*'], 'request'],
    ],
  ),
  ...files('Sails', ['sails'], [['api/controllers/.+', ['*'], 'request']]),
  ...files('Moleculer', ['moleculer'], [[String.raw`services/.+\.service`, ['default', '*'], 'message']]),
  ...files('Deno Fresh', ['$fresh', '@fresh/core'], [['routes/.+', ['handler', 'handlers', ...methods], 'request']]),
];

export const directives: readonly DirectiveRow[] = [{ directive: 'use server', entry: 'request', framework: 'React' }];

export const components: readonly ComponentRow[] = [
  { framework: 'React', dependsOn: ['react', 'next', '@types/react'] },
  { framework: 'Preact', dependsOn: ['preact'] },
];
