import { isAbsolute, relative } from 'node:path';
import type { Location } from '../../model/resource';
import { entriesOf, isDataList, member, type Data } from '../cloudformation/data';
import type { Maker } from '../cloudformation/template';

/** What the metadata of a stack says of the resources of one of its templates: the stack's own, or a nested stack's. */
export interface Makers {
  readonly byLogicalId: ReadonlyMap<string, Maker>;
  /** Nested stacks by the logical id of their resource. */
  readonly nested: ReadonlyMap<string, NestedMakers>;
}

export interface NestedMakers extends Makers {
  /** File name of its template, where the metadata says. */
  readonly templateFile?: string;
}

interface Entry {
  readonly logicalId: string;
  readonly path: string;
}

/**
 * Reads the metadata of a stack: for each construct path (`/Prod/Data/Bucket/Resource`) a list of `{ type, data }`.
 * Source: `ArtifactMetadataEntryType` of @aws-cdk/cloud-assembly-schema.
 */
export function makersOf(metadata: Data | undefined): Makers {
  const entries: Entry[] = [];
  const traces = new Map<string, Location>();
  const files = new Map<string, string>();
  for (const [rooted, list] of entriesOf(metadata)) {
    const path = rooted.replace(/^\//, '');
    for (const item of isDataList(list) ? list : []) {
      const data = member(item, 'data');
      const type = member(item, 'type');
      if (type === 'aws:cdk:logicalId' && typeof data === 'string') entries.push({ logicalId: data, path });
      if (type === 'aws:cdk:templateFile' && typeof data === 'string') files.set(path, data);
      if (type === 'aws:cdk:creationStack' && !traces.has(path)) {
        const location = locationIn(data);
        if (location) traces.set(path, location);
      }
    }
  }
  return makersWithin(entries, traces, files);
}

function makersWithin(
  entries: readonly Entry[],
  traces: ReadonlyMap<string, Location>,
  files: ReadonlyMap<string, string>,
): Makers {
  const scopes = entries.flatMap((entry) => {
    const path = nestedScope(entry.path);
    return path === undefined ? [] : [{ path, logicalId: entry.logicalId, entries: [] as Entry[] }];
  });
  const outermost = scopes.filter(({ path }) => !scopes.some((other) => path.startsWith(`${other.path}/`)));
  const own: Entry[] = [];
  for (const entry of entries) {
    const scope = outermost.find(({ path }) => entry.path.startsWith(`${path}/`));
    (scope?.entries ?? own).push(entry);
  }
  return {
    byLogicalId: new Map(own.map(({ logicalId, path }) => [logicalId, makerOf(path, traces)])),
    nested: new Map(
      outermost.map((scope) => {
        const templateFile = files.get(scope.path);
        const inner = makersWithin(scope.entries, traces, files);
        return [scope.logicalId, { ...inner, ...(templateFile !== undefined && { templateFile }) }];
      }),
    ),
  };
}

/** The CDK makes the resource of a nested stack `Network` as `Network.NestedStack/Network.NestedStackResource`. */
function nestedScope(path: string): string | undefined {
  const [last = '', holder = '', ...above] = path.split('/').reverse();
  const name = last.endsWith('.NestedStackResource') ? last.slice(0, -'.NestedStackResource'.length) : '';
  return name !== '' && holder === `${name}.NestedStack` ? [name, ...above].reverse().join('/') : undefined;
}

function makerOf(constructPath: string, traces: ReadonlyMap<string, Location>): Maker {
  const location = nearest(constructPath, traces);
  return { constructPath, ...(location && { location }) };
}

/**
 * The line that makes a construct. The CDK makes some late, without a line of their own (the policy that grants are
 * collected in): theirs is that of the construct around them.
 */
function nearest(constructPath: string, traces: ReadonlyMap<string, Location>): Location | undefined {
  const parts = constructPath.split('/');
  for (let length = parts.length; length > 1; length--) {
    const path = parts.slice(0, length).join('/');
    const found = traces.get(path) ?? traces.get(`${path}/Resource`) ?? traces.get(`${path}/Default`);
    if (found) return found;
  }
  return undefined;
}

/** The first frame of a stack trace that is the user's own code, unless the trace is that of the synthesis itself. */
export function userFrame(
  frames: unknown,
): { readonly file: string; readonly line: number; readonly column: number } | undefined {
  if (!Array.isArray(frames)) return undefined;
  for (const frame of frames as readonly unknown[]) {
    if (typeof frame !== 'string' || frame.length > 4096) return undefined;
    if (/^\.\.\.[\w$.]*\bsynth in /.test(frame)) return undefined;
    const match = frame.startsWith('...') ? null : /:(\d{1,9}):(\d{1,9})\)?$/.exec(frame);
    if (!match) continue;
    const head = frame.slice(0, match.index).replace(/^at /, '');
    const file = head.slice(head.lastIndexOf('(') + 1).replace(/^file:\/\//, '');
    if (file === '' || file.startsWith('node:')) continue;
    return { file, line: Number(match[1]), column: Number(match[2]) };
  }
  return undefined;
}

/** Only code below the working folder is named: an assembly may come from elsewhere, and say what it likes. */
function locationIn(frames: Data | undefined): Location | undefined {
  const frame = userFrame(frames);
  if (!frame) return undefined;
  const file = relative(process.cwd(), frame.file);
  return file === '' || file.startsWith('..') || isAbsolute(file) ? undefined : { ...frame, file };
}
