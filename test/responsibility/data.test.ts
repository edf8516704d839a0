import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { responsibilityData } from '../../src/responsibility/data';

interface Row {
  readonly cfnType: string | null;
  readonly tfType: string | readonly string[] | null;
}

const file = JSON.parse(readFileSync(join(__dirname, '../../data/responsibility/services.json'), 'utf8')) as {
  readonly version: string;
  readonly generated: string;
  readonly areas: readonly unknown[];
  readonly sources: object;
  readonly resources: readonly Row[];
};

test('what is read line by line is what the file says', () => {
  const { version, areas, sources, types } = responsibilityData();
  expect({ version, areas, sources }).toEqual({
    version: `${file.version} (${file.generated})`,
    areas: file.areas,
    sources: file.sources,
  });
  const named = file.resources.flatMap(({ cfnType, tfType, ...known }) =>
    [cfnType, ...[tfType ?? []].flat()].flatMap((name) => (name === null ? [] : [[name, known] as const])),
  );
  expect(new Set(types.keys())).toEqual(new Set(named.map(([name]) => name)));
  for (const [name, known] of new Map(named)) expect(types.get(name)).toEqual(known);
});

test('what the data do not know is not there', () => {
  expect(responsibilityData().types.get('aws_nothing')).toBeUndefined();
  expect(responsibilityData().types.has('constructor')).toBe(false);
});
