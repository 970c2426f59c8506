// Plugins of bundlers: their hooks run per build and per module.
//- package.json
{ "devDependencies": { "webpack": "5.0.0", "rollup": "4.0.0" } }
//- webpack/banner.js
const fs = require('fs');

const banner = fs.readFileSync('banner.txt', 'utf8'); //= once, when the module is loaded

class BannerPlugin {
  constructor(options) {
    this.path = fs.realpathSync(options.path); //= once, when the plugin is made
  }

  apply(compiler) {
    const notice = fs.readFileSync(this.path, 'utf8'); //= once, when the plugin is applied
    compiler.hooks.environment.tap('Banner', () => {
      fs.readFileSync('environment.json', 'utf8'); //= once, before the first build
    });
    compiler.hooks.thisCompilation.tap('Banner', (compilation) => {
      const { hooks } = compilation;
      compilation.hooks.succeedModule.tap('Banner', (module) => {
        fs.statSync(module.resource); //! sync-io-in-hot-path hint
      });
      hooks.processAssets.tap({ name: 'Banner', stage: 0 }, () => {
        fs.readFileSync(banner + notice, 'utf8'); //! sync-io-in-hot-path hint
      });
    });
    compiler.hooks.done.tapAsync('Banner', (_stats, done) => {
      fs.writeFileSync('done.json', '{}'); //! sync-io-in-hot-path hint
      done();
    });
    this.listen(compiler);
  }

  listen(target) {
    target.plugin('emit', (_compilation, done) => {
      fs.writeFileSync('emit.json', '{}'); //! sync-io-in-hot-path hint
      done();
    });
  }
}

/** Its method shares the name; what it is handed has no hooks of webpack. */
class Patch {
  apply(target) {
    target.store.each('name', () => fs.readFileSync('patch.txt')); //= no hook of a compiler
  }
}

module.exports = { BannerPlugin, Patch };
//- webpack/typed.ts
import { existsSync } from 'node:fs';
import { type Compilation, type Compiler, NormalModule, type WebpackPluginInstance } from 'webpack';

export const plugin: WebpackPluginInstance = {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('Typed', (compilation) => {
      NormalModule.getCompilationHooks(compilation).loader.tap('Typed', () => existsSync('loader')); //! sync-io-in-hot-path hint
    });
  },
};

export function watch(compilation: Compilation): void {
  compilation.hooks.buildModule.tap('Watch', () => existsSync('watch')); //! sync-io-in-hot-path hint
}
//- bundle.ts
import { existsSync, readFileSync } from 'node:fs';
import type { Plugin } from 'rollup';
import { createUnplugin } from 'unplugin';
import { createServer, type Plugin as VitePlugin } from 'vite';

export function svg(): Plugin {
  const template = readFileSync('template.svg', 'utf8'); //= once, when the plugin is made
  return {
    name: 'svg',
    buildStart() {
      readFileSync('cache.json', 'utf8'); //= once per build, not per module
    },
    resolveId(id) {
      return existsSync(id) ? id : null; //! sync-io-in-hot-path hint
    },
    load: {
      filter: { id: /\.svg$/ },
      handler(id) {
        return template + readFileSync(id, 'utf8'); //! sync-io-in-hot-path hint
      },
    },
  };
}

export const pages: VitePlugin[] = [
  { name: 'pages', configResolved: () => void readFileSync('vite.json'), transform: (_code, id) => readFileSync(id, 'utf8') }, //! sync-io-in-hot-path hint
];

const raw = () => ({
  name: 'raw',
  load: (id: string) => readFileSync(id, 'utf8'), //! sync-io-in-hot-path hint
});
await createServer({ plugins: [raw()], root: readFileSync('root.txt', 'utf8') }); //= once, for the server's options

export const icons = createUnplugin(() => ({
  name: 'icons',
  transform(code: string) {
    return code + readFileSync('icons.json', 'utf8'); //! sync-io-in-hot-path hint
  },
}));

/** The same shape, and no plugin. */
export const upper = () => ({
  name: 'upper',
  transform: (name: string) => readFileSync(name, 'utf8'), //= our own function, which no bundler is given
});
//- vite-plugin-markdown.js
import { readFileSync } from 'node:fs';

/** Published, so no configuration is here to be seen: the file's name and the shape say what it is. */
export default function markdown() {
  return {
    name: 'markdown',
    transform(_code, id) {
      return readFileSync(`${id}.html`, 'utf8'); //! sync-io-in-hot-path hint
    },
  };
}
