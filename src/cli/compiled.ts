#!/usr/bin/env node
import * as modules from 'node:module';
import { join } from 'node:path';
import { compiledModule } from '../compiled-module';

/**
 * What the package runs as `demarc`, in the place of main.js. Start-up is most of a small run, and most of start-up is finding,
 * reading and compiling some seven hundred files. So the build joins what `check` needs into one file, and keeps what V8 made
 * of it (scripts/bundle.mjs). In a checkout that was compiled by hand, the same program runs from its files.
 */
const bundle = join(__dirname, 'bundle.js');

if (compiledModule(bundle) === undefined) {
  // Since Node 22 there is a cache of its own.
  (modules as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
  modules.createRequire(__filename)('./bundle.js');
}
