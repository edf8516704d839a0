import type { Condition, PolicySet } from '../model';
import { parseRange } from '../conditions/address';
import { plainText } from '../pattern';
import { holes, isUnknown, type Holes } from '../text';
import { conditionKeys } from './scope';

/**
 * What a request from outside says of itself. Keys whose value the caller cannot choose have a value of their own, that no
 * policy mentions, or none; the caller may say anything in all others.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
type Claim = readonly (string | Holes)[];

const elsewhere = { reference: 'an account outside' };
const text = (...parts: readonly string[]): Holes => holes(...parts.map((part) => (part === '@' ? elsewhere : part)));

const account: Claim = [text('@')];
const organization: Claim = [text('o-', '@')];
const paths: Claim = [text('o-', '@', '/*')];

/** Of the principal, which nobody has who did not sign. */
const ofPrincipal: Readonly<Record<string, Claim>> = {
  'aws:principalorgid': organization,
  'aws:principalorgpaths': paths,
  'aws:userid': [text('AIDA', '@'), text('AROA', '@', ':*')],
  'aws:username': account,
};

/** Of the network, or of the resource a service acts for. */
const ofOrigin: Readonly<Record<string, Claim>> = {
  'aws:sourceaccount': account,
  'aws:sourceowner': account,
  'aws:sourceorgid': organization,
  'aws:sourceorgpaths': paths,
  'aws:sourcearn': [text('arn:aws:*:*:', '@', ':*'), text('arn:aws:s3:::', '@')],
  'aws:sourcevpc': [text('vpc-', '@')],
  'aws:sourcevpce': [text('vpce-', '@')],
  'aws:sourcevpcarn': [text('arn:aws:ec2:*:', '@', ':vpc/*')],
  'aws:vpceaccount': account,
  'aws:vpceorgid': organization,
  'aws:vpceorgpaths': paths,
  'aws:vpcsourceip': account,
  'aws:principalserviceorgid': organization,
  'lambda:eventsourcetoken': account,
  'lambda:functionurlauthtype': ['NONE', 'AWS_IAM'],
  's3:dataaccesspointaccount': account,
  's3:dataaccesspointarn': [text('arn:aws:s3:*:', '@', ':accesspoint/*')],
  'elasticfilesystem:accessedviamounttarget': ['false'],
  'sns:endpoint': [text('https://', '@', '*'), text('*@', '@')],
};

/** Shared with the callers one means, and with no other. */
const secrets: Readonly<Record<string, Claim>> = { 'sts:externalid': account };

export interface Outsider {
  readonly signed: boolean;
  /** Whether it holds the secrets that are agreed with those a policy names. */
  readonly knowsSecrets: boolean;
  /** The account is one a policy may name: keys about accounts say nothing. */
  readonly named?: boolean;
}

/** The conditions that hold of an outsider's requests, for the keys that a policy tests. */
export function claimsOf(
  { signed, knowsSecrets, named = false }: Outsider,
  policies: PolicySet,
): Readonly<Record<string, unknown>> {
  const like: Record<string, Claim> = {};
  const arns: Record<string, Claim> = {};
  const missing: Record<string, string> = {};
  for (const key of conditionKeys(policies)) {
    if (Object.hasOwn(ofPrincipal, key) && !signed) missing[key] = 'true';
    else {
      const claim = claimOf(key, knowsSecrets, named);
      if (claim) (key.endsWith('arn') ? arns : like)[key] = claim;
    }
  }
  const narrow = narrowBlocks(policies);
  return {
    'ForAllValues:StringLike': like,
    'ForAllValues:ArnLike': arns,
    Null: missing,
    ...(narrow.length > 0 && { NotIpAddress: { 'aws:sourceip': narrow } }),
  };
}

function claimOf(key: string, knowsSecrets: boolean, named: boolean): Claim | undefined {
  if (Object.hasOwn(ofPrincipal, key)) return ofPrincipal[key];
  if (Object.hasOwn(secrets, key)) return knowsSecrets ? undefined : secrets[key];
  return Object.hasOwn(ofOrigin, key) && !(named && key === 'aws:sourceaccount') ? ofOrigin[key] : undefined;
}

const conditionsIn = (policies: PolicySet): readonly Condition[] =>
  policies.flatMap(({ statements }) =>
    statements.flatMap(({ conditions }) => (isUnknown(conditions) ? [] : conditions)),
  );

/** Blocks no smaller than an eighth of a family's first octet are nobody's own: such a list confines no one. */
const openFrom = { 32: 24, 128: 96 } as const;

/** Blocks of addresses that somebody meant. An outsider has none of them. */
function narrowBlocks(policies: PolicySet): readonly string[] {
  const values = conditionsIn(policies).flatMap(({ key, operator, values }) =>
    key === 'aws:sourceip' && /^(for\w+:)?ipaddress/i.test(operator) && !isUnknown(values) ? values : [],
  );
  return values.flatMap((pattern) => {
    const block = plainText(pattern) ?? '';
    const range = parseRange(block);
    return range && range.to - range.from + 1n <= 1n << BigInt(openFrom[range.bits]) ? [block] : [];
  });
}
