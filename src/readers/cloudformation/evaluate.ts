import { choiceLeaf, isLeaf, isList, notedLeaf, partialLeaf, unknownLeaf, type Raw } from '../../model/raw';
import { joinText, lift, unknownFrom } from './compose';
import {
  entriesOf,
  equalData,
  intrinsic,
  isDataList,
  isDataObject,
  listOf,
  member,
  scalarText,
  type Data,
} from './data';
import { unroll } from './loops';
import { assuming, type Scope } from './scope';

/**
 * What a value in a template means: plain data where it is known, leaves where it is not. `AWS::NoValue` is undefined, and
 * leaves no member and no item behind.
 */
export function evaluate(data: Data, scope: Scope): Raw {
  if (isDataList(data)) return data.map((item) => evaluate(item, scope)).filter((item) => item !== undefined);
  if (!isDataObject(data)) return data;
  const call = intrinsic(data);
  if (call) {
    const apply = functions.get(call.name);
    // Without its name, which may be a password that nobody put into quotation marks: `Password: !secret`.
    return apply ? apply(call.argument, scope) : unknownLeaf('a function that is not known is settled at deployment');
  }
  const { members, open } = unroll(data, scope, evaluate);
  const known = Object.fromEntries(
    members
      .filter(({ key }) => key !== 'Fn::Transform')
      .map(({ key, value }) => [key, evaluate(value, scope)] as const)
      .filter(([, value]) => value !== undefined),
  );
  if (open[0] !== undefined) return partialLeaf(known, `${open[0]} goes over what is settled at deployment`);
  return members.some(({ key }) => key === 'Fn::Transform') ? partialLeaf(known, 'a macro adds to this') : known;
}

type IntrinsicFunction = (argument: Data, scope: Scope) => Raw;

/** Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
const functions: ReadonlyMap<string, IntrinsicFunction> = new Map<string, IntrinsicFunction>([
  ['Ref', (argument, scope) => (typeof argument === 'string' ? ref(argument, scope) : unknownLeaf('not a name'))],
  ['Fn::Base64', (argument, scope) => evaluate(argument, scope)],
  ['Fn::Cidr', () => unknownLeaf('settled at deployment: Fn::Cidr')],
  ['Fn::FindInMap', findInMap],
  ['Fn::GetAZs', () => unknownLeaf('settled at deployment: the availability zones', [], { source: 'platform' })],
  ['Fn::GetAtt', getAtt],
  ['Fn::If', either],
  ['Fn::ImportValue', importValue],
  ['Fn::Join', join],
  ['Fn::Length', (argument, scope) => lift(evaluate(argument, scope), lengthOf)],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::Sub', sub],
  // Whoever reads a document reads a structure as well as its text.
  ['Fn::ToJsonString', (argument, scope) => evaluate(argument, scope)],
  [
    'Fn::Transform',
    (argument) => unknownLeaf(`macro "${scalarText(member(argument, 'Name'))}" writes this at deployment`),
  ],
  ['Fn::Unsettled', (argument) => unknownLeaf(scalarText(argument))],
]);

/** What other words than CloudFormation's call the account, the region and the partition. */
const symbols: Readonly<Record<string, string>> = {
  'AWS::AccountId': 'account',
  'AWS::Partition': 'partition',
  'AWS::Region': 'region',
};

function ref(name: string, scope: Scope): Raw {
  if (name === 'AWS::NoValue') return undefined;
  // The one that may be an empty list.
  if (name === 'AWS::NotificationARNs' && !Object.hasOwn(scope.pseudo, name))
    return unknownLeaf(`settled at deployment: ${name}`);
  if (name.startsWith('AWS::'))
    return Object.hasOwn(scope.pseudo, name)
      ? scope.pseudo[name]
      : unknownLeaf(`settled at deployment: ${name}`, [], { source: 'platform', symbol: symbols[name] ?? name });
  if (scope.parameters.has(name)) return scope.parameters.get(name);
  const id = scope.resources.get(name);
  if (id !== undefined) return unknownLeaf(`settled at deployment: ${name}`, [{ id }], { source: 'resource' });
  // SAM: `Ref: MyFunction.Version`.
  return name.includes('.') ? attributeOf(name, scope) : nothingCalled(name, name);
}

