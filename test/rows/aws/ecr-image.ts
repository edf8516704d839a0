import { system, unknown, type Table } from '../../support/row';

const types = { cloudformation: 'AWS::ECR::Repository', terraform: 'aws_ecr_repository' };
const scanned = (on: unknown) =>
  [
    { ImageScanningConfiguration: { ScanOnPush: on } },
    { image_scanning_configuration: [{ scan_on_push: on }] },
  ] as const;
const registry = (frequency: unknown, filter: unknown) =>
  [
    system({ RepositoryName: 'web/api' }, { registry: { type: 'AWS::ECR::RegistryScanningConfiguration', properties: { ScanType: 'ENHANCED', Rules: [{ ScanFrequency: frequency, RepositoryFilters: [{ Filter: filter, FilterType: 'WILDCARD' }] }] } } }),
    system({ name: 'web/api' }, { registry: { type: 'aws_ecr_registry_scanning_configuration', properties: { scan_type: 'ENHANCED', rule: [{ scan_frequency: frequency, repository_filter: [{ filter, filter_type: 'WILDCARD' }] }] } } }),
  ] as const; // prettier-ignore
const tags = (word: unknown) => [{ ImageTagMutability: word }, { image_tag_mutability: word }] as const;

export const ecrImage: Readonly<Record<string, Readonly<Record<string, Table>>>> = {
  'image-scanned': {
    'ECR repository': {
      ...types,
      rows: [
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'images are scanned when they are pushed', ...scanned(true)],
        ['fail', 'images are not scanned', ...scanned(false)],
        ['undecided', 'it is a parameter', ...scanned(unknown)],
        ['pass', 'its registry scans all the time', ...registry('CONTINUOUS_SCAN', '*')],
        ['pass', 'its registry scans what is called like it', ...registry('SCAN_ON_PUSH', 'web/*')],
        ['fail', 'its registry scans others', ...registry('SCAN_ON_PUSH', 'batch/*')],
        ['fail', 'its registry scans by hand', ...registry('MANUAL', '*')],
        ['undecided', 'when its registry scans is a parameter', ...registry(unknown, '*')],
        ['undecided', 'what its registry scans is a parameter', ...registry('SCAN_ON_PUSH', unknown)],
      ],
    },
  },
  'image-tag-immutable': {
    'ECR repository': {
      ...types,
      rows: [
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'tags stay', ...tags('IMMUTABLE')],
        ['pass', 'tags stay, but for some', ...tags('IMMUTABLE_WITH_EXCLUSION')],
        ['fail', 'tags can be overwritten', ...tags('MUTABLE')],
        ['fail', 'tags can be overwritten, but for some', ...tags('MUTABLE_WITH_EXCLUSION')],
        ['undecided', 'it is a parameter', ...tags(unknown)],
      ],
    },
    'ECR repository creation template': {
      cloudformation: 'AWS::ECR::RepositoryCreationTemplate',
      terraform: 'aws_ecr_repository_creation_template',
      rows: [
        ['fail', 'nothing is said', {}, {}],
        ['pass', 'tags stay', ...tags('IMMUTABLE')],
        ['undecided', 'it is a parameter', ...tags(unknown)],
      ],
    },
  },
};
