import { entriesOf, isDataObject, member, type Data, type DataObject, type DataPath } from './data';
import type { Declaration } from './template';

interface Draft {
  /** Defaults to the logical id of the SAM resource itself. */
  readonly logicalId?: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, Data | undefined>>;
  /** Where the part of the SAM resource stands that this one comes from, below that resource. */
  readonly below?: DataPath;
  /** Properties that SAM has under another name: by their name here, below the SAM resource. */
  readonly renamed?: Readonly<Record<string, DataPath>>;
}

/** A plain resource in the stead of a SAM resource or beside it. Its places are the SAM resource's. */
export function generate(from: Declaration, { logicalId, type, properties, below, renamed }: Draft): Declaration {
  const { resource } = from.origin;
  const part = [...resource, ...(below ?? [])];
  return {
    logicalId: logicalId ?? from.logicalId,
    data: {
      ...(isDataObject(from.data) ? from.data : {}),
      Type: type,
      Properties: compact(properties),
    },
    origin: {
      resource: part,
      properties: logicalId === undefined ? from.origin.properties : [],
      keys: Object.fromEntries(
        entriesOf(compact(renamed ?? {})).map(([key, path]) => [key, [...resource, ...(path as DataPath)]]),
      ),
    },
  };
}

const compact = (properties: Readonly<Record<string, Data | undefined>>): DataObject =>
  Object.fromEntries(Object.entries(properties).filter((entry): entry is [string, Data] => entry[1] !== undefined));

export const propertiesOf = ({ data }: Declaration): Readonly<Record<string, Data>> => {
  const properties = member(data, 'Properties');
  return isDataObject(properties) ? properties : {};
};

/** SAM writes tags as a map. */
export const tagList = (tags: Data | undefined): Data | undefined =>
  isDataObject(tags) ? entriesOf(tags).map(([key, value]) => ({ Key: key, Value: value })) : tags;

export const partitioned = (rest: string): Data => ({ 'Fn::Sub': `arn:\${AWS::Partition}:${rest}` });

export const awsManagedPolicy = (name: string): Data => partitioned(`iam::aws:policy/${name}`);
