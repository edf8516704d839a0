import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Data moves left to right and never back; each arrow that may not exist is one sentence here. */
const layer = (files, ...forbidden) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [outside, ...[...forbidden, inside].map(([group, message]) => ({ group, message }))] },
    ],
  },
});
const outside = {
  regex: '^(aws-cdk-lib|constructs|cdktf|cdktn|@cdktf|@cdktn)(/|$)',
  message: 'Only aspects/ may know the CDK.',
};
const inside = [['**/aspects/**'], 'The engine does not know who runs it inside an app.'];
const folders = ['readers', 'services', 'controls', 'iam', 'hcl', 'fixes', 'html', 'responsibility', 'gate', 'reports', 'cli', 'hosts']; // prettier-ignore
const except = (...allowed) => folders.filter((name) => !allowed.includes(name)).map((name) => `**/${name}/**`);

export default defineConfig(
  { ignores: ['dist', 'node_modules', 'coverage', '**/*.cjs', 'fixtures'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { ignoreRestSiblings: true, argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
    },
  },
  {
    // What a run may not need is required where it is needed: start-up is most of a small run.
    files: ['src/**/*.ts'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
  {
    // Jest's matchers are declared in a namespace, and in no other way.
    files: ['aspects/testing.ts'],
    rules: {
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  { files: ['test/**/*.test.ts'], ...jest.configs['flat/recommended'] },
  {
    files: ['test/**/*.test.ts'],
    rules: {
      'jest/valid-title': 'off',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }],
      'jest/no-conditional-expect': 'off',
    },
  },
  {
    // What begins with a spread and goes on with more is a class of its own to V8: it takes long to make, and long to read.
    files: ['src/services/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ObjectExpression > SpreadElement:first-child ~ Property[key.name="kind"]',
          message: 'Begin a fact with its kind, and spread what it is about behind it: { kind, …, ...about }.',
        },
      ],
    },
  },
  layer(['src/model/**'], [except(), 'The model knows nothing else.']),
  layer(
    ['src/iam/**', 'src/hcl/**'],
    [[...except(), '**/model/**'], 'A pure engine, usable on its own: it imports nothing.'],
  ),
  layer(
    ['src/readers/**'],
    [except('readers', 'hcl'), 'A reader hands over what was written; it never sees what that means.'],
  ),
  layer(
    ['src/services/**'],
    [except('services', 'iam'), 'A service says what resources mean; it knows neither dialects nor requirements.'],
  ),
  layer(
    ['src/controls/**'],
    [except('controls', 'iam'), 'A control judges facts; it never sees a reader or a service.'],
  ),
  layer(['src/responsibility/**'], [except('responsibility', 'html'), 'The line is computed from the model.']),
  layer(['src/gate/**'], [except('gate', 'controls'), 'The gate decides on findings; it reads and judges nothing.']),
  layer(['src/fixes/**'], [except('fixes', 'hcl'), 'A fix is an edit of what is written; it judges nothing.']),
  layer(['src/html/**'], [[...except('html'), '**/model/**'], 'A page is a page, whatever it is about.']),
  layer(['src/reports/**'], [except('reports', 'html'), 'A report turns a result into text, and nothing else.']),
  layer(['src/hosts/**'], [['**/cli/**'], 'A host is no command line.']),
  {
    files: ['aspects/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?:aws-cdk-lib(?!/core$)|@?cdkt[fn](?:/|$))',
              message:
                'Only aws-cdk-lib/core: every other module costs its loading, and may be there twice or not at all.',
            },
            { group: ['**/cli/**', '**/hosts/**'], message: 'An app is no command line.' },
          ],
        },
      ],
    },
  },
);
