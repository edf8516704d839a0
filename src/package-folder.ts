import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of this package: the nearest above this file, be it source or compiled, that has a `package.json`. */
export function packageFolder(folder = __dirname): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageFolder(dirname(folder));
}
