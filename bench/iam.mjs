import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { join, resolve } from 'node:path';

/**
 * Agreement of the policy engine with labelled sets, and what it takes. Needs a build (bench/iam.sh makes one); reads the
 * sets from ../shared/corpus/iam.
 * Usage: node bench/iam.mjs [dist folder] [corpus folder]
 */
const dist = process.argv[2] ?? 'dist/src';
const corpus = process.argv[3] ?? '../shared/corpus/iam';
const require = createRequire(join(process.cwd(), 'bench', 'iam.mjs'));
const iam = require(resolve(dist, 'iam', 'index.js'));

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const set = (path) => [iam.parsePolicy(json(path))];

function timed(times, run) {
  const start = performance.now();
  const result = run();
  times.push(performance.now() - start);
  return result;
}

const share = (part, all) => `${((100 * part) / all).toFixed(1)} %`;
const rounded = (number) => Number(number.toFixed(2));
function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${at(1)} ms`;
}

function report(name, agreed, total, times, misses) {
  console.log(`${name}: ${agreed} of ${total} agree; ${spread(times)}`);
  for (const miss of misses) console.log(`  miss: ${miss}`);
}

function samples() {
  const folder = join(corpus, 'access-analyzer-samples');
  const times = [];
  const misses = [];
  const rows = lines(join(folder, 'index.jsonl'));
  for (const { path, reference, expected } of rows) {
    const result = timed(times, () => iam.counterexample([set(join(folder, path))], [set(join(folder, reference))]));
    const verdict = { yes: 'FAIL', no: 'PASS' }[result.answer] ?? 'UNDECIDED';
    if (verdict !== expected) misses.push(`${path}: labelled ${expected}, found ${verdict} ${JSON.stringify(result)}`);
  }
  report('AWS CheckNoNewAccess samples', rows.length - misses.length, rows.length, times, misses);
}

/** The experiments that ask the plain question; the others fix the form of actions or resources beforehand. */
const plain = /^icse21\/raw_csv\/mutations\/README_[a-z0-9]+\.csv$/;

function quackyLabels(expected) {
  const entries = Object.entries(expected);
  const asked = entries.filter(([name]) => plain.test(name));
  const recorded = (asked.length > 0 ? asked : entries).map(([, pair]) => pair);
  return [0, 1].map((side) => {
    const said = recorded.map((pair) => pair[side]).filter((label) => label === 'SAT' || label === 'UNSAT');
    const sat = said.filter((label) => label === 'SAT').length;
    return said.length === 0 ? undefined : sat * 2 >= said.length ? 'SAT' : 'UNSAT';
  });
}

const statements = (policy) => [policy.Statement].flat();
const glob = (pattern) =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')}$`,
    'is',
  );

/**
 * Whether a policy is by its text no wider than another: statement by statement the same, but for denials of more
 * actions. No label can make it allow more.
 */
function isWithin(inner, outer) {
  const [mine, theirs] = [statements(inner), statements(outer)];
  return (
    mine.length === theirs.length &&
    mine.every((one, index) => {
      const { Action: wide, ...rest } = one;
      const { Action: narrow, ...others } = theirs[index];
      if (JSON.stringify(rest) !== JSON.stringify(others)) return false;
      if (JSON.stringify(wide) === JSON.stringify(narrow)) return true;
      return (
        one.Effect === 'Deny' && [narrow].flat().every((action) => [wide].flat().some((by) => glob(by).test(action)))
      );
    })
  );
}

