import { createRequire } from 'node:module';
import { didYouMean } from '../../gate/suggestion';
import { isDate } from '../../gate/waivers';
import { choice, parseArguments, words } from '../arguments';
import type { Command } from '../command';
import { UsageError, type Io } from '../io';
import type { Outcome } from './iam/outcome';

/** The policy engine is loaded for this command alone. */
const load = createRequire(__filename);
const checks = () => load('./iam/checks') as typeof import('./iam/checks');
const report = () => load('./iam/report') as typeof import('./iam/report');

const common = { date: { type: 'string' }, format: { type: 'string' } } as const;
const newAccess = { ...common, existing: { type: 'string' } } as const;
const notGranted = {
  ...common,
  actions: { type: 'string', multiple: true },
  resources: { type: 'string', multiple: true },
} as const;
const publicAccess = { ...common, type: { type: 'string' } } as const;

const help = `Answers the questions of AWS's custom policy checks under their names: exactly, offline, and with a request that shows
why.

Usage: demarc iam check-no-new-access --existing FILE [options] <policy|->
       demarc iam check-access-not-granted --actions LIST [--resources LIST] [options] <policy|->
       demarc iam check-no-public-access --type TYPE [options] <policy|->

check-no-new-access       fails where the policy allows a request that the existing one does not
check-access-not-granted  fails where it allows one of the actions on one of the resources
check-no-public-access    fails where anybody outside can use a resource that has the policy

A policy is a document in JSON or YAML, as AWS takes it: of an identity, a resource, or the trust policy of a role.

  --existing FILE      the policy to stay within
  --actions LIST       actions that may not be allowed; commas between, repeatable, * and ? are wildcards
  --resources LIST     ARNs that they may not be allowed on; any resource where not given
  --type TYPE          what the policy is attached to, such as AWS::S3::Bucket or AWS::IAM::AssumeRolePolicyDocument
  --date YYYY-MM-DD    takes the beginning of this day (UTC) as now
  --format NAME        pretty (the default) or json

Exit code: 0 pass, 1 fail, 2 could not judge: undecided, unreadable, or no policy.
`;

export const iam: Command = {
  name: 'iam',
  help,
  options: [...new Set([newAccess, notGranted, publicAccess].flatMap((one) => Object.keys(one)))],
  run([name, ...argv], io) {
    const found = Object.hasOwn(subcommands, name ?? '') ? subcommands[name ?? ''] : undefined;
    if (found) return found(argv, io);
    const names = Object.keys(subcommands);
    if (name === undefined || name.startsWith('-')) throw new UsageError(`name a check: ${names.join(', ')}`);
    throw new UsageError(`unknown check ${JSON.stringify(name)}${didYouMean(name, names)}`);
  },
};

const subcommands: Readonly<Record<string, Command['run']>> = {
  'check-no-new-access'(argv, io) {
    const { values, positionals } = parseArguments(argv, newAccess);
    const file = onlyPolicy(positionals);
    if (values.existing === undefined) throw new UsageError('--existing FILE names the policy to stay within');
    if (values.existing === '-' && file === '-') throw new UsageError('only one policy can come from standard input');
    const { now, format } = settingsOf(values);
    return say(checks().checkNoNewAccess({ file, existing: values.existing, now }, io), format, io);
  },

  'check-access-not-granted'(argv, io) {
    const { values, positionals } = parseArguments(argv, notGranted);
    const file = onlyPolicy(positionals);
    const [actions, resources] = [words(values.actions), words(values.resources)];
    if (actions.length + resources.length === 0)
      throw new UsageError('--actions or --resources say what may not be allowed');
    const { now, format } = settingsOf(values);
    return say(checks().checkAccessNotGranted({ file, actions, resources, now }, io), format, io);
  },

  'check-no-public-access'(argv, io) {
    const { values, positionals } = parseArguments(argv, publicAccess);
    const file = onlyPolicy(positionals);
    if (values.type === undefined) throw new UsageError('--type TYPE says what the policy is attached to');
    const { now, format } = settingsOf(values);
    return say(checks().checkNoPublicAccess({ file, type: values.type, now }, io), format, io);
  },
};

type Format = 'pretty' | 'json';

function settingsOf(values: { readonly date?: string; readonly format?: string }): {
  readonly now: number;
  readonly format: Format;
} {
  const { date } = values;
  if (date !== undefined && !isDate(date)) throw new UsageError(`--date: "${date}" is no day; write it as YYYY-MM-DD`);
  return {
    now: date === undefined ? Date.now() : Date.parse(`${date}T00:00:00Z`),
    format: choice('--format', values.format, ['pretty', 'json']) ?? 'pretty',
  };
}

function onlyPolicy(positionals: readonly string[]): string {
  const [file, more] = positionals;
  if (file === undefined) throw new UsageError('name a policy, or - for standard input');
  if (more !== undefined) throw new UsageError(`one policy at a time: ${JSON.stringify(more)} is one too many`);
  return file;
}

const exitCodes = { PASS: 0, FAIL: 1, UNDECIDED: 2 } as const;

function say(outcome: Outcome, format: Format, io: Io): number {
  io.out(format === 'json' ? report().asJson(outcome) : report().asText(outcome));
  return exitCodes[outcome.result];
}
