import type { Area } from './finding';

/**
 * A framework of controls, and which of them an area or a control of ours supports. Ids only: a passed check supports a
 * framework's control and never satisfies it. Made for the project; compared with the published control lists.
 */
export interface Framework {
  /** Also the name of its preset. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
  /** Ids by area of the shared-responsibility model. */
  readonly areas?: Readonly<Partial<Record<Area, readonly string[]>>>;
  /** Ids by control, where a framework's own controls are as narrow as ours. */
  readonly controls?: Readonly<Record<string, readonly string[]>>;
}

export const frameworks = [
  {
    id: 'nist-800-53',
    title: 'NIST SP 800-53',
    version: 'Rev. 5',
    areas: {
      physical: ['pe-2', 'pe-3', 'pe-13', 'mp-6'],
      'network-infrastructure': ['sc-5', 'cp-8', 'pe-4'],
      host: ['sc-39', 'si-2', 'sc-4', 'ma-2'],
      'guest-os': ['si-2', 'cm-6', 'ra-5', 'si-3'],
      runtime: ['si-2', 'sa-22', 'cm-2'],
      'network-controls': ['sc-7', 'sc-7.5', 'ac-4'],
      'identity-access': ['ac-2', 'ac-3', 'ac-6'],
      application: ['sa-11', 'si-10', 'sa-15'],
      'data-at-rest': ['sc-28', 'sc-28.1', 'ra-2'],
      'in-transit': ['sc-8', 'sc-8.1'],
      'key-management': ['sc-12', 'sc-13'],
      'logging-audit': ['au-2', 'au-6', 'au-9', 'au-11', 'au-12'],
      'backup-recovery': ['cp-9', 'cp-10', 'cp-6'],
      configuration: ['cm-2', 'cm-6', 'cm-7', 'ac-22'],
      'client-users': ['ia-2', 'ia-2.1', 'ia-2.2', 'ia-5', 'ac-2'],
      'incident-response': ['ir-4', 'ir-5', 'ir-6', 'ir-8'],
    },
  },
  {
    id: 'iso-27001',
    title: 'ISO/IEC 27001 Annex A',
    version: '2022',
    areas: {
      physical: ['A.7.1', 'A.7.2', 'A.7.10', 'A.7.14'],
      'network-infrastructure': ['A.7.12', 'A.8.20'],
      host: ['A.7.13', 'A.8.8', 'A.8.9'],
      'guest-os': ['A.8.7', 'A.8.8', 'A.8.9'],
      runtime: ['A.8.8', 'A.8.19'],
      'network-controls': ['A.8.20', 'A.8.21', 'A.8.22'],
      'identity-access': ['A.5.15', 'A.5.18', 'A.8.2', 'A.8.3'],
      application: ['A.8.25', 'A.8.26', 'A.8.29'],
      'data-at-rest': ['A.5.12', 'A.8.24'],
      'in-transit': ['A.5.14', 'A.8.24'],
      'key-management': ['A.8.24'],
      'logging-audit': ['A.8.15', 'A.8.16'],
      'backup-recovery': ['A.8.13', 'A.8.14'],
      configuration: ['A.8.9', 'A.5.10'],
      'client-users': ['A.5.16', 'A.5.17', 'A.8.1', 'A.8.5'],
      'incident-response': ['A.5.24', 'A.5.25', 'A.5.26'],
    },
  },
  {
    id: 'soc-2',
    title: 'SOC 2 Trust Services Criteria',
    version: '2017',
    areas: {
      physical: ['CC6.4'],
      'network-infrastructure': ['CC6.4', 'A1.2'],
      host: ['CC6.4', 'CC7.1'],
      'guest-os': ['CC6.8', 'CC7.1'],
      runtime: ['CC7.1'],
      'network-controls': ['CC6.6'],
      'identity-access': ['CC6.1', 'CC6.2', 'CC6.3'],
      application: ['CC8.1'],
      'data-at-rest': ['CC6.1', 'C1.1'],
      'in-transit': ['CC6.7'],
      'key-management': ['CC6.1'],
      'logging-audit': ['CC7.2'],
      'backup-recovery': ['A1.2', 'A1.3'],
      configuration: ['CC6.1', 'CC7.1', 'CC8.1'],
      'client-users': ['CC6.1', 'CC6.2'],
      'incident-response': ['CC7.3', 'CC7.4', 'CC7.5'],
    },
  },
  {
    id: 'pci-dss',
    title: 'PCI DSS',
    version: '4.0.1',
    areas: {
      physical: ['9.2', '9.4'],
      'network-infrastructure': ['1.2'],
      host: ['2.2', '6.3'],
      'guest-os': ['6.3.3', '2.2.1'],
      runtime: ['6.3.3'],
      'network-controls': ['1.3.1', '1.4.2'],
      'identity-access': ['7.2.1', '7.2.2'],
      application: ['6.2.4', '6.4.2'],
      'data-at-rest': ['3.5.1'],
      'in-transit': ['4.2.1'],
      'key-management': ['3.6.1', '3.7.4'],
      'logging-audit': ['10.2.1', '10.3', '10.5.1'],
      'backup-recovery': ['10.3.3'],
      configuration: ['2.2.1', '1.4.4'],
      'client-users': ['8.3.1', '8.4.2'],
      'incident-response': ['12.10.1'],
    },
  },
  {
    id: 'ccm',
    title: 'CSA Cloud Controls Matrix',
    version: '4',
    areas: {
      physical: ['DCS-06'],
      'network-infrastructure': ['IVS-03'],
      host: ['IVS-04', 'BCR-11'],
      'guest-os': ['IVS-04', 'TVM-03'],
      runtime: ['TVM-03', 'TVM-05'],
      'network-controls': ['IVS-03', 'IVS-06', 'IVS-09'],
      'identity-access': ['IAM-05', 'IAM-09', 'IAM-16'],
      application: ['AIS-04', 'AIS-05', 'AIS-07'],
      'data-at-rest': ['CEK-03', 'DSP-04'],
      'in-transit': ['CEK-03', 'DSP-10'],
      'key-management': ['CEK-08', 'CEK-10', 'CEK-12', 'CEK-14'],
      'logging-audit': ['LOG-02', 'LOG-07', 'LOG-08'],
      'backup-recovery': ['BCR-08'],
      configuration: ['CCC-07', 'DSP-07'],
      'client-users': ['IAM-14', 'IAM-07', 'IAM-08'],
      'incident-response': ['SEF-03', 'SEF-06', 'SEF-08'],
    },
  },
  {
    id: 'cis-aws',
    title: 'CIS Amazon Web Services Foundations Benchmark',
    version: '7.0',
    controls: {
      'audit-trail-complete': ['4.1'],
      'audit-trail-tamper-evident': ['4.2'],
      'default-group-closed': ['6.5'],
      'endpoint-not-public': ['3.2.3'],
      'engine-upgrades-automatic': ['3.2.2'],
      'flow-logs-on': ['4.7'],
      'iam-no-admin': ['2.14'],
      'ingress-admin-not-open': ['6.3', '6.4'],
      'instance-metadata-v2': ['6.7'],
      'key-rotation': ['4.6'],
      'network-acl-not-open': ['6.2'],
      'policies-through-groups': ['2.13'],
      'public-access-blocked': ['3.1.4'],
      'resource-policy-not-public': ['2.21'],
      'storage-encrypted': ['3.2.1', '3.3.1', '6.1.1'],
      'transit-enforced': ['3.1.1'],
    },
  },
] as const satisfies readonly Framework[];

type FrameworkId = (typeof frameworks)[number]['id'];

export const frameworkIds: readonly FrameworkId[] = frameworks.map(({ id }) => id);

export const frameworkOf = (id: string): Framework | undefined => frameworks.find((one) => one.id === id);

/** The ids of a framework that a control supports. */
export const supportedBy = (
  { areas, controls }: Framework,
  control: { readonly id: string; readonly area: Area },
): readonly string[] => (controls ? controls[control.id] : areas?.[control.area]) ?? [];
