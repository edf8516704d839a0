import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { terraformStacks } from '../../aspects/guard-terraform';
import { matrix } from '../../src/matrix';
import type { Area, Party } from '../../src/model/finding';
import type { ResourceGraph } from '../../src/model/graph';
import { readAssembly } from '../../src/readers/cdk-assembly/reader';
import { readTerraformStacks } from '../../src/readers/cdktf/reader';
import type { Input } from '../../src/readers/input';
import { responsibilityData } from '../../src/responsibility/data';
import { cellsOf } from '../../src/responsibility/party';
import { asTerraform } from '../support/dialects';
import { asSystem } from '../support/row';
import { today } from './support';
import { systems } from './systems';

interface Statements {
  readonly statements: readonly {
    readonly source: string;
    readonly row: string;
    readonly area: Area;
    readonly party: Readonly<Record<'iaas' | 'paas' | 'saas', Party>>;
  }[];
  readonly ofTypes: readonly {
    readonly source: string;
    readonly says: string;
    readonly types: 'AWS' | 'Google' | readonly string[];
    readonly areas: readonly Area[];
    readonly party: Party;
  }[];
  readonly departures: readonly {
    readonly source: string;
    readonly area: Area;
    readonly models: readonly string[];
    readonly party: Party;
    readonly because: string;
  }[];
}

const file = join(__dirname, '../../data/responsibility/statements.json');
const { statements, ofTypes, departures } = JSON.parse(readFileSync(file, 'utf8')) as Statements;

const families = { AWS: /^(?:AWS::|aws_)/u, Google: /^google_/u };
const speaksOf = (types: Statements['ofTypes'][number]['types'], type: string): boolean =>
  typeof types === 'string' ? families[types].test(type) : types.includes(type);

/** Containers and functions have no column in the published tables: they are platform services. */
const columnOf = (model: string) => (model === 'iaas' || model === 'saas' ? model : 'paas');

const used = new Set<string>();

/** Cells of a graph that are neither what is published nor a departure with a reason. */
function unexplained(graph: ResourceGraph): readonly string[] {
  return graph.resources.flatMap((resource) => {
    const model = responsibilityData().types.get(resource.type)?.serviceModel ?? '';
    return (cellsOf(resource, graph) ?? []).flatMap(({ area, party, moved }) => {
      const published = [
        ...statements
          .filter((statement) => statement.area === area)
          .map(({ source, party: parties }) => ({ source, party: parties[columnOf(model)] })),
        ...ofTypes.filter(({ types, areas }) => areas.includes(area) && speaksOf(types, resource.type)),
      ];
      return published.flatMap((statement) => {
        if (statement.party === party) return [];
        const known = departures.find(
          (one) =>
            one.source === statement.source && one.area === area && one.models.includes(model) && one.party === party,
        );
        if (known) used.add(known.because);
        // A statement on a type holds until its configuration says otherwise.
        if (known || (moved && statement.source !== 'ms-srm-2026')) return [];
        return [`${resource.type} (${model}) ${area}: ${party}, and ${statement.source} says ${statement.party}`];
      });
    });
  });
}

const inputOf = (app: ReturnType<(typeof systems)[number][1]>): Input =>
  app instanceof App
    ? readAssembly(app.synth().directory)
    : readTerraformStacks(terraformStacks(app), { path: 'the app' });

const inputs = new Map(systems.map(([name, app]) => [name, inputOf(app())]));

test.each(systems.map(([name]) => name))('%s: the matrix says what is published, or why not', (name) => {
  const graph = inputs.get(name)?.after;
  expect(graph && [...new Set(unexplained(graph))]).toEqual([]);
});

test('every type of every provider says what is published, or why not', () => {
  const found = [...responsibilityData().types.keys()]
    .filter((type) => !type.includes('::'))
    .flatMap((type) => unexplained(asTerraform(type, asSystem({}))));
  expect([...new Set(found)]).toEqual([]);
});

test('every departure is one that somebody takes', () => {
  expect(departures.map(({ because }) => because).filter((because) => !used.has(because))).toEqual([]);
});

test('every statement names a source of the data', () => {
  const { sources } = responsibilityData();
  expect([...statements, ...ofTypes, ...departures].filter(({ source }) => !sources[source])).toEqual([]);
});

test('a matrix is short: lines for what is particular, and one for what is alike', () => {
  const sizes = [...inputs].map(([name, input]) => {
    const resources = input.after.resources.filter(({ mode }) => mode === 'managed').length;
    const { rows } = matrix([input], { today });
    return { name, resources, rows: rows.length, each: Math.round((10 * rows.length) / resources) / 10 };
  });
  expect(sizes.filter(({ each }) => each > 3.2)).toEqual([]);
});
