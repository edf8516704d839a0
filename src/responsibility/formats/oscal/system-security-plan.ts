import type { Attestation } from '../../../model/accountability';
import { providerName } from '../../provider';
import type { Matrix, MatrixFormat } from '../format';
import { byComponentsOf, type ByComponent } from './by-components';
import { componentsOf } from './components';
import { document, nonEmpty, type Metadata, type SystemComponent } from './elements';
import { idsOf, nist, nistCatalogue, rowsByControl } from './framework-controls';
import { identifierWithin, type Identify } from './identifiers';
import { metadataOf, partyOf } from './metadata';
import { providersOf } from './provider-of-row';
import { markup, plain } from './text';

interface ImplementedRequirement {
  readonly uuid: string;
  readonly 'control-id': string;
  readonly 'by-components'?: readonly ByComponent[];
  readonly remarks?: string;
}

interface LeveragedAuthorization {
  readonly uuid: string;
  readonly title: string;
  readonly 'party-uuid': string;
  readonly 'date-authorized': string;
  readonly remarks: string;
}

interface SystemSecurityPlan {
  readonly uuid: string;
  readonly metadata: Metadata;
  readonly 'import-profile': { readonly href: string; readonly remarks: string };
  readonly 'system-characteristics': SystemCharacteristics;
  readonly 'system-implementation': {
    readonly 'leveraged-authorizations'?: readonly LeveragedAuthorization[];
    readonly users: readonly {
      readonly uuid: string;
      readonly title: string;
      readonly 'role-ids': readonly string[];
    }[];
    readonly components: readonly SystemComponent[];
  };
  readonly 'control-implementation': {
    readonly description: string;
    readonly 'implemented-requirements': readonly ImplementedRequirement[];
  };
}

interface SystemCharacteristics {
  readonly 'system-ids': readonly { readonly 'identifier-type': string; readonly id: string }[];
  readonly 'system-name': string;
  readonly description: string;
  readonly 'system-information': {
    readonly 'information-types': readonly {
      readonly uuid: string;
      readonly title: string;
      readonly description: string;
    }[];
  };
  readonly status: { readonly state: 'under-development'; readonly remarks: string };
  readonly 'authorization-boundary': { readonly description: string };
}

/**
 * The matrix as a system security plan: what each provider does for a control and leaves to its customers (`export`),
 * and what each part of the system inherits of that and takes up (`inherited`, `satisfied`).
 */
export const systemSecurityPlan: MatrixFormat = (matrix) => {
  const identify = identifierWithin(matrix.inputs);
  return document({ 'system-security-plan': planOf(matrix, identify) });
};

function planOf(matrix: Matrix, identify: Identify): SystemSecurityPlan {
  const leveraged = providersOf(matrix.rows).map(
    (provider) => [provider, authorizationsOf(provider, matrix, identify)] as const,
  );
  const authorizations = new Map(leveraged);
  return {
    uuid: identify('system-security-plan'),
    metadata: metadataOf('Who answers for what: system security plan', matrix, identify),
    'import-profile': {
      href: nistCatalogue,
      remarks:
        'The catalogue itself: no baseline is claimed, and only the controls that areas of the matrix support are listed.',
    },
    'system-characteristics': characteristicsOf(matrix, identify),
    'system-implementation': {
      ...nonEmpty(
        'leveraged-authorizations',
        leveraged.flatMap(([, found]) => found),
      ),
      users: [
        { uuid: identify('user', 'asset-owner'), title: 'Owners', 'role-ids': ['asset-owner'] },
        { uuid: identify('user', 'verifier'), title: 'Verifiers', 'role-ids': ['verifier'] },
      ],
      components: componentsOf(matrix, identify, (provider) =>
        (authorizations.get(provider) ?? []).map(({ uuid }) => ({ name: 'leveraged-authorization-uuid', value: uuid })),
      ),
    },
    'control-implementation': {
      description:
        'What of each control lies on whose side, and what was verified of it before deployment. Implemented: every check passed; partial: some did; planned: none did, or nothing was checked. A check supports a control and does not show that it is met.',
      'implemented-requirements': requirementsOf(matrix, identify),
    },
  };
}

/** The providers' reports on record. A report is no authorization; it is what a customer has to rely upon. */
const authorizationsOf = (
  provider: string,
  { accountability }: Matrix,
  identify: Identify,
): readonly LeveragedAuthorization[] =>
  accountability.attestations
    .filter((attestation) => attestation.provider === provider)
    .map((attestation, index) => authorizationOf(attestation, index, identify));

function authorizationOf(
  { provider, report, periodEnd, until, areas, evidence }: Attestation,
  index: number,
  identify: Identify,
): LeveragedAuthorization {
  const scope = areas ? areas.join(', ') : "every area of the provider's";
  return {
    uuid: identify('leveraged-authorization', provider, report, periodEnd, index),
    title: markup(`${providerName(provider)}: ${report}`),
    'party-uuid': partyOf(providerName(provider), identify),
    'date-authorized': periodEnd,
    remarks: markup(
      `A report on ${scope}, for a period until ${periodEnd}; it counts until ${until}. Kept at: ${evidence}`,
    ),
  };
}

function characteristicsOf({ inputs }: Matrix, identify: Identify): SystemCharacteristics {
  const declared = `What is declared in ${inputs.join(', ')}`;
  return {
    'system-ids': [{ 'identifier-type': 'http://ietf.org/rfc/rfc4122', id: identify('system') }],
    'system-name': plain(declared),
    description: markup(`${declared}, as it is about to be deployed.`),
    'system-information': {
      'information-types': [
        {
          uuid: identify('information-type'),
          title: 'Not stated',
          description: 'Infrastructure code does not say which information the system holds: add it.',
        },
      ],
    },
    status: { state: 'under-development', remarks: 'Read from code before deployment.' },
    'authorization-boundary': { description: 'Everything that the inputs declare, and nothing else.' },
  };
}

/** Every control that an area can support; those of which no input says anything are listed, and say so. */
function requirementsOf(matrix: Matrix, identify: Identify): readonly ImplementedRequirement[] {
  const supported = rowsByControl(nist, matrix.rows);
  return idsOf(nist).map((control): ImplementedRequirement => {
    const byComponents = byComponentsOf(control, supported.get(control) ?? [], matrix, identify);
    return {
      uuid: identify('implemented-requirement', control),
      'control-id': control,
      ...(byComponents.length > 0
        ? { 'by-components': byComponents }
        : { remarks: 'Nothing that was inspected supports this control.' }),
    };
  });
}
