import { exitCodeOf } from '../../src/gate/decision';
import { inspect } from '../../src/inspect';
import { definePlugin, known, type Fact, type Plugin } from '../../src/plugin';
import { readCloudFormation } from '../../src/readers/cloudformation/reader';

const template =
  '{"Resources":{"Data":{"Type":"AWS::EC2::Volume","Properties":{"Encrypted":true}},"Queue":{"Type":"AWS::SQS::Queue"}}}';
const input = readCloudFormation([{ path: 't.json', text: template }], { path: 't.json' });
const inspected = (plugin: Plugin) =>
  inspect([input], { today: '2026-11-24', includePass: true, preset: 'strict', plugins: [plugin] });

const broken = (name: string): Error => new Error(`${name} is broken`);
const passing = {
  kind: 'custom:odd/thing',
  noun: 'thing',
  holds: known(true, { id: 't.json#Data', path: [] }),
} as const;

const service = (facts: (subject: Fact['subject']) => Iterable<Fact>): Plugin =>
  definePlugin({
    apiVersion: 1,
    name: 'odd',
    services: [{ name: 'odd', types: { cloudformation: ['AWS::EC2::Volume'] }, beside: true, facts }],
    controls: [],
  });

describe('a service that breaks', () => {
  test.each<readonly [string, (subject: Fact['subject']) => Iterable<Fact>]>([
    ['at once', () => { throw broken('service'); }],
    ['halfway', function* (subject) { yield { ...passing, subject } as unknown as Fact; throw broken('service'); }],
  ])('%s leaves no pass behind, and is no open gate', (_, facts) => {
    const result = inspected(service(facts));
    expect([result.decision, exitCodeOf(result, { exitZero: true })]).toEqual(['incomplete', 2]);
    expect(result.inputs[0]?.error).toBe('internal error in odd on Data: service is broken');
    const findings = result.inputs.flatMap((one) => one.findings);
    const of = (address: string) => findings.filter(({ resource }) => resource.address === address);
    expect(of('Data').filter(({ verdict }) => verdict === 'pass')).toEqual([]);
    expect(of('Data').flatMap(({ witnesses }) => witnesses.map(({ note }) => note))).toContain('internal error in odd');
    expect(of('Queue').some(({ verdict }) => verdict === 'pass')).toBe(true);
  }); // prettier-ignore
});

test('a control that breaks is undecided, and no open gate', () => {
  const result = inspected(
    definePlugin({
      apiVersion: 1,
      name: 'odd',
      controls: [
        {
          id: 'odd-control',
          area: 'data-at-rest',
          severity: 'low',
          gate: 'note',
          judges: ['storage-at-rest'],
          title: 'Odd',
          failure: 'is odd',
          why: 'Because.',
          fix: 'Mend it.',
          holds: () => {
            throw broken('control');
          },
        },
      ],
    }),
  );
  expect([result.decision, exitCodeOf(result, { exitZero: true })]).toEqual(['incomplete', 2]);
  const own = result.inputs.flatMap(({ findings }) => findings).filter(({ control }) => control === 'odd-control');
  expect(own.length).toBeGreaterThan(0);
  for (const { verdict, witnesses } of own)
    expect([verdict, witnesses[0]?.note]).toEqual(['undecided', 'internal error in odd-control']);
});
