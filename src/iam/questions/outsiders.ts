import { parseRange } from '../conditions/address';
import type { Condition, Pattern, PolicySet } from '../model';
import { plainText } from '../pattern';
import { holes, isUnknown, type Holes } from '../text';
import { keysMet } from './scope';

/**
 * What a request from outside says of itself. Keys whose value the caller cannot choose have a value of their own, that no
 * policy mentions, or none; the caller may say anything in all others: agents, referers, tags, encryption contexts, the
 * service it comes through, and addresses within its own network, which are not unique (`aws:VpcSourceIp`).
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html (what is public)
 * @see https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html
 */
type Claim = readonly (string | Holes)[];

const elsewhere = { reference: 'an account outside' };
/** A text with a name of the outsider's own for each `@`. */
const text = (written: string): Holes =>
  holes(...written.split(/(@)/).map((part) => (part === '@' ? elsewhere : part)));

const account: Claim = [text('@')];
const organization: Claim = [text('o-@')];
const paths: Claim = [text('o-@/*')];

/** The resource that a service acts for. */
const sources: Claim = [text('arn:*:*:*:@:*'), text('arn:*:s3:::@')];

/** Of the principal. */
const ofPrincipal: Readonly<Record<string, Claim>> = {
  'aws:principalorgid': organization,
  'aws:principalorgpaths': paths,
  'aws:userid': [text('AIDA@'), text('AROA@:*')],
  'aws:username': account,
  'identitystore:userid': account,
};

/** Of whoever did not sign; it has nothing else of a principal. */
const ofAnyone: Readonly<Record<string, Claim>> = {
  'aws:userid': ['anonymous'],
  'aws:principaltype': ['Anonymous'],
  'lambda:functionurlauthtype': ['NONE'],
};

/** Services alone have them. */
const ofServices = new Set(['aws:principalservicename', 'aws:principalservicenameslist']);

/** Of the network, of where a session comes from, or of the resource a service acts for. */
const ofOrigin: Readonly<Record<string, Claim>> = {
  'aws:sourceaccount': account,
  'aws:sourceowner': account,
  'aws:sourceorgid': organization,
  'aws:sourceorgpaths': paths,
  'aws:sourcearn': sources,
  'aws:sourcevpc': [text('vpc-@')],
  'aws:sourcevpce': [text('vpce-@')],
  'aws:sourcevpcarn': [text('arn:*:ec2:*:@:vpc/*')],
  'aws:vpceaccount': account,
  'aws:vpceorgid': organization,
  'aws:vpceorgpaths': paths,
  'aws:ec2instancesourcevpc': [text('vpc-@')],
  'aws:chatbotsourcearn': [text('arn:*:chatbot::@:*')],
  'ec2:sourceinstancearn': [text('arn:*:ec2:*:@:instance/*')],
  'lambda:sourcefunctionarn': [text('arn:*:lambda:*:@:function:*')],
  'ssm:sourceinstancearn': [text('arn:*:*:*:@:*')],
  'lambda:eventsourcetoken': account,
  'lambda:functionurlauthtype': ['NONE', 'AWS_IAM'],
  's3:dataaccesspointaccount': account,
  's3:dataaccesspointarn': [text('arn:*:s3:*:@:accesspoint/*')],
  'elasticfilesystem:accessedviamounttarget': ['false'],
  // Where messages go: an address, a mailbox or a queue of one's own.
  'sns:endpoint': [text('https://@/'), holes('*@', elsewhere), text('arn:aws:sqs:*:@:@')],
};

/** Of the resource: it belongs to no outsider, so a condition that makes its owner the caller keeps outsiders out. */
const ofResource: Readonly<Record<string, Claim>> = {
  'aws:resourceaccount': account,
  's3:resourceaccount': account,
  'aws:resourceorgid': organization,
  'aws:resourceorgpaths': paths,
};

/** Shared with the callers one means, and with no other. */
const secrets: Readonly<Record<string, Claim>> = { 'sts:externalid': account };

export interface Outsider {
  readonly signed: boolean;
  /** Whether it holds the secrets that are agreed with those a policy names. */
  readonly knowsSecrets: boolean;
  /** The account is one a policy may name: keys about accounts say nothing. */
  readonly named?: boolean;
  /** The service it is, by its names. */
  readonly service?: readonly string[];
}

