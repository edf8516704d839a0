import type { MappedResource, ResourceMap } from '../../src/model/resource-map';
import type { Result } from '../../src/model/result';
import type { ReportOptions } from '../../src/reports';
import { hostileNames } from './matrix';
import { finding, input, options, result, witness } from './result';

export const mapped = (more: Partial<MappedResource> = {}): MappedResource => ({
  input: 'template.yaml',
  address: 'Data',
  type: 'AWS::EC2::Volume',
  constructPath: null,
  stack: null,
  document: 'template.yaml',
  service: 'ebs',
  provider: 'AWS',
  module: null,
  areas: { provider: ['physical', 'host'], customer: ['data-at-rest'], shared: ['in-transit'] },
  ...more,
});

/** A run, and everything around its report. */
export interface Run {
  readonly result: Result;
  readonly options: ReportOptions;
}

export const runWith = (run: Result, resources: ResourceMap, more: Partial<ReportOptions> = {}): Run => ({
  result: run,
  options: options({ resources: () => resources, ...more }),
});

/** Every text that comes from what is inspected means harm. */
export function hostileRun(): Run {
  const names = [...hostileNames, '<svg onload=alert(1)>', '--><!--', '${alert(1)}', '](javascript:alert(1))'];
  const file = '</pre><script>alert(2)</script>.tf';
  const findings = names.map((name, position) =>
    finding(
      {
        control: position === 0 ? '"><script>alert(3)</script>' : 'storage-encrypted',
        message: `volume ${name} is open`,
        why: name,
        fix: name,
        responsibility: name,
        suggestion: name,
        supports: [name],
        related: [name],
        coveredBy: name,
        change: (['introduced', 'worsened', 'existing'] as const)[position % 3] ?? null,
        gate: (['block', 'warn', 'note'] as const)[position % 3] ?? 'note',
        witnesses: [
          witness({ address: name, path: [name], note: name, file, line: 1, column: 1 }),
          witness({
            address: name,
            path: [name],
            note: name,
            file: name,
            givenAt: [{ file: name, line: 1, column: 1 }],
          }),
        ],
        waiver: position % 5 === 4 ? { reason: name, owner: name, until: name, ticket: name, source: name } : null,
      },
      { address: name, type: name, stack: name, document: name, constructPath: position % 2 === 0 ? name : null },
    ),
  );
  const run = input(findings, {
    path: '<b>plan</b>.json',
    resources: names.length,
    error: '<img src=x onerror=alert(4)>',
    notes: names,
    unclassified: ['Thing'],
    unclassifiedTypes: [{ type: '<script>alert(5)</script>', count: 1 }],
    fixed: findings.slice(0, 2),
    moves: [
      {
        resource: 'a',
        type: 'b',
        area: 'host',
        from: 'provider',
        to: 'customer',
        because: '',
        message: '</script><i>',
      },
    ],
  });
  const resources = findings.map(({ resource }, position) =>
    mapped({ ...resource, input: run.path, service: resource.type, provider: names[position] ?? '' }),
  );
  const links = resources.map((_, position): readonly [number, number] => [
    position,
    (position + 1) % resources.length,
  ]);
  return runWith(
    result([run]),
    { resources, links },
    {
      source: () => '</code></pre><script>alert(6)</script> password = "hunter2hunter2"',
      link: () => 'javascript:alert(7)',
      controls: [
        {
          id: 'storage-encrypted',
          title: '</h3><script>alert(8)</script>',
          why: '',
          fix: '',
          severity: 'high',
          area: 'configuration',
        },
      ],
    },
  );
}

const pad = (position: number): string => String(position).padStart(4, '0');

/** So many resources in modules, and so many findings on the first half of them. */
export function largeRun(resourceCount: number, findingCount: number, letters = ''): Run {
  const resources = Array.from({ length: resourceCount }, (_, position) =>
    mapped({
      input: 'plan.json',
      address: `module.m${String(position % 40)}.aws_ebs_volume.v${pad(position)}${letters}`,
      type: 'aws_ebs_volume',
      document: 'plan.json',
      module: `module.m${String(position % 40)}`,
    }),
  );
  const findings = Array.from({ length: findingCount }, (_, position) => {
    const { address, type } = resources[position % Math.ceil(resourceCount / 2)] ?? mapped();
    return finding(
      {
        control: `control-${String(position % 30)}`,
        gate: (['block', 'warn', 'note'] as const)[position % 3] ?? 'note',
        message: `EBS volume ${address} is not encrypted at rest`,
        change: 'introduced',
        witnesses: [witness({ address, file: 'main.tf', line: (position % 200) + 1, column: 3 })],
      },
      { address, type, document: 'plan.json' },
    );
  });
  const links = resources.flatMap((_, from) =>
    [1, 7, 40].map((step): readonly [number, number] => [from, (from + step) % resourceCount]),
  );
  const source = Array.from(
    { length: 200 },
    (_, line) => `  encrypted_${pad(line)} = false # ${letters.slice(0, 80)}`,
  ).join('\n');
  return runWith(
    result([input(findings, { path: 'plan.json', dialect: 'terraform-plan', resources: resourceCount })]),
    { resources, links },
    { source: () => source },
  );
}
