import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { megabytes, writePlan } from './large-plan.mjs';
import { writeMany } from './many.mjs';
import { measured, median } from './measure.mjs';
import { peers } from './peers.mjs';

/**
 * What Demarc takes, as ratios within one run: what stands beside each other was measured in turns, on the same machine and
 * under the same load. Needs a build.
 * Usage: npm run bench -- [--only NAMES] [--rounds N] [--dist FOLDER]
 * NAMES, with commas between: start-up, large, linear, many, cdk, peers and huge (2 GB, which takes long: only when it is named)
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string', default: 'start-up,large,linear,many,cdk,peers' },
    rounds: { type: 'string', default: '3' },
    dist: { type: 'string', default: 'dist' },
  },
});
const here = import.meta.dirname;
const main = join(here, '..', values.dist, 'src', 'cli', 'main.js');
if (!existsSync(main)) throw new Error(`${main} is not there: npm run build`);

const folder = mkdtempSync(join(tmpdir(), 'demarc-bench-'));
const rounds = Number(values.rounds);
const demarc = (...given) => [
  process.execPath,
  main,
  'check',
  '--format',
  `json=${join(folder, 'result.json')}`,
  ...given,
];
const parsing = (path) => [
  process.execPath,
  '-e',
  'JSON.parse(require("node:fs").readFileSync(process.argv[1], "utf8"))',
  path,
];

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(2)} s`;
const say = (text) => console.log(text);
const ratio = (one, other) => `${(one / other).toFixed(2)} x`;

function planOf(name, resources) {
  const path = join(folder, `${name}.json`);
  writePlan(path, resources);
  say(`  ${name}: ${(statSync(path).size / 1e6).toFixed(0)} MB, about ${String(resources)} resources`);
  return path;
}

/** Each command in its turn, so that what else the machine does slows all of them down. */
function inTurns(commands, times) {
  const runs = commands.map(() => []);
  for (let round = 0; round < times; round++)
    commands.forEach((command, position) => runs[position].push(measured(command)));
  return runs.map((all) => ({
    wall: median(all.map(({ wall }) => wall)),
    cpu: median(all.map(({ cpu }) => cpu)),
    memory: Math.max(...all.map(({ memory }) => memory)),
  }));
}

const both = (one, other) =>
  `${ratio(one.cpu, other.cpu)} of its processor time, ${ratio(one.wall, other.wall)} of its time`;
const spent = ({ wall, cpu, memory }) =>
  `${seconds(wall)}, processor ${seconds(cpu)}, at most ${memory.toFixed(0)} MB of memory`;

const figures = {
  'start-up': () => {
    const path = planOf('twenty', 20);
    const [ours, nothing] = inTurns([demarc(path), [process.execPath, '-e', '0']], 21);
    say(`  demarc on one module with policies: ${spent(ours)}`);
    say(`  node -e 0: ${spent(nothing)}`);
    say(`  ${both(ours, nothing)} (bar 2.0 x, median of 21)`);
  },
  large: () => {
    const path = planOf('large', megabytes(134));
    const [ours, parse] = inTurns([demarc(path), parsing(path)], rounds);
    say(`  demarc: ${spent(ours)} (bar 200 MB)`);
    say(`  readFileSync + JSON.parse: ${spent(parse)}`);
    say(`  ${both(ours, parse)} (bar 0.7 x)`);
  },
  huge: () => {
    const path = planOf('huge', 500_000);
    const [ours] = inTurns([demarc(path)], 1);
    say(`  demarc: ${spent(ours)} (bar: completes, 400 MB; JSON.parse cannot)`);
  },
  linear: () => {
    const [small, large] = [planOf('small', 1000), planOf('ten-times', 10_000)];
    const tiny = planOf('tiny', 1);
    const [start, one, ten] = inTurns([demarc(tiny), demarc(small), demarc(large)], rounds);
    say(`  1,000 resources: ${spent(one)}`);
    say(`  10,000 resources: ${spent(ten)}`);
    say(`  ${both(ten, one)}; less start-up ${ratio(ten.cpu - start.cpu, one.cpu - start.cpu)} (bar 11 x)`);
  },
  many: () => {
    const paths = writeMany(join(folder, 'many'), 1000);
    const [one, two] = inTurns([demarc('--threads', '1', ...paths), demarc('--threads', '2', ...paths)], rounds);
    say(`  1,000 small inputs, one thread: ${spent(one)}`);
    say(`  two threads: ${spent(two)}`);
    say(`  ${both(two, one)}`);
  },
  cdk: () => {
    const { status, stderr } = spawnSync(process.execPath, [join(here, 'cdk.mjs'), String(rounds), values.dist], {
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
    });
    if (status !== 0) say(`  not measured: ${stderr.trim().split('\n').at(-1)}`);
    say('  (bars: the plugin 60 ms and 15 MB, the Aspect 150 ms, less than a third of what cdk-nag adds)');
  },
  peers: () => {
    const path = planOf('for-peers', 1000);
    for (const { name, command } of peers(path)) {
      if (!command) say(`  ${name}: not on the PATH, not measured`);
      else {
        const [ours, theirs] = inTurns([demarc(path), command], rounds);
        say(`  ${name}: ${spent(theirs)}; demarc: ${spent(ours)}`);
        say(`  ${both(ours, theirs)}`);
      }
    }
  },
};

const wanted = values.only.split(',');
const unknown = wanted.find((name) => !Object.hasOwn(figures, name));
if (unknown !== undefined) throw new Error(`there is no ${unknown}: ${Object.keys(figures).join(', ')}`);
const [processor] = cpus();
say(`${process.platform} ${process.arch}, ${String(cpus().length)} x ${processor?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.version}`); // prettier-ignore
try {
  for (const name of wanted) {
    say(`${name} (load ${loadavg()[0].toFixed(1)})`);
    figures[name]();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
