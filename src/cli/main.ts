#!/usr/bin/env node
import { statSync } from 'node:fs';
import * as modules from 'node:module';
import { join } from 'node:path';
import { compiledModule } from '../compiled-module';

/**
 * Start-up is most of a small run, and most of start-up is finding, reading and compiling some seven hundred files. So
 * the build joins what `check` needs into one file, and keeps what V8 made of it (scripts/bundle.mjs). Without them, as
 * in a checkout that was compiled by hand, the same program runs from its files.
 */
const program = join(__dirname, 'program.js');
const bundle = join(__dirname, 'bundle.js');

if (!isCurrent(bundle)) require('./program');
else if (compiledModule(bundle) === undefined) {
  // Since Node 22 there is a cache of its own.
  (modules as { readonly enableCompileCache?: () => unknown }).enableCompileCache?.();
  modules.createRequire(__filename)('./bundle.js');
}

/** A bundle that is older than the files it was made of is none. */
function isCurrent(file: string): boolean {
  const made = statSync(file, { throwIfNoEntry: false });
  return made !== undefined && made.mtimeMs >= statSync(program).mtimeMs;
}
