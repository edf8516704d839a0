import type { Path } from '../model/value';

/** One thing that is wrong in a configuration. Lines and columns count from 1. */
export interface Problem {
  readonly path: Path;
  readonly message: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** A configuration that cannot be used. The message has one line a problem, with its place where it is known. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(
    readonly file: string | null,
    readonly problems: readonly Problem[],
  ) {
    super(problems.map((problem) => describe(file, problem)).join('\n'));
  }
}

function describe(file: string | null, { path, message, line, column }: Problem): string {
  const place = line === undefined ? '' : `:${String(line)}:${String(column ?? 1)}`;
  const where = [...(file === null ? [] : [`${file}${place}`]), ...(path.length === 0 ? [] : [pathText(path)])];
  return [...where, message].join(': ');
}

/** `waivers[0].until`. */
const pathText = (path: Path): string =>
  path.map((key, index) => (typeof key === 'number' ? `[${String(key)}]` : index === 0 ? key : `.${key}`)).join('');
