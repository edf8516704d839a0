import type { Property } from '../../model/property';
import type { Condition, Element, Pattern, PolicyDocument, Principals, Statement } from '../../model/policy';
import { chain, known, map, otherwise, unknown, type Settled } from '../../model/value';

/**
 * Reads a policy document, written as text or structure, with single values where lists are meant and keys missing, as
 * the IAM grammar allows. What cannot be read is unknown.
 *
 * @returns undefined where nothing is written.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function policyDocument(property: Property): PolicyDocument | undefined {
  const document = property.document();
  if (document.state === 'absent') return undefined;
  if (document.state === 'known' || !document.mayBeAbsent)
    return { at: property.at, statements: chain(document, statementsOf), ...versionOf(document) };
  const { mayBeAbsent: _, ...written } = document;
  return perhaps({ at: property.at, statements: chain(written, statementsOf) }, document.why);
}

/** A version that is not known, or not the same in all branches, is taken for the one that everybody writes. */
function versionOf(document: Settled<Property>): Pick<PolicyDocument, 'version'> {
  const version = document.state === 'known' ? document.value.get('Version').text() : undefined;
  if (version?.state === 'absent') return {};
  return { version: version?.state === 'known' ? version.value : '2012-10-17' };
}

function statementsOf(root: Property): Settled<readonly Statement[]> {
  const read = map(root.get('Statement').list(), (items) => items.flatMap(statementsIn));
  return otherwise(read, [], 'the document has no statement');
}

/** A document that may also be missing: then it has no statement. */
export function perhaps({ statements, ...document }: PolicyDocument, why: string): PolicyDocument {
  const among = statements.state === 'known' ? [statements.value] : statements.among;
  return { statements: unknown(why, statements.at, among && [...among, []]), ...document };
}

/** A statement of which nothing is known may name what it means, or leave it out: it stands as two. */
function statementsIn(item: Property): readonly Statement[] {
  const named = statement(item);
  const entries = item.entries();
  if (entries.state !== 'unknown' || entries.among) return [named];
  const { why, at } = entries;
  const all: Element = { negated: true, patterns: unknown(why, at) };
  return [named, { ...named, actions: all, resources: all, principals: { negated: true, members: unknown(why, at) } }];
}

export function statement(property: Property): Statement {
  const sid = property.get('Sid').text();
  const resources = element(property, 'Resource');
  const principals = principalsOf(property);
  return {
    at: property.at,
    ...(sid.state === 'known' && { sid: sid.value }),
    effect: effect(property.get('Effect')),
    actions: element(property, 'Action') ?? { negated: false, patterns: known([], property.get('Action').at) },
    ...(resources && { resources }),
    ...(principals && { principals }),
    conditions: conditions(property.get('Condition')),
  };
}

/** Effect has no default, and is compared exactly; anything else is an error of the author, and unknown here. */
function effect(property: Property): Settled<'Allow' | 'Deny'> {
  const text = otherwise(property.text(), '', 'not written');
  return chain(text, (value) =>
    value === 'Allow' || value === 'Deny' ? known(value, property.at) : unknown('no valid Effect', property.at),
  );
}

function element(statement: Property, key: 'Action' | 'Resource'): Element | undefined {
  const plain = patterns(statement.get(key));
  if (plain) return { negated: false, patterns: plain };
  const negated = patterns(statement.get(`Not${key}`));
  return negated && { negated: true, patterns: negated };
}

/** The patterns that a text or a list of texts holds; undefined where nothing is written. */
export function patterns(property: Property): Settled<readonly Settled<Pattern>[]> | undefined {
  const items = property.list();
  if (items.state === 'absent') return undefined;
  // A lone value that a resource fills is a list of one.
  const lone = property.parts();
  if (items.state === 'unknown' && lone.state === 'known') return known([lone], property.at);
  const settled: Settled<readonly Property[]> =
    items.state === 'unknown' && items.mayBeAbsent ? unknown(items.why, items.at) : items;
  return map(settled, (list) =>
    list.flatMap((item) => {
      const parts = item.parts();
      return parts.state === 'absent' ? [] : [parts];
    }),
  );
}

function principalsOf(statement: Property): Principals | undefined {
  for (const [key, negated] of [
    ['Principal', false],
    ['NotPrincipal', true],
  ] as const) {
    const property = statement.get(key);
    const present = property.present();
    if (present.state === 'known' && !present.value) continue;
    return { negated, members: members(property) };
  }
  return undefined;
}

function members(property: Property): Principals['members'] {
  const text = property.text();
  if (text.state === 'known')
    return known([{ kind: 'AWS', patterns: known([known([text.value], property.at)], property.at) }], property.at);
  const entries = otherwise(property.entries(), [], 'no principal');
  return map(entries, (list) =>
    list.map(([kind, value]) => ({ kind, patterns: patterns(value) ?? known([], value.at, 'no principal') })),
  );
}

export function conditions(property: Property): Settled<readonly Condition[]> {
  const operators = otherwise(property.entries(), [], 'no condition');
  return chain(operators, (list): Settled<readonly Condition[]> => {
    const read: Condition[] = [];
    for (const [operator, keys] of list) {
      const entries = otherwise(keys.entries(), [], 'no condition key');
      if (entries.state === 'unknown') return unknown(entries.why, entries.at);
      for (const [key, values] of entries.value)
        read.push({ operator, key, values: patterns(values) ?? known([], values.at), at: values.at });
    }
    return known(read, property.at);
  });
}
