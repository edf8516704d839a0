import type { Configuration } from '../../../../src/gate/configuration';
import type { MatrixRow, Verified } from '../../../../src/responsibility/matrix';
import { matrixWith, oscalOf, row } from '../../../support/oscal';

interface Statement {
  readonly uuid: string;
  readonly description: string;
  readonly 'provided-uuid'?: string;
  readonly 'responsibility-uuid'?: string;
  readonly 'responsible-roles'?: readonly { readonly 'role-id': string; readonly 'party-uuids': readonly string[] }[];
}
interface ByComponent extends Statement {
  readonly 'component-uuid': string;
  readonly 'implementation-status'?: { readonly state: string };
  readonly export?: { readonly provided?: readonly Statement[]; readonly responsibilities?: readonly Statement[] };
  readonly inherited?: readonly Statement[];
  readonly satisfied?: readonly Statement[];
}
interface Plan {
  readonly metadata: { readonly parties?: readonly { readonly uuid: string; readonly name: string }[] };
  readonly 'system-implementation': {
    readonly 'leveraged-authorizations'?: readonly Readonly<Record<string, string>>[];
    readonly components: readonly {
      readonly uuid: string;
      readonly type: string;
      readonly title: string;
      readonly props?: readonly { readonly name: string; readonly value: string }[];
    }[];
  };
  readonly 'control-implementation': {
    readonly 'implemented-requirements': readonly {
      readonly 'control-id': string;
      readonly 'by-components'?: readonly ByComponent[];
      readonly remarks?: string;
    }[];
  };
}

const planOf = (rows: readonly MatrixRow[], configuration?: Configuration): Plan =>
  (JSON.parse(oscalOf('oscal-ssp', matrixWith(rows, configuration))) as { readonly 'system-security-plan': Plan })[
    'system-security-plan'
  ];

/** What the component of a title does for a control. */
function doneBy(title: string, control: string, plan: Plan): ByComponent | undefined {
  const component = plan['system-implementation'].components.find((one) => one.title === title);
  const requirement = plan['control-implementation']['implemented-requirements'].find(
    (one) => one['control-id'] === control,
  );
  return requirement?.['by-components']?.find((one) => one['component-uuid'] === component?.uuid);
}

const check = (verdict: Verified['verdict'], control = 'storage-encrypted'): Verified => ({
  control,
  verdict,
  covered: null,
});
const bucket = 'Data (AWS::S3::Bucket)';

