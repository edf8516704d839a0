import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Property } from '../../src/model/property';
import type { Resource } from '../../src/model/resource';
import type { Input } from '../../src/readers/input';
import { readCloudFormation } from '../../src/readers/cloudformation/reader';
import type { GivenParameters } from '../../src/readers/cloudformation/parameters';

export const fixture = (name: string): string =>
  readFileSync(join(__dirname, '..', '..', 'fixtures', 'templates', name), 'utf8');

export const read = (text: string | Buffer | object, parameters: GivenParameters = {}): Input =>
  readCloudFormation(
    [
      {
        path: 'template',
        text: typeof text === 'string' || Buffer.isBuffer(text) ? text : JSON.stringify(text),
      },
    ],
    { path: 'template', parameters },
  );

export function resource(input: Input, address: string): Resource {
  const found = input.after.resources.find((one) => one.address === address);
  if (!found) throw new Error(`no resource "${address}"`);
  return found;
}

/** One resource whose only property holds a value. */
export const valueOf = (value: unknown, others: object = {}, parameters: GivenParameters = {}): Property =>
  resource(
    read(
      {
        Resources: { Key: { Type: 'AWS::KMS::Key' }, X: { Type: 'AWS::Test::X', Properties: { Value: value } } },
        ...others,
      },
      parameters,
    ),
    'X',
  ).properties.get('Value');

/** Everything a service can learn from a property, through the accessors that it has. */
export function leaves(property: Property): unknown {
  const entries = property.entries();
  const list = property.list();
  const isList = list.state === 'known' && list.value.some((item) => item.at.path.length > property.at.path.length);
  const text = property.text();
  return {
    present: property.present(),
    references: property.references(),
    parts: property.parts(),
    text,
    flag: property.flag(),
    ...(entries.state === 'known' &&
      !isList && {
        members: Object.fromEntries(entries.value.map(([key, value]) => [`.${key}`, leaves(value)])),
      }),
    ...(isList && { items: list.value.map(leaves) }),
  };
}

export const allLeaves = (input: Input): unknown =>
  Object.fromEntries(
    input.after.resources.map((one) => [
      one.id,
      { type: one.type, properties: leaves(one.properties), attributes: one.attributes && leaves(one.attributes) },
    ]),
  );