function quacky() {
  const folder = join(corpus, 'quacky');
  const times = [];
  const misses = [];
  let total = 0;
  let impossible = 0;
  for (const { path, path2, expected } of lines(join(folder, 'index.jsonl'))) {
    const [left, right] = [join(folder, path), join(folder, path2 ?? '')];
    if (!expected || !path2 || !existsSync(left) || !existsSync(right)) continue;
    const [one, two] = [set(left), set(right)];
    for (const [side, label] of quackyLabels(expected).entries()) {
      if (label === undefined) continue;
      total++;
      const [allowed, notBy] = side === 0 ? [one, two] : [two, one];
      const result = timed(times, () => iam.counterexample([allowed], [notBy]));
      const verdict = { yes: 'SAT', no: 'UNSAT' }[result.answer] ?? 'UNDECIDED';
      if (verdict === label) continue;
      const [inner, outer] = side === 0 ? [left, right] : [right, left];
      const wrong = label === 'SAT' && isWithin(json(inner), json(outer));
      if (wrong) impossible++;
      misses.push(
        `${path2} ${side}: labelled ${label}${wrong ? ' though by its text the policy allows no more' : ''}, found ${verdict} ${JSON.stringify(result)}`,
      );
    }
  }
  report('Quacky pairs', total - misses.length, total, times, misses);
  const [agreed, possible] = [total - misses.length, total - impossible];
  console.log(
    `  ${share(agreed, total)} of all labels, ${share(agreed, possible)} without ${impossible} that are provably wrong`,
  );
}

const marker = /\{\{unresolved:([^}]*)\}\}/;
const reference = (value) =>
  typeof value === 'string' ? /((?:aws_)[\w-]*\.[\w-]+)/.exec(marker.exec(value)?.[1] ?? '')?.[1] : undefined;

/** The corpus writes what a module does not settle as {{unresolved:...}}; none of it is in these policies' actions. */
const withHoles = (value) => {
  if (Array.isArray(value)) return value.map(withHoles);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withHoles(v)]));
  if (typeof value !== 'string' || !marker.test(value)) return value;
  return iam.holes(
    ...value
      .split(/(\{\{unresolved:[^}]*\}\})/)
      .filter(Boolean)
      .map((part) => {
        const name = marker.exec(part)?.[1];
        return name === undefined ? part : { free: name };
      }),
  );
};

/** What is attached to each user and role of a file, as its resources say. */
function principals(resources) {
  const policyOf = (address, name) => {
    const found = resources.find((resource) => resource.address === address);
    return found?.values.policy ? [iam.parsePolicy(withHoles(found.values.policy), name)] : [];
  };
  const attached = (arn) =>
    typeof arn === 'string' && iam.isManagedPolicyArn(arn)
      ? [iam.managedPolicy(arn) ?? iam.parsePolicy(iam.unknown(arn))]
      : policyOf(reference(arn), reference(arn));
  return resources
    .filter(({ type }) => /^aws_iam_(user|role)$/.test(type))
    .map((principal) => {
      const kind = principal.type.slice('aws_iam_'.length);
      const is = (value) => reference(value) === principal.address || value === principal.values.name;
      const groups = resources.flatMap(({ type, values }) => {
        if (type === 'aws_iam_user_group_membership' && is(values.user)) return [values.groups].flat().map(reference);
        return type === 'aws_iam_group_membership' && [values.users].flat().some(is) ? [reference(values.group)] : [];
      });
      const policies = resources.flatMap(({ type, values, address }) => {
        if (type === `aws_iam_${kind}_policy_attachment` && is(values[kind])) return attached(values.policy_arn);
        if (type === `aws_iam_${kind}_policy` && is(values[kind]))
          return [iam.parsePolicy(withHoles(values.policy), address)];
        if (type === 'aws_iam_group_policy_attachment' && groups.includes(reference(values.group)))
          return attached(values.policy_arn);
        if (type === 'aws_iam_group_policy' && groups.includes(reference(values.group)))
          return [iam.parsePolicy(withHoles(values.policy), address)];
        return [];
      });
      return { address: principal.address, policies };
    });
}

