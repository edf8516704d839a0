import { controls } from '../../src/controls';
import { presetNames } from '../../src/gate/preset-names';
import { presetLabels, presetLevel } from '../../src/gate/presets';
import { areas } from '../../src/model/finding';
import { frameworks, supportedBy } from '../../src/model/frameworks';

const named = (id: string) => {
  const found = controls.find((control) => control.id === id);
  if (!found) throw new Error(`no control ${id}`);
  return found;
};

test('there is a preset for each framework', () => {
  expect(presetNames.slice(2)).toEqual(frameworks.map(({ id }) => id));
});

test("a framework's preset only narrows: nothing weighs more than in baseline", () => {
  for (const { id } of frameworks)
    for (const control of controls) expect([control.gate, 'off']).toContain(presetLevel(control, id));
});

test('it leaves out what supports nothing in it', () => {
  expect(presetLevel(named('versioned'), 'cis-aws')).toBe('off');
  expect(presetLevel(named('iam-no-admin'), 'cis-aws')).toBe('block');
});

test('it labels what is left with the ids of the framework, and no other preset does', () => {
  expect(presetLabels(named('storage-encrypted'), 'pci-dss')).toEqual(['PCI DSS 4.0.1: 3.5.1']);
  expect(presetLabels(named('storage-encrypted'), 'strict')).toEqual([]);
  expect(presetLabels(named('iam-no-admin'), 'cis-aws')).toEqual([
    'CIS Amazon Web Services Foundations Benchmark 7.0: 2.14',
  ]);
});

test('a framework names areas and controls that there are', () => {
  for (const framework of frameworks) {
    const names = 'areas' in framework ? Object.keys(framework.areas) : Object.keys(framework.controls);
    const known: readonly string[] = 'areas' in framework ? areas : controls.map(({ id }) => id);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
    expect(controls.some((control) => supportedBy(framework, control).length > 0)).toBe(true);
  }
});
