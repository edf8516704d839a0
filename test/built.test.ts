import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, realpathSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DemarcPlugin } from '../aspects';
import { compiledCodeOf } from '../src/compiled-module';
import { demarcIn, folderWith, volume } from './support/command-line';

/** What the package ships is joined from the sources in ways that no other test sees (scripts/bundle.mjs). */

const root = join(__dirname, '..');
const main = join(root, 'dist/src/cli/main.js');
const built = join(root, 'dist/aspects');
const bundle = join(built, 'bundle.js');

/** When a file was last written, or of a folder the newest of its files. */
function writtenAt(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry) return 0;
  return entry.isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => writtenAt(join(path, name))))
    : entry.mtimeMs;
}

beforeAll(() => {
  const newest = Math.max(...['src', 'aspects', 'scripts/bundle.mjs'].map((path) => writtenAt(join(root, path))));
  if (writtenAt(compiledCodeOf(bundle)) > newest) return;
  const { status, stderr } = spawnSync('npm', ['run', 'build'], { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}, 120_000);

const configuration = `preset: strict
waivers:
  - control: storage-encrypted
    resource: Data
    reason: nothing is kept on it
    owner: storage
    until: 2099-01-01
`;
const stacks = join(root, 'fixtures');

describe('the built command line says what its sources say', () => {
  const folder = folderWith({
    'demarc.config.yaml': configuration,
    'wrong.yaml': 'presets: strict\n',
    'broken.yaml': 'Resources: [',
    'parameters.json': '[{ "ParameterKey": "Stage", "ParameterValue": "test" }]',
    'stack.json': volume(false),
    'before.json': volume(true),
    'cdk.tf.json': JSON.stringify({
      '//': { metadata: { backend: 'local', stackName: 'app', version: '0.20.0' } },
      resource: { aws_ebs_volume: { data: { size: 8 } } },
    }),
  });

  test.each<readonly string[]>([
    ['check', '--format', 'json', 'stack.json'],
    ['check', 'stack.json', 'cdk.tf.json'],
    ['check', 'broken.yaml'],
    ['check', '--config', 'wrong.yaml', 'stack.json'],
    ['check', '--parameters', 'parameters.json', join(stacks, 'templates/leaky.yaml')],
    ...['json', 'pretty', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'html'].map((format) => [
      ...['check', '--format', format, join(stacks, 'templates/leaky.yaml'), join(stacks, 'templates/serverless.yaml')],
    ]),
    ...['azure', 'google', 'saas'].map((cloud) => ['check', '--format', 'sarif', join(stacks, `clouds/${cloud}-leaky`)]),
    ['check', '--format', 'json', join(stacks, 'plans/leaky.json'), join(stacks, 'plans/update.json')],
    ['check', '--format', 'json', join(stacks, 'sources')],
    ['fix', join(stacks, 'templates/leaky.yaml'), join(stacks, 'sources/leaky')],
    ['matrix', 'stack.json'],
    ['baseline', '--output', 'known.json', 'stack.json'],
    ['check', '--baseline', 'known.json', 'stack.json'],
  ])('%s %s %s %s', (...argv) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...argv], {
      cwd: folder,
      encoding: 'utf8',
      env: {},
      maxBuffer: 1 << 28,
    });
    const { code, out, err } = demarcIn(folder, argv);
    expect({ code: status, out: stdout, err: stderr }).toEqual({ code, out, err });
    expect(out + err).not.toBe('');
  }); // prettier-ignore
});

test('the built command line runs from what V8 has made of one file, whenever the files of the package were written', () => {
  const hook = "process.on('exit', () => console.log(Object.keys(require.cache).join()))";
  const folder = folderWith({ 'hook.cjs': hook });
  const installed = join(folder, 'node_modules/demarc');
  for (const part of ['dist/src', 'data', 'package.json'])
    cpSync(join(root, part), join(installed, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(installed, 'node_modules'));
  const cli = join(installed, 'dist/src/cli');
  // As npm unpacks them: one after the other.
  for (const [index, name] of readdirSync(cli).entries()) utimesSync(join(cli, name), index, index);
  const argv = [
    '-r',
    join(folder, 'hook.cjs'),
    join(cli, 'main.js'),
    'check',
    '--quiet',
    join(stacks, 'plans/create.json'),
  ];
  const { stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
  expect(stderr).toBe('');
  const own = stdout.split('\n').at(-2)?.split(',').filter((path) => path.startsWith(realpathSync(installed))); // prettier-ignore
  expect(own?.map((path) => relative(realpathSync(installed), path))).toEqual(['dist/src/cli/main.js']);
});

describe('what the built command line says', () => {
  const argv = [
    main,
    'check',
    '--format',
    'json',
    join(stacks, 'templates/leaky.yaml'),
    join(stacks, 'plans/create.json'),
  ];
  const report = (): string => spawnSync(process.execPath, argv, { encoding: 'utf8', maxBuffer: 1 << 28 }).stdout;
  const inShell = (script: string) =>
    spawnSync('bash', ['-c', script, process.execPath, ...argv], { encoding: 'utf8', maxBuffer: 1 << 28 });

  test('is heard whole by whoever listens slowly, although it does not fit into the pipe', () => {
    const whole = report();
    expect(whole.length).toBeGreaterThan(1 << 16);
    expect(inShell('"$0" "$@" 2> /dev/null | (sleep 1; cat)').stdout).toBe(whole);
  });

  test('may be heard in part', () => {
    expect(inShell('"$0" "$@" 2> /dev/null | head -c 1; echo ${PIPESTATUS[0]}').stdout).toBe('{1\n');
  });

  // `/dev/full` is a device of Linux that has no room.
  test.each([
    ['the report', '"$0" "$@" > /dev/full', /^demarc: .*\ndemarc: the output cannot be written: ENOSPC[^\n]*\n$/],
    ['what is said beside it', '"$0" "$@" 2> /dev/full > /dev/null', /^$/],
  ])('is no verdict where %s finds no room', (_, script, said) => {
    const { status, stderr } = inShell(script);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringMatching(said) as string });
  });
});

