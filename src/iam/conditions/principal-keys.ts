import type { Glob } from '../automata';
import type { Place } from '../globs';
import type { Condition, Pattern } from '../model';
import { plainText } from '../pattern';
import {
  awsPrincipals,
  principalsByAccount,
  principalsByArn,
  principalUniverse,
  servicePrincipals,
} from '../principal';
import { opposite, type Reading } from '../reading';
import { languageTest, type LanguageTest } from '../tests';
import { isUnknown } from '../text';
import type { Comparison, Operator } from './operator';

/** Keys whose value follows from who asks. Where principals are part of the question, they are tests of the principal. */
interface PrincipalKey {
  /** Who has the key. */
  readonly present: readonly Glob[];
  readonly matching: (pattern: Pattern, wildcards: Place['wildcards'], reading: Reading) => readonly Glob[] | undefined;
}

const signed = principalUniverse.filter((glob) => glob.word === undefined);
const notServices = signed.filter((glob) => !servicePrincipals.includes(glob));

const account: PrincipalKey = { present: awsPrincipals, matching: principalsByAccount };
const keys: Readonly<Partial<Record<string, PrincipalKey>>> = {
  __proto__: null as never,
  'aws:principalarn': { present: awsPrincipals, matching: principalsByArn },
  'aws:principalaccount': account,
  'kms:calleraccount': account,
  'aws:principalisawsservice': {
    present: signed,
    matching: (pattern) => {
      const value = plainText(pattern)?.toLowerCase();
      if (value === 'true') return servicePrincipals;
      return value === 'false' ? notServices : undefined;
    },
  },
};

const wildcards: Partial<Record<Comparison, Place['wildcards']>> = {
  StringEquals: 'none',
  StringEqualsIgnoreCase: 'none',
  StringLike: 'crossing',
  ArnLike: 'segmented',
  Bool: 'none',
};

/** The principals a condition asks for; `undefined` where it is no matter of the principal alone. */
export function principalDemand(condition: Condition, operator: Operator, reading: Reading): LanguageTest | undefined {
  const key = keys[condition.key];
  if (!key || isUnknown(condition.values)) return undefined;
  if (operator.comparison === 'Null') return nullDemand(key, condition.values);
  const mode = wildcards[operator.comparison];
  if (!mode || (operator.negated && operator.quantifier === 'any')) return undefined;
  const inner = operator.negated ? opposite(reading) : reading;
  const found = condition.values.map((pattern) => key.matching(pattern, mode, inner));
  if (found.includes(undefined)) return undefined;
  const matching = found.flatMap((globs) => globs ?? []);
  if (operator.negated) return languageTest('principal', true, matching);
  const lenient = operator.ifExists || operator.quantifier === 'all';
  return languageTest('principal', false, lenient ? [...matching, ...without(key)] : matching);
}

const without = ({ present }: PrincipalKey): readonly Glob[] =>
  principalUniverse.filter((glob) => !present.includes(glob));

function nullDemand(key: PrincipalKey, values: readonly Pattern[]): LanguageTest | undefined {
  const texts = new Set(values.map((pattern) => plainText(pattern)?.toLowerCase()));
  if (texts.has(undefined)) return undefined;
  const globs = [...(texts.has('true') ? without(key) : []), ...(texts.has('false') ? key.present : [])];
  return languageTest('principal', false, globs);
}
