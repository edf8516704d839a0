import { demarcIn, folderWith } from '../support/command-line';

const group = (cidr: string) => ({
  name: 'front',
  ingress: [{ from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: [cidr], ipv6_cidr_blocks: [], description: 'ssh' }],
}); // prettier-ignore

const check = (actions: readonly string[], before: string, after: string) => {
  const change = { actions, importing: { id: 'sg-1' }, before: group(before), after: group(after), after_unknown: {} };
  const address = { address: 'aws_security_group.front', mode: 'managed', type: 'aws_security_group', name: 'front' };
  const plan = {
    format_version: '1.2',
    resource_changes: [{ ...address, change }],
    configuration: { root_module: {} },
  };
  return demarcIn(folderWith({ 'plan.json': JSON.stringify(plan) }), ['check', '--only', 'ingress-admin-not-open', 'plan.json']).code; // prettier-ignore
};

test('what a group that is taken over lets in already is noted', () => {
  expect(check(['no-op'], '0.0.0.0/0', '0.0.0.0/0')).toBe(0);
  expect(check(['update'], '0.0.0.0/0', '0.0.0.0/0')).toBe(0);
});

test('what it is to let in from then on blocks', () => {
  expect(check(['update'], '10.0.0.0/8', '0.0.0.0/0')).toBe(1);
  expect(check(['delete', 'create'], '10.0.0.0/8', '0.0.0.0/0')).toBe(1);
});
