import type { Control } from '../../src/controls/control';
import { usingConfiguration } from '../../src/gate/load-configuration';
import { settingsOf, type GateOptions, type Settings } from '../../src/gate/settings';
import type { JudgedInput } from '../../src/gate/weigh';
import type { Finding, Verdict } from '../../src/model/finding';
import { ResourceGraph } from '../../src/model/graph';
import { Property } from '../../src/model/property';
import type { Raw } from '../../src/model/raw';
import type { Resource } from '../../src/model/resource';
import { truth, type Witness } from '../../src/model/truth';

/** Hand-made resources, controls and findings for the tests of the gate. */

export function resource(address: string, more: Partial<Resource> = {}): Resource {
  const id = more.id ?? address;
  return {
    id,
    address,
    type: 'aws_ebs_volume',
    vocabulary: 'terraform',
    properties: new Property({}, { id }),
    mode: 'managed',
    action: 'unknown',
    document: 'plan.json',
    ...more,
  };
}

export const attributes = (id: string, raw: Raw): { readonly attributes: Property } => ({
  attributes: new Property(raw, { id }),
});

export const control = (id: string, more: Partial<Control> = {}): Control => ({
  id,
  area: 'data-at-rest',
  severity: 'high',
  gate: 'block',
  title: `${id} holds`,
  failure: `fails ${id}`,
  why: 'Because.',
  fix: 'Repair it.',
  judges: [],
  holds: () => truth(true, { id: '', path: [] }, ''),
  ...more,
});

export const encrypted = control('storage-encrypted');
export const rotated = control('key-rotation', { area: 'key-management', severity: 'medium', gate: 'warn' });
export const tagged = control('image-tagged', { area: 'application', severity: 'low', gate: 'note' });
export const managedKey = control('customer-managed-key', { area: 'key-management', severity: 'medium', gate: 'off' });
export const admin = control('iam-no-admin', { area: 'identity-access', severity: 'critical' });
export const wildcard = control('iam-no-wildcard-action', { area: 'identity-access', yieldsTo: ['iam-no-admin'] });
export const controls: readonly Control[] = [encrypted, rotated, tagged, managedKey, admin, wildcard];

export function finding(about: Control, subject: Resource, verdict: Verdict, more: Partial<Finding> = {}): Finding {
  const witness: Witness = { at: { id: subject.id, path: ['encrypted'] }, note: `says ${verdict}` };
  return {
    control: about.id,
    verdict,
    subject,
    service: 'ebs',
    noun: 'EBS volume',
    related: [],
    witnesses: [witness],
    facts: [],
    ...more,
  };
}

export const failing = (about: Control, subject: Resource): Finding => finding(about, subject, 'fail');

/** A graph with exactly the subjects of the findings, and the others that are named. */
export function judged(findings: readonly Finding[], others: readonly Resource[] = []) {
  const resources = [...new Set([...findings.map(({ subject }) => subject), ...others])];
  return { graph: new ResourceGraph(resources), findings, unclassified: [] };
}

export const input = (findings: readonly Finding[], more: Partial<JudgedInput> = {}): JudgedInput => ({
  path: 'plan.json',
  dialect: 'terraform-plan',
  notes: [],
  after: judged(findings),
  ...more,
});

export const settings = (configuration: unknown = {}, options: Partial<GateOptions> = {}): Settings =>
  settingsOf(usingConfiguration(configuration), { today: '2026-11-24', ...options }, controls);
