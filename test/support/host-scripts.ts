import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { folderWith } from './command-line';

/** Runs the scripts of build servers for real, with commands of ours where they would reach the network. */

/** Notes its arguments, and runs the command line of this tree in place of a package. */
const npx = `#!/bin/sh
printf '%s\\0' "$@" > "$STUBS/npx"
if [ -n "$NPX_CODE" ]; then exit "$NPX_CODE"; fi
while [ "$1" != -- ]; do shift; done
shift 2
exec node -r '${resolve('test/support/typescript.cjs')}' '${resolve('src/cli/main.ts')}' "$@"
`;

/** Notes its arguments call by call, its host and the marker that its filter looks for; prints what GH_FOUND says. */
const gh = `#!/bin/sh
printf '%s\\0' "$@" >> "$STUBS/gh"
printf '\\n' >> "$STUBS/gh"
printf '%s' "$GH_HOST $DEMARC_MARKER" > "$STUBS/settings"
case "$*" in *--paginate*) printf '%s' "$GH_FOUND" ;; esac
exit "\${GH_CODE:-0}"
`;

/** Prints the plan that stands beside it. */
const terraform = `#!/bin/sh
printf '%s\\0' "$@" > "$STUBS/terraform"
cat "$STUBS/plan.json"
`;

export interface Workplace {
  /** Where the script runs. Its name has a space in it. */
  readonly folder: string;
  readonly run: (script: string, options?: RunOptions) => ScriptResult;
  /** The arguments that the stand-in for a command was last given, or undefined where it was not called. */
  readonly argumentsOf: (command: 'npx' | 'terraform') => readonly string[] | undefined;
  /** The same for every call of gh. */
  readonly calls: () => readonly (readonly string[])[];
  /** Its host, and the marker that its filter looks for. */
  readonly settings: () => string;
  readonly exists: (name: string) => boolean;
  readonly read: (name: string) => string;
}

interface RunOptions {
  readonly shell?: 'bash' | 'sh';
  readonly env?: Readonly<Record<string, string>>;
}

export interface ScriptResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** What the script told the build server, by name. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** How GitHub and GitLab start a script. */
const shells = { bash: ['bash', '--noprofile', '--norc', '-eo', 'pipefail'], sh: ['sh', '-e'] } as const;

/** A folder with files, and commands beside it that stand in for npx, gh and terraform. */
export function workplace(files: Readonly<Record<string, string>>, plan = ''): Workplace {
  const root = folderWith({
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [`work place/${name}`, text])),
    'work place/': '',
    'temporary/': '',
    'stubs/plan.json': plan,
    'bin/npx': npx,
    'bin/gh': gh,
    'bin/terraform': terraform,
  });
  for (const name of ['npx', 'gh', 'terraform']) chmodSync(join(root, 'bin', name), 0o755);
  const folder = join(root, 'work place');
  const stubs = join(root, 'stubs');
  const noted = (name: string) => (existsSync(join(stubs, name)) ? readFileSync(join(stubs, name), 'utf8') : undefined);
  const split = (text: string) => text.split('\0').slice(0, -1);
  return {
    folder,
    run: (script, { shell = 'bash', env = {} } = {}) => {
      const [command, ...options] = shells[shell];
      const [file, output] = [join(root, 'script'), join(root, 'output')];
      writeFileSync(file, script);
      writeFileSync(output, '');
      mkdirSync(folder, { recursive: true });
      const { status, stdout, stderr } = spawnSync(command, [...options, file], {
        cwd: folder,
        encoding: 'utf8',
        env: {
          PATH: [join(root, 'bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
          HOME: homedir(),
          TMPDIR: join(root, 'temporary'),
          RUNNER_TEMP: join(root, 'temporary'),
          GITHUB_OUTPUT: output,
          STUBS: stubs,
          ...env,
        },
      });
      const outputs = readFileSync(output, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
      return { code: status, out: stdout, err: stderr, outputs: Object.fromEntries(outputs) as Record<string, string> };
    },
    argumentsOf: (command) => {
      const text = noted(command);
      return text === undefined ? undefined : split(text);
    },
    calls: () => (noted('gh') ?? '').split('\n').slice(0, -1).map(split),
    settings: () => noted('settings') ?? '',
    exists: (name) => existsSync(join(folder, name)),
    read: (name) => readFileSync(join(folder, name), 'utf8'),
  };
}
