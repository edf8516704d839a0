import { entriesOf, intrinsic, isDataList, isDataObject, member, scalarText, type Data } from './data';
import { expandApi, expandHttpApi, implicitApis } from './sam-api';
import { expandFunction, expandStateMachine } from './sam-function';
import { generate, propertiesOf } from './sam-resource';
import type { Declaration } from './template';

const samPrefix = 'AWS::Serverless::';

/**
 * Turns the resources of the Serverless Application Model into the plain resources that its transform writes, as far as
 * they matter here: permissions for event sources, versions and deployments are left out, because SAM always confines
 * them to the source. A type that is not known stays as it is.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function expandServerless(
  declared: readonly Declaration[],
  globals: Data | undefined,
): { readonly declarations: readonly Declaration[]; readonly notes: readonly string[] } {
  const typeOf = ({ data }: Declaration) => scalarText(member(data, 'Type'));
  if (!declared.some((one) => typeOf(one).startsWith(samPrefix))) return { declarations: declared, notes: [] };
  const whole = declared.map((one) => withGlobals(one, typeOf(one), globals));
  const apis = new Map(whole.map((one) => [one.logicalId, one]));
  const notes: string[] = [];
  const expanded = whole.flatMap((one): readonly Declaration[] => {
    switch (typeOf(one)) {
      case 'AWS::Serverless::Function':
        return expandFunction(one, apis, globals);
      case 'AWS::Serverless::Api':
        return expandApi(one);
      case 'AWS::Serverless::HttpApi':
        return expandHttpApi(one);
      case 'AWS::Serverless::StateMachine':
        return expandStateMachine(one);
      case 'AWS::Serverless::SimpleTable':
        return [simpleTable(one)];
      case 'AWS::Serverless::LayerVersion':
        return [generate(one, { type: 'AWS::Lambda::LayerVersion', properties: propertiesOf(one) })];
    }
    if (typeOf(one).startsWith(samPrefix)) notes.push(`"${one.logicalId}" (${typeOf(one)}) is not expanded`);
    return [one];
  });
  // What is written wins over what would be generated under the same logical id.
  const written = new Set(whole.map(({ logicalId }) => logicalId));
  const generated = [...expanded, ...implicitApis(whole, globals)];
  const seen = new Set<string>();
  const declarations = generated.filter(({ logicalId, data }) => {
    const isNew = !seen.has(logicalId) && (!written.has(logicalId) || isReplacement(data, apis.get(logicalId)));
    if (isNew) seen.add(logicalId);
    return isNew;
  });
  return { declarations, notes };
}

/** A generated resource may only stand in for a SAM resource, or be the written one itself. */
const isReplacement = (data: Data, written: Declaration | undefined): boolean =>
  data === written?.data || scalarText(member(written?.data, 'Type')).startsWith(samPrefix);

/**
 * Properties that a resource shares with its kind: maps are merged, lists joined, anything else overridden.
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html
 */
function withGlobals(one: Declaration, type: string, globals: Data | undefined): Declaration {
  if (!type.startsWith(samPrefix)) return one;
  const kind = type.slice(samPrefix.length);
  const shared = member(globals, kind);
  if (!isDataObject(shared) || !isDataObject(one.data)) return one;
  return {
    ...one,
    data: { ...one.data, Properties: merge(shared, member(one.data, 'Properties') ?? {}) },
    origin: { ...one.origin, properties: [...one.origin.properties, ['Globals', kind]] },
  };
}

function merge(shared: Data, own: Data): Data {
  if (isDataList(shared) && isDataList(own)) return [...shared, ...own];
  if (!isDataObject(shared) || !isDataObject(own) || intrinsic(shared) || intrinsic(own)) return own;
  const merged = entriesOf(own).map(([key, value]) => {
    const base = member(shared, key);
    return [key, base === undefined ? value : merge(base, value)] as const;
  });
  return Object.fromEntries([...entriesOf(shared).filter(([key]) => member(own, key) === undefined), ...merged]);
}

function simpleTable(one: Declaration): Declaration {
  const { PrimaryKey: key, ...rest } = propertiesOf(one);
  const name = member(key, 'Name') ?? 'id';
  return generate(one, {
    type: 'AWS::DynamoDB::Table',
    properties: { ...rest, KeySchema: [{ AttributeName: name, KeyType: 'HASH' }] },
  });
}
