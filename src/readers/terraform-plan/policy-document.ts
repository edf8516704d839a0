import {
  isLeaf,
  isList,
  isObject,
  notedLeaf,
  partialLeaf,
  templateLeaf,
  unknownLeaf,
  type Raw,
  type RawObject,
} from '../../model/raw';

/**
 * Builds the policy that `data.aws_iam_policy_document` will write as `json`, from its arguments; what is unknown in
 * them stays a hole. Merging, defaults and the spelling of variables are those of the provider
 * (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document).
 */
export function policyFrom(document: RawObject): Raw {
  const sources = policiesIn(document, 'source_policy_documents', 'source_json');
  const overrides = policiesIn(document, 'override_policy_documents', 'override_json');
  const own = items(document['statement']);
  let merged: Statements = { known: [], open: undefined };
  for (const source of sources) merged = merge(merged, statementsOf(source));
  merged = merge(merged, { known: own.known.map(statementFrom), open: own.open });
  for (const override of overrides) merged = overrule(merged, statementsOf(override));
  const { known, open } = merged;
  return {
    Version: given(document['version']) ? document['version'] : '2012-10-17',
    ...(given(document['policy_id']) && { Id: document['policy_id'] }),
    Statement: open === undefined ? known : partialLeaf(known, open),
  };
}

/** Statements, and why there may be more of them. */
interface Statements {
  readonly known: readonly Raw[];
  readonly open: string | undefined;
}

const notSettled = 'settled at apply';

const unwrap = (raw: Raw): Raw => (isLeaf(raw) && raw.leaf === 'noted' ? unwrap(raw.value) : raw);

const whyOf = (raw: Raw): string => (isLeaf(raw) && 'why' in raw ? raw.why : notSettled);

function given(raw: Raw): boolean {
  const bare = unwrap(raw);
  return bare !== undefined && bare !== null && bare !== '' && !(isList(bare) && bare.length === 0);
}

/** The elements of a list that may be unknown, or of which some may be missing. A lone block counts as a list. */
function items(raw: Raw): Statements {
  const bare = unwrap(raw);
  if (bare === undefined || bare === null) return { known: [], open: undefined };
  if (isList(bare)) return { known: bare, open: undefined };
  if (!isLeaf(bare)) return { known: [bare], open: undefined };
  if (bare.leaf === 'partial' && isList(bare.known)) return { known: bare.known, open: bare.why };
  return { known: [], open: whyOf(bare) };
}

function policiesIn(document: RawObject, list: string, single: string): readonly Raw[] {
  const { known, open } = items(document[list]);
  return [
    ...(given(document[single]) ? [document[single]] : []),
    ...known.filter(given),
    ...(open === undefined ? [] : [unknownLeaf(open)]),
  ];
}

/** The statements of a policy that is given as text, or was rebuilt already. */
function statementsOf(policy: Raw): Statements {
  const bare = unwrap(policy);
  const document = typeof bare === 'string' ? parsed(bare) : bare;
  if (!isObject(document)) return { known: [], open: whyOf(document) };
  return items(document['Statement']);
}

function parsed(text: string): Raw {
  try {
    return JSON.parse(text) as Raw;
  } catch {
    return unknownLeaf('not a JSON document');
  }
}

function sidOf(statement: Raw): string | undefined {
  const sid = isObject(statement) ? unwrap(statement['Sid']) : undefined;
  return typeof sid === 'string' && sid !== '' ? sid : undefined;
}

/** A later statement replaces an earlier one of the same name. */
function merge(earlier: Statements, later: Statements): Statements {
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
function overrule(base: Statements, override: Statements): Statements {
  const { open } = override;
  const known =
    open === undefined ? base.known : base.known.map((one) => (sidOf(one) === undefined ? one : unknownLeaf(open)));
  return merge({ ...base, known }, override);
}

function statementFrom(block: Raw): Raw {
  const bare = unwrap(block);
  if (!isObject(bare)) return unknownLeaf(whyOf(bare));
  const element = (name: string, key: string, value: Raw = bare[key]) => given(value) && { [name]: value };
  return {
    ...element('Sid', 'sid'),
    Effect: given(bare['effect']) ? bare['effect'] : 'Allow',
    ...element('Action', 'actions'),
    ...element('NotAction', 'not_actions'),
    ...element('Resource', 'resources', variables(bare['resources'])),
    ...element('NotResource', 'not_resources', variables(bare['not_resources'])),
    ...element('Principal', 'principals', given(bare['principals']) ? principalsFrom(bare['principals']) : undefined),
    ...element('NotPrincipal', 'not_principals', given(bare['not_principals']) ? principalsFrom(bare['not_principals']) : undefined),
    ...element('Condition', 'condition', given(bare['condition']) ? conditionsFrom(bare['condition']) : undefined),
  }; // prettier-ignore
}

/** Only `*` of type `*` is everyone written short: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
function principalsFrom(raw: Raw): Raw {
  const { known, open } = items(raw);
  const members = new Map<string, readonly Raw[]>();
  for (const block of known) {
    const type = isObject(block) ? unwrap(block['type']) : undefined;
    if (!isObject(block) || typeof type !== 'string') return unknownLeaf(whyOf(isObject(block) ? type : block));
    const identifiers = items(variables(block['identifiers']));
    const missing = identifiers.open === undefined ? [] : [unknownLeaf(identifiers.open)];
    members.set(type, [...(members.get(type) ?? []), ...identifiers.known, ...missing]);
  }
  const everyone = members.get('*');
  if (open === undefined && members.size === 1 && everyone?.length === 1 && unwrap(everyone[0]) === '*') return '*';
  const principals = Object.fromEntries(members);
  return open === undefined ? principals : partialLeaf(principals, open);
}

function conditionsFrom(raw: Raw): Raw {
  const { known, open } = items(raw);
  const tests = new Map<string, Map<string, readonly Raw[]>>();
  for (const block of known) {
    const test = isObject(block) ? unwrap(block['test']) : undefined;
    const variable = isObject(block) ? unwrap(block['variable']) : undefined;
    if (!isObject(block) || typeof test !== 'string' || typeof variable !== 'string')
      return unknownLeaf(whyOf(isObject(block) ? (typeof test === 'string' ? variable : test) : block));
    const values = items(variables(block['values']));
    const missing = values.open === undefined ? [] : [unknownLeaf(values.open)];
    const keys = tests.get(test) ?? new Map<string, readonly Raw[]>();
    tests.set(test, keys.set(variable, [...(keys.get(variable) ?? []), ...values.known, ...missing]));
  }
  const conditions = Object.fromEntries([...tests].map(([test, keys]) => [test, Object.fromEntries(keys)]));
  return open === undefined ? conditions : partialLeaf(conditions, open);
}

/** `&{aws:username}` is how Terraform sources write the policy variable `${aws:username}`. */
function variables(raw: Raw): Raw {
  if (typeof raw === 'string') return raw.replaceAll('&{', '${');
  if (isList(raw)) return raw.map(variables);
  if (!isLeaf(raw)) return raw;
  switch (raw.leaf) {
    case 'noted': {
      const { leaf: _, value, ...note } = raw;
      return notedLeaf(variables(value), note);
    }
    case 'partial':
      return isList(raw.known) ? partialLeaf(raw.known.map(variables), raw.why) : raw;
    case 'template':
      return templateLeaf(raw.parts.map((part) => (typeof part === 'string' ? part.replaceAll('&{', '${') : part)));
    default:
      return raw;
  }
}
