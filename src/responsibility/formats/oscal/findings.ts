import type { MatrixRow } from '../../matrix';
import { providerName } from '../../provider';
import { sides } from '../../sides';
import { titleOf } from './components';
import { nonEmpty } from './elements';
import { nist, supportedByRow } from './framework-controls';
import type { Identify } from './identifiers';
import { originOf, type Observed, type Origin } from './observations';
import { providerOfRow } from './provider-of-row';
import { markup } from './text';

interface RelatedObservation {
  readonly 'observation-uuid': string;
}

export interface Finding {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly origins: readonly Origin[];
  readonly target: {
    readonly type: 'statement-id';
    readonly 'target-id': string;
    readonly status: {
      readonly state: 'satisfied' | 'not-satisfied';
      readonly reason: 'pass' | 'fail' | 'other';
      readonly remarks: string;
    };
  };
  readonly 'related-observations': readonly RelatedObservation[];
  readonly 'related-risks'?: readonly { readonly 'risk-uuid': string }[];
}

export interface Risk {
  readonly uuid: string;
  readonly title: string;
  readonly description: string;
  readonly statement: string;
  readonly status: 'open';
  readonly origins: readonly Origin[];
  readonly 'related-observations': readonly RelatedObservation[];
}

/** What the checks say of each control that they support, sorted by its id. */
export function findingsOf(observed: readonly Observed[], identify: Identify): readonly Finding[] {
  const supported = new Map<string, Observed[]>();
  for (const one of observed)
    for (const control of supportedByRow(nist, one.row))
      supported.set(control, [...(supported.get(control) ?? []), one]);
  return [...supported]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([control, found]) => findingOf(control, found, identify));
}

function findingOf(control: string, observed: readonly Observed[], identify: Identify): Finding {
  const count = (verdict: Observed['check']['verdict']): number =>
    observed.filter(({ check }) => check.verdict === verdict).length;
  const reason = count('fail') > 0 ? 'fail' : count('undecided') > 0 ? 'other' : 'pass';
  const counts = `${String(count('pass'))} pass, ${String(count('fail'))} fail, ${String(count('undecided'))} undecided`;
  return {
    uuid: identify('finding', control),
    title: `${control}: ${String(count('pass'))} of ${String(observed.length)} checks that support it pass`,
    description: `Of the checks that support ${control}: ${counts}.`,
    origins: [originOf(identify)],
    target: {
      type: 'statement-id',
      'target-id': `${control}_smt`,
      status: {
        state: reason === 'pass' ? 'satisfied' : 'not-satisfied',
        reason,
        remarks: 'Speaks of the checks that support the statement, and of nothing else that it asks for.',
      },
    },
    'related-observations': observed.map(({ observation }) => ({ 'observation-uuid': observation.uuid })),
    ...nonEmpty(
      'related-risks',
      observed.flatMap((one) => (isRisk(one) ? [{ 'risk-uuid': riskOf(one, identify) }] : [])),
    ),
  };
}

const isRisk = ({ check }: Observed): boolean => check.verdict === 'fail';

const riskOf = ({ observation }: Observed, identify: Identify): string => identify('risk', observation.uuid);

/** On whose side it lies. */
function statementOf(row: MatrixRow): string {
  const provider = providerOfRow(row);
  if (provider === undefined || row.area === 'unclassified') return row.because;
  const half = sides[row.area];
  return `${providerName(provider)} ${half.provider}; ${half.customer}.`;
}

/** One for each check that does not hold. */
export const risksOf = (observed: readonly Observed[], identify: Identify): readonly Risk[] =>
  observed.filter(isRisk).map((one): Risk => {
    const { row, check, observation } = one;
    return {
      uuid: riskOf(one, identify),
      title: markup(`${check.control} does not hold for ${titleOf(row)}`),
      description: observation.description,
      statement: markup(statementOf(row)),
      status: 'open',
      origins: [originOf(identify)],
      'related-observations': [{ 'observation-uuid': observation.uuid }],
    };
  });