describe('a pipe that stands in the place of a file', () => {
  const files = ['templates/leaky.yaml', 'plans/update.json', 'plans/create.json'].map((name) => join(stacks, name));
  const check = (script: string, ...given: readonly string[]) => {
    const argv = [main, 'check', '--format', 'json'];
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, ...argv, ...given], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      timeout: 30_000,
    });
    return { status, stdout: stdout.replace(/\/dev\/fd\/\d+|\/dev\/stdin/g, 'PIPE'), stderr };
  };
  const named = (file: string) => {
    const { status, stdout, stderr } = check('"$0" "$@"', file);
    return { status, stdout: stdout.replaceAll(file, 'PIPE'), stderr };
  };

  test.each(files)('reads as %s does', (file) => {
    expect(check('"$0" "${@:1:4}" <(cat "$5")', file)).toEqual(named(file));
    expect(check('"$0" "${@:1:4}" <(gzip -c "$5")', file)).toEqual(named(file));
    expect(check('cat "$5" | "$0" "${@:1:4}" /dev/stdin', file)).toEqual(named(file));
  });

  test('may be one of several, which no threads share', () => {
    const [, update = '', create = ''] = files;
    const { status, stdout } = check('"$0" "${@:1:4}" --threads 2 <(cat "$5") <(cat "$6")', update, create);
    const alone = check('"$0" "$@"', update, create);
    expect(status).toBe(alone.status);
    expect((JSON.parse(stdout) as { summary: object }).summary).toEqual((JSON.parse(alone.stdout) as { summary: object }).summary);
  }); // prettier-ignore

  test.each([
    ['is not mended', '"$0" "$1" fix <(cat "$5")', 'what comes from a pipe cannot be mended'],
    ['is no saved plan', '"$0" "${@:1:4}" --run-terraform <(cat "$5")', 'Name the file'],
  ])('%s', (_, script, said) => {
    const { stdout, stderr } = check(script, script.includes('fix') ? (files[0] ?? '') : join(stacks, 'saved-plans/disks/tfplan'));
    expect(stdout + stderr).toContain(said);
  }); // prettier-ignore
});

describe('the built plugin refuses what its sources refuse', () => {
  const wrong = { presets: 'strict' } as object;
  const report = new DemarcPlugin(wrong).validate({ templatePaths: [] });
  const refuse = `new DemarcPlugin(${JSON.stringify(wrong)}).validate({ templatePaths: [] })`;

  test.each([
    ['required', 'script.cjs', `const { DemarcPlugin } = require(${JSON.stringify(built)});`],
    ['imported', 'script.mjs', `import { DemarcPlugin } from ${JSON.stringify(join(built, 'index.js'))};`],
  ])('%s', (_, name, load) => {
    const folder = folderWith({ [name]: `${load}\nconsole.log(JSON.stringify(${refuse}));` });
    const { stdout, stderr } = spawnSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toContain('unknown key');
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(report)));
  });

  test('in the world that Jest gives to a test', () => {
    const { DemarcPlugin: Built } = jest.requireActual<{ readonly DemarcPlugin: typeof DemarcPlugin }>(built);
    const refused = new Built(wrong).validate({ templatePaths: [] });
    expect(refused.violations).toBeInstanceOf(Array);
    expect(refused).toEqual(report);
  });

  test('as V8 has compiled it', () => {
    const script = `console.log(typeof require('./dist/src/compiled-module').compiledModule(${JSON.stringify(bundle)}))`;
    expect(spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' }).stdout).toBe('object\n');
  });
});
