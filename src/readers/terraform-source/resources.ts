import type { Evaluation, ModuleFile, ObjectValue, Place, ResourceInstance, Value } from '../../hcl';
import { Property } from '../../model/property';
import { isObject, partialLeaf, type Raw, type RawObject, type Reference } from '../../model/raw';
import type { Location, Resource, Uncertain } from '../../model/resource';
import type { Path } from '../../model/value';
import { policyFrom } from '../terraform-plan/policy-document';
import { previousAddresses } from './moves';
import { placesIn, type Locate } from './places';
import type { ProviderBlock } from './provider-blocks';
import { shortName } from './provider-versions';
import { rawOf, type Resolve } from './raw-values';
import { uncertaintyOf } from './uncertainty';
import { policyDocument, usedDocuments } from './unused-documents';

/** Hears of every property that is read, by the resource's type: the coverage record. */
export type OnRead = (type: string, path: string) => void;

/** What resources are made in. */
export interface Setting {
  /** The argument, as given: all that it holds is one document. */
  readonly document: string;
  readonly files: readonly ModuleFile[];
  readonly locate: Locate;
  readonly onRead?: OnRead | undefined;
}

export function resourcesOf(
  evaluation: Evaluation,
  blocks: readonly ProviderBlock[],
  setting: Setting,
): readonly Resource[] {
  const { resources } = evaluation;
  const tools: Tools = {
    ...setting,
    previousAddress: previousAddresses(evaluation),
    resolve: resolver(resources, setting.document),
    isUsed: usedDocuments(setting.files),
    uncertaintyOf: uncertaintyOf(setting.files),
    damaged: new Set(setting.files.filter(({ source }) => source.errors.length > 0).map(({ path }) => path)),
  };
  return [
    ...resources.map((instance) => resourceOf(instance, tools)),
    ...blocks.map((block) => providerResource(block, tools)),
  ];
}

interface Tools extends Setting {
  readonly resolve: Resolve;
  /** What it was called before a `moved` block renamed it. */
  readonly previousAddress: (address: string) => string | undefined;
  readonly isUsed: (document: ResourceInstance) => boolean;
  readonly uncertaintyOf: (instance: ResourceInstance) => Uncertain | undefined;
  /** Files with errors: more may be written in them than what could be read. */
  readonly damaged: ReadonlySet<string>;
}

/** The id of a resource: its address in its document. */
export const idOf = (document: string, address: string): string => `${document}:${address}`;

/** More instances than that are not told one by one. */
const mostInstances = 100;

/** The address without the key of the instance. */
const bare = (address: string): string => address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/u, '');

/** A reference to an instance, or to all of those that a resource has. */
function resolver(resources: readonly ResourceInstance[], document: string): Resolve {
  const addresses = new Set(resources.map(({ address }) => address));
  const instances = new Map<string, string[]>();
  for (const { address, resourceAddress } of resources) {
    const others = instances.get(resourceAddress);
    if (others) others.push(address);
    else instances.set(resourceAddress, [address]);
  }
  return ({ address, path }) => {
    const asked = path.length === 0 ? {} : { attribute: path.join('.') };
    const meant = addresses.has(address)
      ? [address]
      : (instances.get(address) ?? instances.get(bare(address)) ?? [address]);
    return meant.slice(0, mostInstances).map((one): Reference => ({ id: idOf(document, one), ...asked }));
  };
}

function resourceOf(instance: ResourceInstance, tools: Tools): Resource {
  const { address, type, mode, provider, credentials } = instance;
  const { document, onRead, isUsed } = tools;
  const uncertain = tools.uncertaintyOf(instance);
  const id = idOf(document, address);
  const previous = tools.previousAddress(address);
  const record = onRead && ((path: string) => { onRead(type, path); }); // prettier-ignore
  const properties = once(() => propertiesOf(instance, tools));
  return {
    id,
    address,
    type,
    vocabulary: 'terraform',
    properties: new Property(properties, { id, ...(record && { record }) }),
    mode,
    action: 'unknown',
    ...(uncertain && { uncertain }),
    ...(mode === 'data' && type === policyDocument && !isUsed(instance) && { unused: true }),
    document,
    ...(previous !== undefined && { previousId: idOf(document, previous) }),
    provider: shortName(provider.source),
    ...(credentials !== undefined && { credentials }),
    locate: (path) => placeOf(instance, path, tools),
    origins: (path) => originsOf(instance, path, tools),
  };
}

/** What is written in the block of a provider is judged, and it is no resource that anybody has. */
function providerResource({ configuration, key, address, provider, type }: ProviderBlock, tools: Tools): Resource {
  const { document, onRead, resolve } = tools;
  const id = idOf(document, key);
  const record = onRead && ((path: string) => { onRead(type, path); }); // prettier-ignore
  return {
    id,
    address,
    type,
    vocabulary: 'terraform',
    properties: new Property(once(() => rawOf(configuration.body, resolve)), { id, ...(record && { record }) }),
    mode: 'data',
    unused: true,
    action: 'unknown',
    document,
    provider,
    locate: (path) => placeOf(configuration, path, tools),
    origins: (path) => originsOf(configuration, path, tools),
  };
} // prettier-ignore

function propertiesOf({ body, type, mode, file }: ResourceInstance, { resolve, damaged }: Tools): Raw {
  const written = rawOf(body, resolve);
  const raw = type === policyDocument && mode === 'data' && isObject(written) ? withPolicy(written) : written;
  return damaged.has(file) && isObject(raw)
    ? partialLeaf(raw, 'the file has errors, so more may be written here')
    : raw;
}

/** The policy that the data source makes of its arguments. */
function withPolicy(raw: RawObject): RawObject {
  const policy = policyFrom(raw);
  return { ...raw, json: policy, minified_json: policy };
}

/** Where something is written. */
type Written = Pick<ResourceInstance, 'block' | 'file' | 'body'>;

/** The header of the block stands for what is not written. */
function placeOf(instance: Written, path: Path, { locate }: Tools): Location | undefined {
  const { block, file } = instance;
  const header = { file, start: block.start, end: block.openingBrace };
  const [first] = writtenAt(instance, path);
  return locate(first ?? header) ?? locate(header);
}

/** Where the value of an argument comes from, beyond the argument itself. */
const originsOf = (instance: Written, path: Path, { locate }: Tools): readonly Location[] =>
  writtenAt(instance, path)
    .slice(1)
    .flatMap((place) => locate(place) ?? []);

function writtenAt({ body }: Pick<Written, 'body'>, path: Path): readonly Place[] {
  const [first] = path;
  const isWritten = first !== undefined && first !== '' && body.members.has(String(first));
  return isWritten ? placesIn(withoutPlace(body), path) : [];
}

/** A missing argument is looked for no further than the resource. */
const withoutPlace = (body: ObjectValue): Value => ({ ...body, at: [] });

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