/** A template that is a part of another names what stands there. Whatever it is, it is the same for all who name it. */
const nothingCalled = (name: string, asked: string): Raw =>
  unknownLeaf(`nothing here is called "${name}"`, [], { symbol: `nothing here: ${asked}` });

function getAtt(argument: Data, scope: Scope): Raw {
  if (typeof argument === 'string') return attributeOf(argument, scope);
  const [resource, attribute] = listOf(argument);
  if (typeof resource !== 'string') return unknownLeaf('the attribute of a resource that is not named');
  const name = attribute === undefined ? '' : plainText(evaluate(attribute, scope));
  return attributeOf(name === undefined ? resource : `${resource}.${name}`, scope);
}

/** An attribute of a nested stack: `GetAtt: [Network, Outputs.VpcId]`. */
const outputs = 'Outputs.';

function attributeOf(dotted: string, scope: Scope): Raw {
  const dot = dotted.indexOf('.');
  const name = dot === -1 ? dotted : dotted.slice(0, dot);
  const attribute = dot === -1 ? '' : dotted.slice(dot + 1);
  const id = scope.resources.get(name);
  if (id === undefined) return nothingCalled(name, dotted);
  const output = attribute.startsWith(outputs) ? scope.outputOf(name, attribute.slice(outputs.length)) : undefined;
  if (output !== undefined) return output;
  const references = [{ id, ...(attribute && { attribute }) }];
  const written = writtenText(scope.writtenOf(name, attribute), scope);
  return written === undefined
    ? unknownLeaf(`settled at deployment: ${dotted}`, references, { source: 'resource' })
    : notedLeaf(written, { references, source: 'resource' });
}

/** A text that stands there, or that a parameter gives: an attribute of another resource might lead back here. */
function writtenText(data: Data | undefined, scope: Scope): Raw {
  if (typeof data === 'string') return data;
  const call = isDataObject(data) ? intrinsic(data) : undefined;
  const named = call?.name === 'Ref' && typeof call.argument === 'string' && !call.argument.includes('.');
  const given = named ? evaluate(data ?? null, scope) : undefined;
  return plainText(given) === undefined ? undefined : given;
}

/**
 * Both branches count unless the condition is decided without the help of a parameter's default. A default is only what
 * happens when nobody says otherwise: the other branch is in the template for those who do.
 */
function either(argument: Data, scope: Scope): Raw {
  const [condition, whenTrue, whenFalse] = isDataList(argument) ? argument : [];
  if (condition === undefined || whenTrue === undefined || whenFalse === undefined)
    return unknownLeaf('Fn::If without its three parts');
  if (equalData(whenTrue, whenFalse)) return evaluate(whenTrue, scope);
  const holds = scope.decide(condition, scope.assumed);
  if (holds !== undefined) return evaluate(holds ? whenTrue : whenFalse, assuming(scope, condition, holds));
  const branches = [
    evaluate(whenTrue, assuming(scope, condition, true)),
    evaluate(whenFalse, assuming(scope, condition, false)),
  ];
  if (branches.every((branch) => branch === undefined)) return undefined;
  return choiceLeaf(`condition "${typeof condition === 'string' ? condition : 'Fn::If'}"`, branches);
}

function findInMap(argument: Data, scope: Scope): Raw {
  const [map, top, second, options] = isDataList(argument) ? argument : [];
  if (map === undefined || top === undefined || second === undefined)
    return unknownLeaf('Fn::FindInMap without its three parts');
  const fallback = member(options, 'DefaultValue');
  const otherwise = fallback === undefined ? undefined : evaluate(fallback, scope);
  const keys = [map, top, second].map((key) => evaluate(key, scope));
  return lookUp(scope.mappings, keys, otherwise, scope);
}

const noSuchKey = unknownLeaf('no mapping has this key');

/** Follows keys into a mapping. A key that is not settled leads to everything it may lead to. */
function lookUp(data: Data | undefined, keys: readonly Raw[], otherwise: Raw, scope: Scope): Raw {
  const [key, ...others] = keys;
  if (data === undefined) return otherwise ?? noSuchKey;
  // A mapping holds no functions. One that looks into mappings could lead back here.
  if (keys.length === 0) return evaluate(data, { ...scope, mappings: undefined });
  return lift(key, (plain) => {
    const text = plainText(plain);
    if (text !== undefined) return lookUp(member(data, text), others, otherwise, scope);
    const { why } = unknownFrom(plain, 'not settled');
    const among = isLeaf(plain) && plain.leaf === 'unknown' ? plain.among?.map(plainText) : undefined;
    const names = entriesOf(data).map(([name]) => name);
    const values = names
      .filter((name) => !among || among.includes(name))
      .map((name) => lookUp(member(data, name), others, undefined, scope))
      .filter((value) => value !== noSuchKey);
    return choiceLeaf(`a mapping by ${why}`, distinct(otherwise === undefined ? values : [...values, otherwise]));
  });
}

