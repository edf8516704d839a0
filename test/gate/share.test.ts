import fc from 'fast-check';
import { assemble, decide } from '../../src/gate/decision';
import type { GateOptions } from '../../src/gate/settings';
import { openShare, type Share } from '../../src/gate/share';
import type { JudgedInput } from '../../src/gate/weigh';
import { attributes, controls, encrypted, failing, finding, input, resource, rotated, settings } from './build';

const version = '1.2.3';
const volume = (name: string) => resource(`aws_ebs_volume.${name}`);
const waiver = (name: string, more: object = {}) => ({
  control: 'storage-encrypted',
  resource: `aws_ebs_volume.${name}`,
  reason: 'Scratch.',
  owner: 'platform',
  until: '2027-01-31',
  ...more,
});
const beside = resource('Data', {
  type: 'AWS::EC2::Volume',
  vocabulary: 'cloudformation',
  ...attributes('Data', { Metadata: { demarc: { allow: [{ control: 'key-rotation', owner: 'ops' }] } } }),
});

const inputs: readonly JudgedInput[] = [
  input([finding(encrypted, volume('first'), 'pass')]),
  input([failing(encrypted, volume('used')), finding(rotated, volume('used'), 'undecided')]),
  input([failing(rotated, beside)], { notes: ['read'] }),
  input([], { incomplete: 'the plan errored' }),
  input([failing(encrypted, volume('used')), failing(encrypted, volume('late'))]),
  input([finding(encrypted, volume('unused'), 'pass')]),
  input([finding(encrypted, volume('unused'), 'pass'), failing(encrypted, volume('refused'))]),
  { path: 'x', dialect: null, notes: [], error: 'no plan' },
];

const waivers = {
  never: ['key-rotation'],
  list: [
    waiver('used'),
    waiver('late'),
    waiver('unused'),
    waiver('nowhere'),
    waiver('first', { until: '2020-01-31' }),
    waiver('refused', { control: 'key-rotation' }),
  ],
};

/** The inputs, each in the share that a thread makes. */
function sharesOf(threads: readonly number[], configuration: unknown, options: Partial<GateOptions>): readonly Share[] {
  const open = [0, 1, 2].map(() => openShare(controls, settings(configuration, options), {}));
  for (const [position, judged] of inputs.entries()) open[threads[position] ?? 0]?.add(judged, position);
  return open.map(({ share }) => share());
}

describe.each<[string, unknown, Partial<GateOptions>]>([
  ['nothing configured', {}, {}],
  ['waivers', { waivers }, {}],
  ['waivers, none of them beside the code', { waivers: { ...waivers, inline: false } }, {}],
  ['passes listed', { waivers }, { includePass: true }],
  ['parts that count', { waivers }, { allowIncomplete: true }],
])('with %s', (_, configuration, options) => {
  const whole = decide(inputs, controls, settings(configuration, options), { version });

  test('a run comes to the same, however its inputs are shared', () => {
    const threads = fc.array(fc.nat(2), { minLength: inputs.length, maxLength: inputs.length });
    fc.assert(
      fc.property(threads, fc.boolean(), (chosen, isReversed) => {
        const shares = sharesOf(chosen, configuration, options);
        const order = isReversed ? shares.toReversed() : shares;
        expect(assemble(order, controls, settings(configuration, options), { version })).toEqual(whole);
      }),
    );
  });

  test('a share is plain data, and the same behind a border of threads', () => {
    const shares = sharesOf([0, 1, 0, 1], configuration, options);
    const carried = structuredClone(shares);
    expect(carried).toEqual(shares);
    const result = assemble(carried, controls, settings(configuration, options), { version });
    expect(JSON.stringify(result)).toBe(JSON.stringify(whole));
  });
});

test('what a waiver of the configuration waives counts in all shares, and is spoken of under the first input', () => {
  const [first, second] = sharesOf([1, 1, 0, 0, 0, 0, 1, 0], { waivers }, {});
  const used = [first, second].map((share) => share?.configured[0]);
  expect(used.map((entry) => [entry?.findings, entry?.inspectedIn])).toEqual([
    [1, 4],
    [1, 1],
  ]);
  const { inputs: reported } = decide(inputs, controls, settings({ waivers }), { version });
  const unused = reported.map(({ findings }) => findings.filter(({ control }) => control === 'waiver-unused').length);
  expect(unused).toEqual([0, 0, 0, 0, 0, 1, 0, 0]);
});
