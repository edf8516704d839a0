import { globOf, star, type Glob } from './automata';
import { globsOf, type Place } from './globs';
import { codePoints } from './letters';
import type { Element, Pattern, PrincipalPattern } from './model';
import { rewrite } from './pattern';
import { opposite, type Reading } from './reading';
import { isUnknown } from './text';
import { languageTest, type LanguageTest } from './tests';

/**
 * Principals as words: `AWS|arn:aws:iam::111122223333:role/x`, `Service|lambda.amazonaws.com`, `Federated|...`,
 * `CanonicalUser|...`, and `Anonymous|` for a request nobody signed.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
const anyOf = (kind: string): Glob => globOf([...codePoints(`${kind}|`), star]);
const anonymous = globOf([...codePoints('Anonymous|')]);
const others = ['Federated', 'CanonicalUser'].map(anyOf);

export const awsPrincipals: readonly Glob[] = [anyOf('AWS')];
export const servicePrincipals: readonly Glob[] = [anyOf('Service')];
export const principalUniverse = [...awsPrincipals, anonymous, ...servicePrincipals, ...others];

/** The test an element stands for; a boolean where every principal, or none, passes it. */
export function principalTest(
  { negated, patterns }: Element<PrincipalPattern>,
  reading: Reading,
): LanguageTest | boolean {
  if (isUnknown(patterns)) {
    reading.missing.add(patterns.why);
    return reading.bound === 'widest';
  }
  const inner = negated ? opposite(reading) : reading;
  return languageTest(
    'principal',
    negated,
    patterns.flatMap((one) => principalGlobs(one, inner)),
  );
}

function principalGlobs({ kind, pattern }: PrincipalPattern, reading: Reading): readonly Glob[] {
  // "*" and { "AWS": "*" } are the same: everyone, signed in or not.
  if (isStar(pattern) && (kind === 'AWS' || kind === 'Any')) return [globOf([star])];
  if (kind !== 'AWS') return globsOf(pattern, { wildcards: 'crossing', prefix: `${kind}|` }, reading);
  const everybody = isOwnAccount(pattern) ? ownAccount : rewrite(pattern, wholeAccount);
  return (everybody ? [everybody] : withSessions(pattern)).flatMap((one) => byArn(one, reading));
}

const byArn = (pattern: Pattern, reading: Reading): readonly Glob[] =>
  globsOf(pattern, { wildcards: 'segmented', arns: true, prefix: 'AWS|' }, reading);

const isStar = (pattern: Pattern): boolean => {
  const [first] = pattern;
  return pattern.length === 1 && first?.kind === 'text' && first.text === '*';
};

const isOwnAccount = ([first, second]: Pattern): boolean =>
  second === undefined && first?.kind === 'reference' && first.reference === 'the account';

const ownAccount: Pattern = [
  { kind: 'text', text: 'arn:*:*::' },
  { kind: 'reference', reference: 'the account' },
  { kind: 'text', text: ':*' },
];

/** An account, by number or by its root, is everybody in it. */
function wholeAccount(text: string): string | undefined {
  const account = /^(?:arn:[^:]*:iam::([^:]+):root|(\d{12}))$/.exec(text);
  return account ? `arn:*:*::${account[1] ?? account[2] ?? ''}:*` : undefined;
}

/** A role is also its sessions, whose ARN has the role's name without its path. */
function withSessions(pattern: Pattern): readonly Pattern[] {
  const sessions = rewrite(pattern, (text) => {
    const role = /^(arn:[^:]*):iam::([^:]*):role\/(?:.*\/)?([^/]+)$/.exec(text);
    return role ? `${role[1] ?? ''}:sts::${role[2] ?? ''}:assumed-role/${role[3] ?? ''}/*` : undefined;
  });
  return sessions ? [pattern, sessions] : [pattern];
}

/** The principals whose `aws:PrincipalArn` matches a pattern. */
export function principalsByArn(pattern: Pattern, wildcards: Place['wildcards'], reading: Reading): readonly Glob[] {
  const literal = wildcards === 'none';
  // No ARN of a principal has a wildcard in it, so an exact comparison with one never holds.
  if (literal && pattern.some((piece) => piece.kind === 'text' && /[*?]/.test(piece.text))) return [];
  if (isStar(pattern)) return awsPrincipals;
  const place = { wildcards: literal ? 'segmented' : wildcards, arns: true, prefix: 'AWS|' } as const;
  return withSessions(pattern).flatMap((one) => globsOf(one, place, reading));
}

/** The principals whose `aws:PrincipalAccount` matches a pattern. */
export function principalsByAccount(
  pattern: Pattern,
  wildcards: Place['wildcards'],
  reading: Reading,
): readonly Glob[] {
  if (wildcards === 'none' && pattern.some((piece) => piece.kind === 'text' && /[*?]/.test(piece.text))) return [];
  const whole: Pattern = [{ kind: 'text', text: 'arn:*:*::' }, ...pattern, { kind: 'text', text: ':*' }];
  return globsOf(whole, { wildcards: 'segmented', prefix: 'AWS|' }, reading);
}