/** The conditions that hold of an outsider's requests, for the keys that a policy tests. */
export function claimsOf(outsider: Outsider, policies: PolicySet): Readonly<Record<string, unknown>> {
  const like: Record<string, Claim> = {};
  const arns: Record<string, Claim> = {};
  const notLike: Record<string, Claim> = {};
  const missing: Record<string, string> = {};
  for (const key of keysMet(policies)) {
    if (Object.hasOwn(ofResource, key)) notLike[key] = ofResource[key] ?? [];
    const claim = claimOf(key, outsider);
    if (claim === 'missing') missing[key] = 'true';
    else if (claim) (key.endsWith('arn') ? arns : like)[key] = claim;
  }
  for (const key of Object.keys(arns).filter(namesSource)) {
    const written = valuesOf(key, policies);
    arns[key] = [...(arns[key] ?? []), ...openBuckets(written)];
    notLike[key] = accountsIn(written);
  }
  const narrow = narrowBlocks(policies);
  return {
    'ForAllValues:StringLike': like,
    'ForAllValues:StringNotLike': notLike,
    'ForAllValues:ArnLike': arns,
    Null: missing,
    ...(narrow.length > 0 && { NotIpAddress: { 'aws:sourceip': narrow } }),
  };
}

const namesSource = (key: string): boolean => key === 'aws:sourcearn' || contextOfService.test(key);

/**
 * A service puts the ARN of the resource that it acts for into the encryption context. What others put there is theirs
 * to choose.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
const contextOfService = /^kms:encryptioncontext:aws:.*arn$/;

function claimOf(key: string, { signed, knowsSecrets, named, service }: Outsider): Claim | 'missing' | undefined {
  if (service && contextOfService.test(key)) return sources;
  if (ofServices.has(key)) return service ?? 'missing';
  if (!signed && Object.hasOwn(ofAnyone, key)) return ofAnyone[key];
  if (Object.hasOwn(ofPrincipal, key)) return signed ? ofPrincipal[key] : 'missing';
  if (Object.hasOwn(secrets, key)) return knowsSecrets ? undefined : secrets[key];
  return Object.hasOwn(ofOrigin, key) && !(named && key === 'aws:sourceaccount') ? ofOrigin[key] : undefined;
}

const conditionsIn = (policies: PolicySet): readonly Condition[] =>
  policies.flatMap(({ statements }) =>
    statements.flatMap(({ conditions }) => (isUnknown(conditions) ? [] : conditions)),
  );

const valuesOf = (wanted: string, policies: PolicySet): readonly Pattern[] =>
  conditionsIn(policies).flatMap(({ key, values }) => (key === wanted && !isUnknown(values) ? values : []));

/** The ARN of a bucket has no account in it: where its name is left open, anybody may own one of that name. */
const openBuckets = (written: readonly Pattern[]): Claim =>
  written.flatMap((pattern) => {
    const name = /^arn:[^:]*:s3:::([^:]*[*?][^:]*)$/.exec(plainText(pattern) ?? '')?.[1];
    return name === undefined ? [] : [text(`arn:*:s3:::${name.replace(/\*+/g, '@').replace(/\?/g, 'x')}`)];
  });

/**
 * Accounts where an ARN has one, between colons. No name of a resource is such a text, so an ARN that is compared as
 * plain text has it nowhere but in its own place.
 */
const accountsIn = (written: readonly Pattern[]): Claim =>
  written.flatMap((pattern) =>
    pattern.flatMap((piece): Claim => {
      if (piece.kind === 'reference') return [holes('*:', { reference: piece.reference }, ':*')];
      return piece.kind === 'text' ? [...piece.text.matchAll(/\b\d{12}\b/g)].map(([number]) => `*:${number}:*`) : [];
    }),
  );

/** Blocks wider than this are nobody's own: such a block confines no one. */
const openFrom = { 32: 24, 128: 96 } as const;
const halfOfAll = 1n << 31n;

/** Blocks of addresses that somebody meant. An outsider has none of them. */
function narrowBlocks(policies: PolicySet): readonly string[] {
  const written = conditionsIn(policies).flatMap(({ key, operator, values }) =>
    key === 'aws:sourceip' && /ipaddress/i.test(operator) && !isUnknown(values) ? values.map(plainText) : [],
  );
  const narrow = [...new Set(written)].flatMap((block = '') => {
    const range = parseRange(block);
    if (!range) return [];
    const size = range.to - range.from + 1n;
    return size <= 1n << BigInt(openFrom[range.bits]) ? [{ block, size: range.bits === 32 ? size : 0n }] : [];
  });
  // Narrow ones that fill the Internet together are nobody's own either.
  const together = narrow.reduce((sum, { size }) => sum + size, 0n);
  return together > halfOfAll ? [] : narrow.map(({ block }) => block);
}
