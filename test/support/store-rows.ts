import { refer, system, unknown, type Properties, type System, type Table } from './row';

/** A kind of store that is always encrypted, with its key under each vocabulary's name. */
export interface KeptStore {
  readonly noun: string;
  readonly cloudformation: string | null;
  readonly terraform: string | null;
  readonly inCloudformation?: (key: unknown) => Properties;
  readonly inTerraform?: (key: unknown) => Properties;
  /** The store that says nothing of its key, in both vocabularies. */
  readonly silent?: readonly [cloudformation: Properties | null, terraform: Properties | null];
}

/** Rows for a store that is encrypted whatever is said, with a key that the customer may choose. */
export function keptStoreTables(store: KeptStore): Readonly<Record<string, Readonly<Record<string, Table>>>> {
  const both = (key: () => unknown, others?: (type: string) => System['others']) =>
    [
      store.inCloudformation ? system(store.inCloudformation(key()), others?.('AWS::KMS::Key')) : null,
      store.inTerraform ? system(store.inTerraform(key()), others?.('aws_kms_key')) : null,
    ] as const; // prettier-ignore
  const silent = store.silent ?? [store.inCloudformation ? {} : null, store.inTerraform ? {} : null];
  const types = { cloudformation: store.cloudformation, terraform: store.terraform };
  return {
    'storage-encrypted': {
      [store.noun]: {
        ...types,
        rows: [
          ['pass', 'nothing is said', ...silent],
          ['pass', 'the key is a parameter', ...both(() => unknown)],
        ],
      },
    },
    'customer-managed-key': {
      [store.noun]: {
        ...types,
        rows: [
          ['fail', 'nothing is said', ...silent],
          ['fail', "the key is AWS's own", ...both(() => 'alias/aws/service')],
          ['pass', 'a key is named', ...both(() => 'arn:aws:kms:eu-west-1:111122223333:key/1234')],
          ['pass', 'a key is created beside it', ...both(() => refer('key', 'arn', 'Arn'), (type) => ({ key: { type, properties: {} } }))], // prettier-ignore
          ['undecided', 'the key is a parameter', ...both(() => unknown)],
        ],
      },
    },
  };
}

/** Tables of several kinds of one service, merged by control. */
export function merged(
  ...tables: readonly Readonly<Record<string, Readonly<Record<string, Table>>>>[]
): Readonly<Record<string, Readonly<Record<string, Table>>>> {
  const all: Record<string, Record<string, Table>> = {};
  for (const table of tables)
    for (const [control, subjects] of Object.entries(table)) all[control] = { ...all[control], ...subjects };
  return all;
}
