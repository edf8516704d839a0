import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compiledModule } from '../src/compiled-module';

/**
 * What the package gives for `demarc/aspects`: every synthesis of an app loads it, so it is one file, from what V8 has made
 * of it where there is such a thing (scripts/bundle.mjs).
 */
const bundle = join(__dirname, 'bundle.js');
(module as { exports: unknown }).exports = compiledModule(bundle) ?? createRequire(__filename)(bundle);
