/** Bundlers, compilers and linters: what their plugins register runs once per file, module or node of a tree. */
import { alike, entry, type Family, hooks, on, returns, words } from '../../words.ts';

const event = entry('event');
const compiler = 'webpack#Compiler';
const compilation = 'webpack#Compilation';
const factory = 'webpack#NormalModuleFactory';
const parser = 'webpack#JavascriptParser';
const tap = 'tap tapAsync tapPromise';

/** `hooks.emit.tap`, `hooks.emit.tapAsync`, `hooks.emit.tapPromise`. */
function taps(names: string): string {
  return words(names)
    .flatMap((name) => words(tap).map((how) => `hooks.${name}.${how}`))
    .join(' ');
}

/** Not its hooks of the start and the end: environment, entryOption, afterPlugins, initialize, shutdown. */
const webpack: Family = {
  rows: [
    ...on(
      compiler,
      taps('compilation thisCompilation make finishMake emit afterEmit afterCompile shouldEmit'),
      entry('event', { hands: [compilation] }),
    ),
    ...on(compiler, taps('normalModuleFactory'), entry('event', { hands: [factory] })),
    ...on(compiler, taps('beforeCompile compile watchRun beforeRun run done afterDone assetEmitted invalid failed contextModuleFactory'), event),
    ...on(compilation, taps('*'), event),
    ...on(factory, taps('beforeResolve factorize resolve resolveForScheme afterResolve createModule module'), event),
    ...on(factory, 'hooks.parser.for', returns('webpack#ParserHook')),
    ...on('webpack#ParserHook', tap, { callbacks: 'later', hands: [parser] }),
    ...on(parser, taps('program finish statement import importSpecifier export exportSpecifier'), event),
    ...on(parser, 'hooks.*.for', returns('webpack#HookMap')),
    ...on('webpack#HookMap', tap, event),
    // Until webpack 3.
    ...on(compiler, 'plugin', entry('event', { hands: [compilation], once: ['environment', 'after-environment', 'entry-option', 'after-plugins'] })),
    ...on(`${compilation} ${parser}`, 'plugin', event),
    ...on('webpack', 'NormalModule.getCompilationHooks', returns('webpack#ModuleHooks')),
    ...on('html-webpack-plugin', 'getHooks', returns('webpack#ModuleHooks')),
    ...on('webpack#ModuleHooks', '*.tap *.tapAsync *.tapPromise', event),
    ...on('webpack', 'default', returns(compiler)),
  ],
  types: [
    ...alike('@rspack/core#Compiler webpack#webpack.Compiler webpack#default.Compiler', compiler),
    ...alike('@rspack/core#Compilation webpack#webpack.Compilation webpack#compilation.Compilation webpack#default.Compilation', compilation),
  ],
  hooks: hooks('webpack', 'WebpackPluginInstance', '', 'event', {
    hands: [{ member: 'apply', types: [compiler] }],
    looks: { as: 'class', has: ['apply'], dependsOn: ['webpack', '@rspack/core', 'webpack-sources', 'schema-utils'] },
  }),
};

/** Not `options`, `buildStart`, `config` and `configResolved`: those run once per build. */
const perModule = `resolveId load transform shouldTransformCachedModule moduleParsed resolveDynamicImport resolveFileUrl renderChunk augmentChunkHash
   transformIndexHtml handleHotUpdate hotUpdate transformInclude loadInclude`;

const rollup: Family = {
  rows: [
    ...on('vite vitest/config', 'defineConfig createServer build', { given: 'vite#UserConfig' }),
    ...on('rollup rolldown', 'defineConfig rollup rolldown watch', { given: 'vite#UserConfig' }),
    ...on('unplugin', 'createUnplugin createRollupPlugin createVitePlugin', { given: 'unplugin#UnpluginFactory' }),
    ...on('esbuild#PluginBuild', 'onLoad onResolve', event),
    ...on('esbuild#PluginBuild', 'onEnd onStart', event),
  ],
  hooks: [
    ...hooks('vite rolldown', 'Plugin PluginOption', perModule, 'event'),
    ...hooks('unplugin', 'UnpluginOptions', perModule, 'event'),
    ...hooks('rollup', 'Plugin', perModule, 'event', {
      // Other things have a name and transform something, too.
      looks: {
        as: 'object',
        has: ['name', 'transform'],
        dependsOn: ['rollup', 'vite', 'rolldown'],
        path: /(rollup|vite|unplugin)[^/]*plugin|plugin[^/]*(rollup|vite)/,
      },
    }),
    ...hooks(
      'vite',
      'UserConfig',
      words(perModule)
        .map((name) => `plugins.${name}`)
        .join(' '),
      'event',
    ),
    ...hooks(
      'unplugin',
      'UnpluginFactory',
      words(perModule)
        .map((name) => `().${name}`)
        .join(' '),
      'event',
    ),
  ],
};

/** Visitors: `{ visitor: { Identifier(path) {} } }`, `create(context) { return { Identifier(node) {} }; }`. */
const visitors: Family = {
  rows: [
    ...on('@babel/traverse', 'default', { given: 'babel#Visitor' }),
    ...on('@babel/core', 'traverse', { given: 'babel#Visitor' }),
    ...on('@babel/helper-plugin-utils', 'declare', { given: 'babel#PluginFactory' }),
    ...on('@typescript-eslint/utils', 'ESLintUtils.RuleCreator', returns('eslint#RuleCreator')),
    ...on('@typescript-eslint/utils', 'ESLintUtils.RuleCreator.withoutDocs', { given: 'eslint#Rule.RuleModule' }),
    ...on('eslint', 'RuleCreator', { given: 'eslint#Rule.RuleModule' }),
  ],
  hooks: [
    ...hooks('babel @babel/core @babel/traverse', 'Visitor TraverseOptions', '*', 'event'),
    ...hooks('@babel/core @babel/core#babel @babel/core#default', 'PluginObj', 'visitor.* pre post', 'event'),
    ...hooks('eslint @typescript-eslint/utils#TSESLint', 'RuleModule', 'create create().*', 'event'),
    ...hooks('babel', 'PluginFactory', '().visitor.* ().pre ().post', 'event'),
    ...hooks('babel', 'PluginObject', 'visitor.* pre post', 'event', {
      looks: { as: 'object', has: ['visitor'], dependsOn: ['@babel/core', 'babel-core', '@babel/types', '@babel/helper-plugin-utils'] },
    }),
    ...hooks('eslint', 'Rule.RuleModule', 'create create().*', 'event', {
      looks: { as: 'object', has: ['meta', 'create'], dependsOn: ['eslint', '@typescript-eslint/utils', 'espree', 'eslint-scope'] },
    }),
    ...hooks('eslint', 'Rule.RuleListener', '*', 'event'),
  ],
};

const parts = [webpack, rollup, visitors];

export const plugins: Family = {
  rows: parts.flatMap((part) => part.rows ?? []),
  types: parts.flatMap((part) => part.types ?? []),
  hooks: parts.flatMap((part) => part.hooks ?? []),
};
