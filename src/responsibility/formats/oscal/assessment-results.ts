import type { Matrix, MatrixFormat } from '../format';
import { componentsOf } from './components';
import { document, nonEmpty, type BackMatter, type Metadata, type SystemComponent } from './elements';
import { findingsOf, risksOf, type Finding, type Risk } from './findings';
import { idsOf, nist, supportedByRow } from './framework-controls';
import { identifierWithin, type Identify } from './identifiers';
import { metadataOf, timeOf } from './metadata';
import { observationsOf, toolOf, type Observation, type Observed } from './observations';
import { markup, plain } from './text';

interface Result {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly start: string;
  readonly end: string;
  readonly 'local-definitions': {
    readonly components: readonly SystemComponent[];
    readonly 'assessment-assets': {
      readonly components: readonly SystemComponent[];
      readonly 'assessment-platforms': readonly {
        readonly uuid: string;
        readonly title: string;
        readonly 'uses-components': readonly { readonly 'component-uuid': string }[];
      }[];
    };
  };
  readonly 'reviewed-controls': {
    readonly 'control-selections': readonly {
      readonly description: string;
      readonly 'include-controls': readonly { readonly 'control-id': string }[];
    }[];
  };
  readonly observations?: readonly Observation[];
  readonly risks?: readonly Risk[];
  readonly findings?: readonly Finding[];
}

interface AssessmentResults {
  readonly uuid: string;
  readonly metadata: Metadata;
  readonly 'import-ap': { readonly href: string; readonly remarks: string };
  readonly results: readonly Result[];
  readonly 'back-matter': BackMatter;
}

/** What was verified, as assessment results: each check an observation, each control it supports a finding. */
export const assessmentResults: MatrixFormat = (matrix) => {
  const identify = identifierWithin(matrix.inputs);
  return document({ 'assessment-results': resultsOf(matrix, identify) });
};

function resultsOf(matrix: Matrix, identify: Identify): AssessmentResults {
  const plan = identify('assessment-plan');
  return {
    uuid: identify('assessment-results'),
    metadata: metadataOf('Who answers for what: assessment results', matrix, identify),
    'import-ap': { href: `#${plan}`, remarks: 'There is no assessment plan of its own.' },
    results: [resultOf(matrix, observationsOf(matrix, identify), identify)],
    'back-matter': {
      resources: [
        {
          uuid: plan,
          title: 'How it was assessed',
          description: `By the controls of Demarc ${markup(matrix.version)}, as its configuration has them, on what the inputs declare.`,
        },
      ],
    },
  };
}

function resultOf(matrix: Matrix, observed: readonly Observed[], identify: Identify): Result {
  const time = timeOf(matrix.today);
  return {
    uuid: identify('result'),
    title: 'Infrastructure code before deployment',
    description: markup(`What was verified of what is declared in ${matrix.inputs.join(', ')}.`),
    start: time,
    end: time,
    'local-definitions': {
      components: componentsOf(matrix, identify),
      'assessment-assets': {
        components: [toolComponent(matrix, identify)],
        'assessment-platforms': [
          {
            uuid: identify('assessment-platform'),
            title: 'Demarc',
            'uses-components': [{ 'component-uuid': toolOf(identify) }],
          },
        ],
      },
    },
    'reviewed-controls': { 'control-selections': [selectionOf(observed)] },
    ...nonEmpty(
      'observations',
      observed.map(({ observation }) => observation),
    ),
    ...nonEmpty('risks', risksOf(observed, identify)),
    ...nonEmpty('findings', findingsOf(observed, identify)),
  };
}

const toolComponent = ({ version }: Matrix, identify: Identify): SystemComponent => ({
  uuid: toolOf(identify),
  type: 'software',
  title: 'Demarc',
  description: 'Inspects infrastructure code before it is deployed.',
  props: [{ name: 'version', value: plain(version) }],
  status: { state: 'operational' },
});

/** A selection may not be empty: where nothing was verified, it names what could have been, and says so. */
function selectionOf(observed: readonly Observed[]): Result['reviewed-controls']['control-selections'][number] {
  const supported = new Set(observed.flatMap(({ row }) => supportedByRow(nist, row)));
  const isEmpty = supported.size === 0;
  const ids = isEmpty ? idsOf(nist) : [...supported].toSorted();
  return {
    description: isEmpty
      ? 'The controls that checks can support. No check applied, and nothing was observed of any.'
      : 'The controls that at least one check supports.',
    'include-controls': ids.map((id) => ({ 'control-id': id })),
  };
}