function distinct(values: readonly Raw[]): readonly Raw[] {
  const texts = values.map((value) => (isLeaf(value) ? undefined : JSON.stringify(value)));
  return values.filter((_, i) => texts[i] === undefined || texts.indexOf(texts[i]) === i);
}

function importValue(argument: Data, scope: Scope): Raw {
  const name = evaluate(argument, scope);
  const text = plainText(name);
  if (text !== undefined)
    return (
      scope.imports(text) ??
      unknownLeaf(`settled at deployment: "${text}" of another stack`, [], { source: 'platform' })
    );
  return unknownLeaf(`settled at deployment: the export of another stack, by ${unknownFrom(name, 'its name').why}`);
}

function join(argument: Data, scope: Scope): Raw {
  const [delimiter, items] = isDataList(argument) ? argument : [];
  if (typeof delimiter !== 'string' || items === undefined) return unknownLeaf('Fn::Join without its two parts');
  return lift(evaluate(items, scope), (list) =>
    isList(list) ? joinText(list, delimiter) : unknownFrom(list, 'Fn::Join of what is no list'),
  );
}

function lengthOf(list: Raw): Raw {
  return isList(list) ? list.length : unknownFrom(list, 'the length of what is no list');
}

function select(argument: Data, scope: Scope): Raw {
  const [position, items] = isDataList(argument) ? argument : [];
  if (position === undefined || items === undefined) return unknownLeaf('Fn::Select without its two parts');
  return lift(evaluate(position, scope), (index) =>
    lift(evaluate(items, scope), (list) => {
      if (!isList(list)) return unknownFrom(list, 'Fn::Select of what is no list');
      const text = plainText(index);
      if (text === undefined) return choiceLeaf(unknownFrom(index, 'not settled').why, list);
      return list[Number(text)] ?? unknownLeaf(`Fn::Select finds no item ${text}`);
    }),
  );
}

/** A text with holes cannot be split: nobody knows how many delimiters a hole holds. */
function split(argument: Data, scope: Scope): Raw {
  const [delimiter, source] = isDataList(argument) ? argument : [];
  if (typeof delimiter !== 'string' || delimiter === '' || source === undefined)
    return unknownLeaf('Fn::Split without its two parts');
  return lift(evaluate(source, scope), (text) =>
    typeof text === 'string' ? text.split(delimiter) : unknownFrom(text, 'Fn::Split of what is no text'),
  );
}

function sub(argument: Data, scope: Scope): Raw {
  const [text, names] = isDataList(argument) ? argument : [argument];
  if (typeof text !== 'string') return unknownLeaf('Fn::Sub of what is no text');
  const pieces: Raw[] = [];
  let end = 0;
  for (let start = text.indexOf('${'); start !== -1; start = text.indexOf('${', end)) {
    const close = text.indexOf('}', start);
    if (close === -1) break;
    const name = text.slice(start + 2, close).trim();
    pieces.push(text.slice(end, start), name.startsWith('!') ? `\${${name.slice(1)}}` : named(name, names, scope));
    end = close + 1;
  }
  return joinText([...pieces, text.slice(end)], '');
}

function named(name: string, names: Data | undefined, scope: Scope): Raw {
  const own = member(names, name);
  if (own !== undefined) return evaluate(own, scope);
  const value = name.includes('.') ? attributeOf(name, scope) : ref(name, scope);
  // A list in a text is its items with commas between them.
  return lift(value, (plain) => (isList(plain) ? joinText(plain, ',') : plain));
}

/** A text, number or boolean as text, on whosever word it is known. */
export function plainText(raw: Raw): string | undefined {
  if (isLeaf(raw)) return raw.leaf === 'noted' ? plainText(raw.value) : undefined;
  return raw === undefined || raw === null || typeof raw === 'object' ? undefined : String(raw);
}
