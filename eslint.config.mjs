import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', '.sanad/', '.astro/', 'node_modules/', 'tests/.output/', 'tests/fixtures/', 'src/env.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  ...astro.configs.recommended,
  { languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.astro'] } } },
  {
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // TypeScript itself demands brackets where a name comes from an index signature.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
    },
  },
  { files: ['public/*.js'], languageOptions: { globals: { document: 'readonly', localStorage: 'readonly' } } },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
  { files: ['**/*.mjs', '**/*.astro', '**/*.astro/*.ts'], extends: [tseslint.configs.disableTypeChecked] },
  {
    // What is shown is built from text and elements. Text that becomes HTML or code is refused by the published policy too.
    files: ['src/**/client/**/*.ts', 'public/*.js'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          'MemberExpression[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
          'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment)$/]',
          "CallExpression[callee.object.name='document'][callee.property.name=/^(write|writeln)$/]",
          'NewExpression[callee.name=/^(DOMParser|Function)$/]',
          "CallExpression[callee.name='eval']",
        ].map((selector) => ({ selector, message: 'No text becomes HTML or code: build elements.' })),
      ],
    },
  },
  {
    files: ['src/{diagnostic,schema,text,anchor,mention,graph,check,export,render}/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'Levels 0 to 6 are pure: the machine is none of their business.' },
        { name: 'setTimeout', message: 'Levels 0 to 6 are pure: no clock.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'No chance in levels 0 to 6.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'No clock in levels 0 to 6.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'No clock in levels 0 to 6.' },
      ],
    },
  },
);
