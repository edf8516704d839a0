import type { MatrixRow, Verified } from '../../matrix';
import type { Matrix } from '../format';
import { componentOf, titleOf } from './components';
import { nonEmpty, property, type Property } from './elements';
import type { Identify } from './identifiers';
import { timeOf } from './metadata';
import { markup } from './text';

/** Who says so: the tool. */
export interface Origin {
  readonly actors: readonly [{ readonly type: 'tool'; readonly 'actor-uuid': string }];
}

export interface Observation {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly props: readonly Property[];
  readonly methods: readonly ['TEST'];
  readonly types: readonly ('control-objective' | 'finding')[];
  readonly origins: readonly Origin[];
  readonly subjects: readonly { readonly 'subject-uuid': string; readonly type: 'component' }[];
  readonly 'relevant-evidence'?: readonly { readonly description: string }[];
  readonly collected: string;
  readonly expires?: string;
}

/** A check of one line of the matrix, as it was observed. */
export interface Observed {
  readonly row: MatrixRow;
  readonly check: Verified;
  readonly observation: Observation;
}

export const toolOf = (identify: Identify): string => identify('tool');

export const originOf = (identify: Identify): Origin => ({
  actors: [{ type: 'tool', 'actor-uuid': toolOf(identify) }],
});

/** One for each check of each line, in the order of the matrix. */
export function observationsOf({ rows, today }: Matrix, identify: Identify): readonly Observed[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row) =>
    row.verified.map((check): Observed => {
      const names = [row.type, row.resource, row.area, check.control] as const;
      const key = JSON.stringify(names);
      const occurrence = (seen.get(key) ?? 0) + 1; // two inputs may declare resources of one address
      seen.set(key, occurrence);
      return { row, check, observation: observationOf(row, check, identify('observation', ...names, occurrence)) };
    }),
  );

  function observationOf(row: MatrixRow, check: Verified, uuid: string): Observation {
    return {
      uuid,
      title: markup(`${check.control}: ${titleOf(row)}`),
      description: markup(descriptionOf(row, check)),
      props: [
        property('control', check.control),
        property('verdict', check.covered === null ? check.verdict : 'covered'),
        property('area', row.area),
        property('party', row.party),
      ],
      methods: ['TEST'],
      types: [check.verdict === 'fail' ? 'finding' : 'control-objective'],
      origins: [originOf(identify)],
      subjects: [{ 'subject-uuid': componentOf(row, identify), type: 'component' }],
      ...nonEmpty('relevant-evidence', row.evidence === null ? [] : [{ description: markup(row.evidence) }]),
      collected: timeOf(today),
      ...(row.due !== null && { expires: timeOf(row.due) }),
    };
  }
}

function descriptionOf(row: MatrixRow, { control, verdict, covered }: Verified): string {
  const subject = titleOf(row);
  if (covered !== null) return `${control} holds for ${subject}. ${covered}.`;
  return {
    pass: `${control} holds for ${subject}, as it is written.`,
    fail: `${control} does not hold for ${subject}, as it is written.`,
    undecided: `Whether ${control} holds for ${subject} is settled only at deployment.`,
  }[verdict];
}
