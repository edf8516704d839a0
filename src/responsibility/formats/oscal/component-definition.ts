import { frameworks, type Framework } from '../../../model/frameworks';
import type { MatrixRow } from '../../matrix';
import { providerName } from '../../provider';
import type { Matrix, MatrixFormat } from '../format';
import { providerComponent } from './components';
import { document, nonEmpty, property, type BackMatter, type Metadata, type Property } from './elements';
import { nist, nistCatalogue, rowsByControl, tokenOf } from './framework-controls';
import { identifierWithin, type Identify } from './identifiers';
import { metadataOf } from './metadata';
import { isOfSystem, providerOfRow } from './provider-of-row';
import { joined, markup, plain } from './text';

interface ControlImplementation {
  readonly uuid: string;
  readonly source: string;
  readonly description: string;
  readonly 'implemented-requirements': readonly {
    readonly uuid: string;
    readonly 'control-id': string;
    readonly description: string;
    readonly props?: readonly Property[];
  }[];
}

interface DefinedComponent {
  readonly uuid: string;
  readonly type: 'service';
  readonly title: string;
  readonly description: string;
  readonly props?: readonly Property[];
  readonly 'control-implementations'?: readonly ControlImplementation[];
}

interface ComponentDefinition {
  readonly uuid: string;
  readonly metadata: Metadata;
  readonly components?: readonly DefinedComponent[];
  readonly 'back-matter'?: BackMatter;
}

/** The matrix as a component definition: what each type of resource supports, by framework, and on whose side. */
export const componentDefinition: MatrixFormat = (matrix) => {
  const identify = identifierWithin(matrix.inputs);
  return document({ 'component-definition': definitionOf(matrix, identify) });
};

function definitionOf(matrix: Matrix, identify: Identify): ComponentDefinition {
  const types = new Map<string, MatrixRow[]>();
  for (const row of matrix.rows) types.set(row.type, [...(types.get(row.type) ?? []), row]);
  const components = [...types].map(([type, rows]) => componentFor(type, rows, identify));
  return {
    uuid: identify('component-definition'),
    metadata: metadataOf('Who answers for what: component definition', matrix, identify),
    ...nonEmpty('components', components),
    ...(components.length > 0 && {
      'back-matter': { resources: withoutCatalogue.map((one) => citation(one, identify)) },
    }),
  };
}

function componentFor(type: string, rows: readonly MatrixRow[], identify: Identify): DefinedComponent {
  const [row] = rows;
  const provider = row && providerOfRow(row);
  const isWhole = row !== undefined && isOfSystem(row) && type !== 'account';
  const unclassified = rows.find(({ area }) => area === 'unclassified');
  return {
    uuid: isWhole ? providerComponent(type, identify) : identify('component', type, null),
    type: 'service',
    title: markup(isWhole ? providerName(type) : type),
    description: markup(
      unclassified?.because ?? (isWhole ? `${providerName(type)} as a whole.` : `Resources of type ${type}.`),
    ),
    props: [
      property('resource-type', plain(type)),
      ...(provider === undefined ? [] : [property('provider', plain(provider))]),
    ],
    ...nonEmpty(
      'control-implementations',
      frameworks.flatMap((one) => implementationOf(one, type, rows, identify)),
    ),
  };
}

function implementationOf(
  framework: Framework,
  type: string,
  rows: readonly MatrixRow[],
  identify: Identify,
): readonly ControlImplementation[] {
  const supported = [...rowsByControl(framework, rows)];
  if (supported.length === 0) return [];
  return [
    {
      uuid: identify('control-implementation', type, framework.id),
      source: framework.id === nist.id ? nistCatalogue : `#${citationOf(framework, identify)}`,
      description: `Ids of ${framework.title} ${framework.version} that it supports, and on whose side each lies.`,
      'implemented-requirements': supported.map(([id, found]) => ({
        uuid: identify('implemented-requirement', type, framework.id, id),
        'control-id': tokenOf(framework, id),
        description: markup(joined(found.map(sideOf))),
        ...(tokenOf(framework, id) !== id && { props: [property('label', id)] }),
      })),
    },
  ];
}

const sideOf = ({ area, party }: MatrixRow): string => `${area}: ${party === 'shared' ? 'shared' : `the ${party}'s`}`;

/** Frameworks that nobody publishes in OSCAL: they are cited, and their ids are all that is used of them. */
const withoutCatalogue: readonly Framework[] = frameworks.filter(({ id }) => id !== nist.id);

const citationOf = ({ id }: Framework, identify: Identify): string => identify('framework', id);

const citation = (framework: Framework, identify: Identify): BackMatter['resources'][number] => ({
  uuid: citationOf(framework, identify),
  title: `${framework.title} ${framework.version}`,
  description: 'Ids only. Where an id is a number, the name of the framework stands in front of it.',
});
