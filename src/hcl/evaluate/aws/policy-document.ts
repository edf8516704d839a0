import { choiceValue, forEachBranch } from '../choice';
import { conditionsFrom, principalsFrom } from './policy-parts';
import { isGiven, itemsOf, knownTextOf, memberOf, withPolicyVariables, type Items } from './policy-values';
import { fromJson, fromParts } from '../json';
import { Failure } from '../failure';
import { marksOf, unknownFrom, whyOpen } from '../inspect';
import {
  jsonValue,
  listValue,
  nullValue,
  objectValue,
  stringValue,
  unknownValue,
  type ObjectValue,
  type Value,
} from '../value';

export const policyDocumentType = 'aws_iam_policy_document';

/**
 * The policy that `data.aws_iam_policy_document` writes as `json`, from its arguments; what is unknown in them stays a
 * hole. Merging, defaults and the spelling of variables are those of the provider.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function policyDocument(body: ObjectValue): Value {
  const parts = partNames.map((name) => memberOf(body, name));
  return forEachBranch(parts, true, (settled) => {
    const members = partNames.map((name, index) => [name, settled[index] ?? nullValue()] as const);
    return documentFrom({ ...body, members: new Map([...body.members, ...members]) });
  });
}

/** A condition on one of these is a condition on the whole policy. */
const partNames = [
  'statement',
  'source_policy_documents',
  'source_json',
  'override_policy_documents',
  'override_json',
] as const;

function documentFrom(body: ObjectValue): Value {
  const sources = policiesIn(body, 'source_policy_documents', 'source_json');
  const overrides = policiesIn(body, 'override_policy_documents', 'override_json');
  const own = itemsOf(memberOf(body, 'statement'));
  let merged: Items = { known: [], open: body.open };
  for (const source of sources) merged = merge(merged, statementsOf(source));
  merged = merge(merged, { known: own.known.map(statementFrom), open: own.open });
  for (const override of overrides) merged = overrule(merged, statementsOf(override));
  const version = memberOf(body, 'version');
  const id = memberOf(body, 'policy_id');
  const members: readonly (readonly [string, Value])[] = [
    ['Version', isGiven(version) ? version : stringValue('2012-10-17')],
    ...(isGiven(id) ? [['Id', id] as const] : []),
    ['Statement', listValue(merged.known, { at: body.at }, merged.open)],
  ];
  return jsonValue(objectValue(members, { at: body.at }), { at: body.at });
}

function policiesIn(body: ObjectValue, list: string, single: string): readonly Value[] {
  const { known, open } = itemsOf(memberOf(body, list));
  const alone = memberOf(body, single);
  return [
    ...(isGiven(alone) ? [alone] : []),
    ...known.filter(isGiven),
    ...(open === undefined ? [] : [unknownValue(open)]),
  ];
}

/** The statements of a policy that is given as text, or as structure. */
function statementsOf(policy: Value): Items {
  const document = documentOf(policy);
  if (document.kind === 'object') return itemsOf(memberOf(document, 'Statement'));
  return { known: [], open: whyOpen(document) ?? 'not a JSON document' };
}

function documentOf(policy: Value): Value {
  if (policy.kind === 'json') return policy.value;
  try {
    if (policy.kind === 'string') return fromJson(policy.value);
    if (policy.kind === 'template') return fromParts(policy.parts);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return unknownValue(error.message);
  }
  return unknownFrom([policy]);
}

function sidOf(statement: Value): string | undefined {
  const sid = statement.kind === 'object' ? knownTextOf(statement.members.get('Sid')) : undefined;
  return sid === '' ? undefined : sid;
}

/** A later statement replaces an earlier one of the same name. */
function merge(earlier: Items, later: Items): Items {
  const known = [...earlier.known];
  for (const statement of later.known) {
    const sid = sidOf(statement);
    const same = sid === undefined ? -1 : known.findIndex((one) => sidOf(one) === sid);
    if (same === -1) known.push(statement);
    else known[same] = statement;
  }
  return { known, open: earlier.open ?? later.open };
}

/** An override that is not known may replace any statement that has a name. */
function overrule(base: Items, override: Items): Items {
  const { open } = override;
  if (open === undefined) return merge(base, override);
  const known = base.known.map((one) =>
    sidOf(one) === undefined ? one : choiceValue(open, [one, unknownValue(open)]),
  );
  return merge({ ...base, known }, override);
}

function statementFrom(block: Value): Value {
  if (block.kind === 'choice') return choiceValue(block.why, block.branches.map(statementFrom));
  if (block.kind !== 'object') return unknownFrom([block]);
  const element = (name: string, value: Value): readonly (readonly [string, Value])[] =>
    isGiven(value) ? [[name, value]] : [];
  const written = (key: string): Value => memberOf(block, key);
  const made = (key: string, make: (value: Value) => Value): Value =>
    forEachBranch([written(key)], true, ([value]) => (isGiven(value) ? make(value) : value));
  const effect = written('effect');
  const members = [
    ...element('Sid', written('sid')),
    ...element('Effect', isGiven(effect) ? effect : stringValue('Allow')),
    ...element('Action', written('actions')),
    ...element('NotAction', written('not_actions')),
    ...element('Resource', withPolicyVariables(written('resources'))),
    ...element('NotResource', withPolicyVariables(written('not_resources'))),
    ...element('Principal', made('principals', principalsFrom)),
    ...element('NotPrincipal', made('not_principals', principalsFrom)),
    ...element('Condition', made('condition', conditionsFrom)),
  ];
  return objectValue(members, { at: block.at, ...marksOf([block]) }, block.open);
} // prettier-ignore