describe('a system security plan', () => {
  test('what is shared is provided and left to the customer, inherited and taken up', () => {
    const plan = planOf([row({ verified: [check('pass')] })]);
    const provider = doneBy('AWS', 'sc-28', plan)?.export;
    const customer = doneBy(bucket, 'sc-28', plan);
    expect(provider?.provided).toHaveLength(1);
    expect(provider?.responsibilities?.[0]?.['provided-uuid']).toBe(provider?.provided?.[0]?.uuid);
    expect(customer?.inherited?.[0]?.['provided-uuid']).toBe(provider?.provided?.[0]?.uuid);
    expect(customer?.satisfied?.[0]?.['responsibility-uuid']).toBe(provider?.responsibilities?.[0]?.uuid);
    expect(customer?.description).toBe('Supports sc-28. shared, each for a half.');
    expect(customer?.satisfied?.[0]?.description).toBe('storage-encrypted: pass');
  });

  test("what is the customer's is not provided, what is the provider's not left to the customer", () => {
    const plan = planOf([row({ party: 'customer' }), row({ area: 'runtime', party: 'provider' })]);
    expect(Object.keys(doneBy('AWS', 'sc-28', plan)?.export ?? {})).toEqual(['responsibilities']);
    expect(doneBy(bucket, 'sc-28', plan)).not.toHaveProperty('inherited');
    expect(Object.keys(doneBy('AWS', 'sa-22', plan)?.export ?? {})).toEqual(['provided']);
    expect(doneBy(bucket, 'sa-22', plan)).not.toHaveProperty('satisfied');
  });

  test('two resources of which the same is said take up one and the same responsibility', () => {
    const plan = planOf([row(), row({ resource: 'Other' })]);
    const taken = [bucket, 'Other (AWS::S3::Bucket)'].map((title) => doneBy(title, 'sc-28', plan)?.satisfied?.[0]);
    expect(taken[0]?.['responsibility-uuid']).toBe(taken[1]?.['responsibility-uuid']);
    expect(taken[0]?.uuid).not.toBe(taken[1]?.uuid);
  });

  test.each<readonly [string, readonly Verified[]]>([
    ['implemented', [check('pass')]],
    ['implemented', [{ ...check('pass'), covered: 'AWS covers this' }]],
    ['partial', [check('pass'), check('fail', 'customer-managed-key')]],
    ['partial', [check('pass'), check('undecided', 'customer-managed-key')]],
    ['planned', [check('fail')]],
    ['planned', [check('undecided')]],
    ['planned', []],
  ])('it is %s with %j', (state, verified) => {
    const plan = planOf([row({ verified })]);
    expect(doneBy(bucket, 'sc-28', plan)?.['implementation-status']?.state).toBe(state);
  });

  test('what was verified in one area does not speak for another that supports the same control', () => {
    const areas = [row({ area: 'configuration', verified: [check('pass')] }), row({ area: 'guest-os' })];
    expect(doneBy(bucket, 'cm-6', planOf(areas))?.['implementation-status']?.state).toBe('partial');
  });

  test.each([
    ['2026-09-30', 'implemented'],
    ['2025-09-30', 'planned'],
  ])('a half of the provider is implemented while a report counts: period until %s', (periodEnd, state) => {
    const attestations = [{ provider: 'aws', report: 'SOC 2 Type II', periodEnd, evidence: 'soc2.pdf' }];
    const whole = row({ resource: null, type: 'aws', area: 'physical', party: 'provider' });
    const plan = planOf([whole], { attestations });
    for (const title of ['AWS', 'This System'])
      expect(doneBy(title, 'pe-3', plan)?.['implementation-status']?.state).toBe(state);
    expect(doneBy('AWS', 'pe-3', planOf([whole]))?.['implementation-status']?.state).toBe('planned');
  });

  test('a report on record is a leveraged authorization of the provider', () => {
    const attestations = [{ provider: 'aws', report: 'SOC 2', periodEnd: '2026-09-30', evidence: 'soc2.pdf' }];
    const plan = planOf([row()], { attestations });
    const [authorization] = plan['system-implementation']['leveraged-authorizations'] ?? [];
    const aws = plan['system-implementation'].components.find(({ type }) => type === 'system');
    expect(authorization).toMatchObject({ title: 'AWS: SOC 2', 'date-authorized': '2026-09-30' });
    expect(plan.metadata.parties).toContainEqual(
      expect.objectContaining({ uuid: authorization?.['party-uuid'], name: 'AWS' }),
    );
    expect(aws?.props).toContainEqual({ name: 'leveraged-authorization-uuid', value: authorization?.['uuid'] });
    expect(planOf([row()])['system-implementation']).not.toHaveProperty('leveraged-authorizations');
  });

  test('owner and verifier are the parties of their roles', () => {
    const plan = planOf([row({ owner: 'platform-team', verifier: 'audit' })]);
    const name = (uuid: string | undefined) => plan.metadata.parties?.find((one) => one.uuid === uuid)?.name;
    const roles = doneBy(bucket, 'sc-28', plan)?.['responsible-roles'] ?? [];
    expect(roles.map((role) => [role['role-id'], name(role['party-uuids'][0])])).toEqual([
      ['asset-owner', 'platform-team'],
      ['verifier', 'audit'],
    ]);
  });

  test('a control that nothing supports says so', () => {
    const requirements = planOf([])['control-implementation']['implemented-requirements'];
    expect(new Set(requirements.map(({ remarks }) => remarks))).toEqual(
      new Set(['Nothing that was inspected supports this control.']),
    );
  });
});

interface Results {
  readonly observations?: readonly { readonly uuid: string; readonly collected: string; readonly expires?: string }[];
  readonly risks?: readonly { readonly 'related-observations': readonly Readonly<Record<string, string>>[] }[];
  readonly findings?: readonly {
    readonly target: {
      readonly 'target-id': string;
      readonly status: { readonly state: string; readonly reason: string };
    };
  }[];
  readonly 'reviewed-controls': {
    readonly 'control-selections': readonly { readonly 'include-controls': readonly unknown[] }[];
  };
}

