// Visitors of compilers and linters: they run per node.
//- package.json
{ "devDependencies": { "@babel/core": "7.0.0", "eslint": "9.0.0" } }
//- babel/inline.js
const { readFileSync } = require('fs');
const traverse = require('@babel/traverse').default;

module.exports = function ({ types: t }, options) {
  const root = readFileSync(options.root, 'utf8'); //= once, when the plugin is made
  return {
    name: 'inline',
    visitor: {
      'ImportDeclaration|ExportAllDeclaration'(path) {
        path.replaceWith(t.stringLiteral(root + readFileSync(path.node.source.value, 'utf8'))); //! sync-io-in-hot-path hint
      },
      Program: {
        exit() {
          readFileSync('footer.txt', 'utf8'); //! sync-io-in-hot-path hint
        },
      },
    },
  };
};

module.exports.imports = (ast) =>
  traverse(ast, {
    CallExpression(path) {
      readFileSync(path.node.arguments[0].value); //! sync-io-in-hot-path hint
    },
  });
//- babel/typed.ts
import { readFileSync } from 'node:fs';
import type { PluginObj } from '@babel/core';
import { declare } from '@babel/helper-plugin-utils';

export function constants(): PluginObj {
  return { visitor: { Identifier: (path) => void readFileSync(path.node.name) } }; //! sync-io-in-hot-path hint
}

export default declare((api) => {
  api.assertVersion(Number(readFileSync('version.txt', 'utf8'))); //= once, when the plugin is made
  return { visitor: { StringLiteral: (path: any) => void readFileSync(path.node.value) } }; //! sync-io-in-hot-path hint
});
//- eslint/no-missing.js
import { existsSync, readFileSync } from 'node:fs';

const known = readFileSync('known.json', 'utf8'); //= once, when the module is loaded

export default {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const own = readFileSync('package.json', 'utf8'); //! sync-io-in-hot-path hint
    return {
      ImportDeclaration(node) {
        if (!existsSync(node.source.value)) context.report({ node, message: own + known }); //! sync-io-in-hot-path hint
      },
      'Program:exit'() {
        readFileSync('report.json', 'utf8'); //! sync-io-in-hot-path hint
      },
    };
  },
};
//- eslint/typed.ts
import { readFileSync } from 'node:fs';
import { ESLintUtils } from '@typescript-eslint/utils';
import type { Rule } from 'eslint';

const createRule = ESLintUtils.RuleCreator((name) => readFileSync(name, 'utf8')); //= once per rule, for its page

export const typed = createRule({
  name: 'typed',
  create: () => ({ TSAsExpression: () => void readFileSync('casts.json') }), //! sync-io-in-hot-path hint
});

export const plain: Rule.RuleModule = {
  create() {
    return { Identifier: () => void readFileSync('names.json') }; //! sync-io-in-hot-path hint
  },
};