function vulnerable() {
  const folder = join(corpus, 'iam-vulnerable');
  const times = [];
  const misses = [];
  const kinds = { path: [0, 0], 'false positive trap': [0, 0], 'false negative trap': [0, 0] };
  for (const { path, expected } of lines(join(folder, 'index.jsonl'))) {
    if (!expected) continue;
    const kind = kinds[/fn\d/.test(path) ? 'false negative trap' : expected.privesc ? 'path' : 'false positive trap'];
    kind[1]++;
    const wanted = expected.required_actions.flatMap((one) => one.split('|'));
    const judged = principals(json(join(folder, path)).resources)
      .filter(({ policies }) => policies.length > 0)
      .map(({ address, policies }) => ({ address, result: timed(times, () => iam.escalations({ policies })) }));
    const paths = judged.flatMap(({ result }) => (result.answer === 'yes' ? result.paths : []));
    const exact = paths.some(({ actions }) => actions.every((action) => wanted.includes(action)));
    const found = wanted.every((one) => /^[\w-]+:\w+$/.test(one)) ? exact : paths.length > 0;
    if (found === expected.privesc) kind[0]++;
    else
      misses.push(
        `${path}: expected ${expected.privesc} ${wanted}, found ${JSON.stringify(judged.map(({ address, result }) => [address, result.answer, result.missing, result.paths?.map(({ actions }) => actions.join('+'))]))}`,
      );
  }
  const total = Object.values(kinds).reduce((sum, [, all]) => sum + all, 0);
  report('iam-vulnerable', total - misses.length, total, times, misses);
  for (const [kind, [agreed, all]] of Object.entries(kinds)) console.log(`  ${kind}s: ${agreed} of ${all}`);
}

/** Every question to a principal, once. */
const questions = {
  admin: iam.isAdmin,
  'whole service': iam.hasWholeService,
  'unscoped actions': iam.unscopedActions,
  'inverted grants': iam.invertedGrants,
  escalation: iam.escalations,
  'sensitive reach': iam.sensitiveReach,
};

function managed() {
  const times = [];
  const counts = {};
  const slow = [];
  const complex = [];
  let of = Object.fromEntries(Object.keys(questions).map((name) => [name, []]));
  for (const name of iam.managedPolicyNames()) {
    const identity = { policies: [iam.managedPolicy(name)] };
    const start = performance.now();
    for (const [question, ask] of Object.entries(questions)) {
      const result = timed(of[question], () => ask(identity));
      const key = `${question}: ${result.answer}`;
      counts[key] = (counts[key] ?? 0) + 1;
      if (result.missing?.includes('too complex')) complex.push(`${name} ${question}`);
    }
    const spent = performance.now() - start;
    times.push(spent);
    if (spent > 500) slow.push(`${name} ${rounded(spent)} ms`);
  }
  console.log(
    `AWS-managed policies, all questions: ${times.length} policies, ${complex.length} too complex; ${spread(times)}`,
  );
  for (const [question, spent] of Object.entries(of)) console.log(`  ${question}: ${spread(spent)}`);
  console.log(`  ${JSON.stringify(counts)}`);
  for (const one of [...slow, ...complex]) console.log(`  slow or complex: ${one}`);
}

/** Roles of functions as the CDK writes them, each with resources of its own. */
function ordinaryRole(number) {
  const own = (name, arn) => ({ reference: `Stack${number}/${name}`, arn });
  const bucket = own('Bucket', 'arn:${Partition}:s3:::${BucketName}');
  const table = own('Table', 'arn:${Partition}:dynamodb:${Region}:${Account}:table/${TableName}');
  const allow = (Action, ...Resource) => ({ Effect: 'Allow', Action, Resource });
  const Statement = [
    allow(['s3:GetObject*', 's3:GetBucket*', 's3:List*', 's3:PutObject'], iam.holes(bucket), iam.holes(bucket, '/*')),
    allow(
      ['dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
      iam.holes(table),
      iam.holes(table, '/index/*'),
    ),
    allow('sqs:SendMessage', `arn:aws:sqs:eu-west-1:111122223333:jobs-${number}`),
    allow(['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*'),
  ];
  return {
    policies: [
      iam.managedPolicy('service-role/AWSLambdaBasicExecutionRole'),
      iam.parsePolicy({ Version: '2012-10-17', Statement }),
    ],
  };
}

function ordinary() {
  const times = [];
  for (let number = 0; number < 1000; number++) {
    const role = ordinaryRole(number);
    timed(times, () => Object.values(questions).map((ask) => ask(role)));
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  console.log(`Ordinary roles, all questions: ${times.length} roles in ${rounded(total)} ms; ${spread(times)}`);
}

samples();
quacky();
vulnerable();
managed();
ordinary();