const resultsOf = (rows: readonly MatrixRow[]): Results | undefined =>
  (
    JSON.parse(oscalOf('oscal-assessment-results', matrixWith(rows))) as {
      readonly 'assessment-results': { readonly results: readonly Results[] };
    }
  )['assessment-results'].results[0];

describe('assessment results', () => {
  test.each<readonly [string, string, readonly Verified[]]>([
    ['satisfied', 'pass', [check('pass'), { ...check('pass', 'access-logged'), covered: 'AWS covers this' }]],
    ['not-satisfied', 'fail', [check('pass'), check('undecided', 'access-logged'), check('fail', 'versioned')]],
    ['not-satisfied', 'other', [check('pass'), check('undecided', 'access-logged')]],
  ])('a finding is %s (%s) by all of its checks', (state, reason, verified) => {
    const results = resultsOf([row({ verified })]);
    expect(results?.observations).toHaveLength(verified.length);
    const status = expect.objectContaining({ state, reason }) as unknown;
    expect(results?.findings?.map(({ target }) => [target['target-id'], target.status])).toEqual([
      ['ra-2_smt', status],
      ['sc-28_smt', status],
      ['sc-28.1_smt', status],
    ]);
  });

  test('what does not hold is a risk, and what is undecided is none', () => {
    const results = resultsOf([row({ verified: [check('fail'), check('undecided', 'versioned')] })]);
    expect(results?.risks).toHaveLength(1);
    expect(results?.risks?.[0]?.['related-observations'][0]?.['observation-uuid']).toBe(
      results?.observations?.[0]?.uuid,
    );
  });

  test('an observation is of today and counts until it is due', () => {
    const results = resultsOf([row({ verified: [check('pass')], due: '2027-02-24' })]);
    expect(results?.observations?.[0]).toMatchObject({
      collected: '2026-11-26T00:00:00Z',
      expires: '2027-02-24T00:00:00Z',
    });
  });

  test('where nothing was verified, nothing is observed and nothing found', () => {
    const results = resultsOf([row()]);
    expect(results).not.toHaveProperty('observations');
    expect(results).not.toHaveProperty('findings');
  });
});

interface Definition {
  readonly components?: readonly {
    readonly title: string;
    readonly 'control-implementations'?: readonly {
      readonly source: string;
      readonly 'implemented-requirements': readonly { readonly 'control-id': string; readonly description: string }[];
    }[];
  }[];
}

const definitionOf = (rows: readonly MatrixRow[]): Definition =>
  (JSON.parse(oscalOf('oscal-component-definition', matrixWith(rows))) as { 'component-definition': Definition })[
    'component-definition'
  ];

describe('a component definition', () => {
  test('there is one component for all resources of a type, with ids of every framework', () => {
    const { components = [] } = definitionOf([
      row({ verified: [check('pass')] }),
      row({ resource: 'Other', area: 'in-transit', party: 'customer' }),
    ]);
    expect(components.map(({ title }) => title)).toEqual(['AWS::S3::Bucket']);
    const implementations = components[0]?.['control-implementations'] ?? [];
    expect(new Set(implementations.map(({ source }) => source)).size).toBe(6);
    const ids = implementations.flatMap((one) => one['implemented-requirements'].map((two) => two['control-id']));
    for (const id of ['sc-28', 'sc-8', 'A.8.24', 'CC6.7', 'pci-dss-3.5.1', 'CEK-03', 'cis-aws-3.2.1'])
      expect(ids).toContain(id);
  });

  test('a requirement says whose each area is', () => {
    const { components = [] } = definitionOf([row(), row({ area: 'in-transit', party: 'customer' })]);
    const shared = components[0]?.['control-implementations']?.flatMap((one) => one['implemented-requirements']);
    expect(shared?.find((one) => one['control-id'] === 'A.8.24')?.description).toBe(
      "data-at-rest: shared; in-transit: the customer's",
    );
  });

  test('what nobody has classified supports nothing', () => {
    const unclassified = row({ resource: null, type: 'AWS::New::Thing', area: 'unclassified', party: 'unclassified' });
    expect(definitionOf([unclassified]).components?.[0]).not.toHaveProperty('control-implementations');
  });
});
