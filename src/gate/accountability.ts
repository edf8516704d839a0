import type { Accountability, Assignment, Attestation, IncidentRole, Verification } from '../model/accountability';
import { addDays } from '../model/day';
import type { Area } from '../model/finding';
import type { Resource } from '../model/resource';
import { accountRecords } from './account-values';
import type { Configuration } from './configuration';
import type { Problem } from './configuration-error';
import { resourceMatcher } from './glob';
import type { ConfiguredAttestation } from './responsibility-configuration';

const reviewDays = 90;

/** A report is replaced by the next one, at the latest after a year. */
const attestationDays = 365;

const nobody: Assignment = { owner: null, verifier: null };

interface Scope {
  readonly resource?: string | undefined;
  readonly area?: Area | Area[] | undefined;
  readonly provider?: string | undefined;
}

type Question = readonly [resource: Resource | null, area: Area, provider?: string];

/** Resolves what a configuration says of people. */
export function accountabilityOf(configuration: Configuration): Accountability {
  const { owners = [], attestations = [], verifications = [], incident = {}, review = {} } = configuration;
  const assigned = owners.map(({ owner, verifier, ...scope }) => ({
    matches: matcherOf(scope),
    assignment: { owner, verifier: verifier ?? null },
  }));
  const verified = verifications
    .map(({ by, on, evidence, ...scope }) => ({ matches: matcherOf(scope), verification: { by, on, evidence } }))
    .toSorted((one, other) => (one.verification.on < other.verification.on ? 1 : -1));
  const attested = attestations.map(attestationOf);
  const roles = Object.entries(incident).map(([name, { contact, runbook, area }]) => ({
    matches: matcherOf({ area }),
    role: { name, contact, runbook: runbook ?? null },
  }));
  return {
    assignmentOf: (...question) => assigned.find(({ matches }) => matches(question))?.assignment ?? nobody,
    attestationFor: (provider, area) => attestationFor(attested, provider, area),
    verificationOf: (...question): Verification | undefined =>
      verified.find(({ matches }) => matches(question))?.verification,
    rolesFor: (area): readonly IncidentRole[] =>
      roles.flatMap(({ matches, role }) => (matches([null, area]) ? [role] : [])),
    attestations: attested,
    accountRecords: accountRecords(configuration.assume ?? {}),
    review: { days: review.days ?? reviewDays, graceDays: review.graceDays ?? 0 },
  };
}

/** A scope that names resources says nothing of a line that speaks of all of a provider's. */
function matcherOf({ resource, area, provider }: Scope): (question: Question) => boolean {
  const means = resource === undefined || resource === '**' ? undefined : resourceMatcher(resource);
  const areas = area === undefined ? undefined : new Set([area].flat());
  return ([asked, askedArea, askedProvider]) =>
    (!means || (asked !== null && means(asked))) &&
    (!areas || areas.has(askedArea)) &&
    (provider === undefined || provider === askedProvider);
}

const attestationOf = ({
  provider,
  report,
  periodEnd,
  until,
  areas,
  evidence,
}: ConfiguredAttestation): Attestation => ({
  provider,
  report,
  periodEnd,
  until: until ?? addDays(periodEnd, attestationDays),
  areas,
  evidence,
});

function attestationFor(attestations: readonly Attestation[], provider: string, area: Area): Attestation | undefined {
  return attestations
    .filter((one) => one.provider === provider && (one.areas?.includes(area) ?? true))
    .toSorted((one, other) => (one.until < other.until ? 1 : -1))[0];
}

/** Entries that contradict what the configuration itself asks for. */
export function accountabilityProblems({
  owners = [],
  review = {},
  attestations = [],
}: Configuration): readonly Problem[] {
  const dependent = owners.flatMap(({ owner, verifier }, index): readonly Problem[] => {
    if (!review.independentVerifier) return [];
    if (verifier === undefined)
      return [{ path: ['owners', index], message: 'has no verifier, and "independentVerifier" asks for one' }];
    return owner === verifier
      ? [
          {
            path: ['owners', index, 'verifier'],
            message: `"${verifier}" also answers for it, and "independentVerifier" asks for somebody else`,
          },
        ]
      : [];
  });
  const backwards = attestations.flatMap(({ periodEnd, until }, index): readonly Problem[] =>
    until !== undefined && until < periodEnd
      ? [{ path: ['attestations', index, 'until'], message: `ends before the period does (${periodEnd})` }]
      : [],
  );
  return [...dependent, ...backwards];
}
