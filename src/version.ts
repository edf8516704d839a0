import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version of this package: of the nearest `package.json` above this file, be it source or compiled. */
export function toolVersion(folder = __dirname): string {
  const path = join(folder, 'package.json');
  if (!existsSync(path)) return toolVersion(dirname(folder));
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly version: string }).version;
}
