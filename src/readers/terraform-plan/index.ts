import { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { UnreadableInput, type Input } from '../input';
import type { ByteSource } from '../source';
import { adviceFor } from './classify';
import { indexDocuments, type Documents } from './document';
import { utf8Source, type Encoding } from './encoding';
import { incompleteness, notesOn, providerVersions } from './notes';
import { positionsOf } from './entries';
import type { LocatorOf, OnRead } from './planned-resource';
import { DamagedJson } from './range';
import { isUnchanged, resourcesOf } from './resources';

export interface TerraformPlanOptions {
  readonly onRead?: OnRead;
  /** Where the resource of an address is written, where its source is at hand. */
  readonly locatorOf?: LocatorOf | undefined;
}

/**
 * Reads a plan as `terraform show -json` (or `tofu show -json`) writes it, of every format version before 2. Several
 * plans in one stream are one input: the first document has the source's path, the second `path#2`, and so on.
 *
 * The document is indexed now, and the values of a resource are parsed when they are asked for: the source must stay
 * open as long as the graphs are in use.
 *
 * @throws UnreadableInput where the source is no plan, is damaged, or has a format that is not known.
 */
export function readTerraformPlan(source: ByteSource, { onRead, locatorOf }: TerraformPlanOptions = {}): Input {
  const head = source.read(0, 4);
  if (head.toString('latin1') === 'PK\u0003\u0004') throw refusal(source, adviceFor('saved-plan'));
  const { source: text, encoding } = utf8Source(source);
  const { plans, others } = documentsOf(text, encoding);
  plans.forEach(({ formatVersion }) => {
    checkFormat(source, formatVersion);
  });
  const isUnchanging = plans.every(({ entries }) => positionsOf(entries, (one) => !isUnchanged(one)).length === 0);
  const resources = plans.map((plan) => resourcesOf(text, plan, { onRead, locatorOf }));
  const before = joined(resources.map((one) => one.before));
  const after = joined(resources.map((one) => one.after));
  const incomplete = [...new Set(plans.flatMap(incompleteness))].join('; ');
  const only = resources.length === 1 ? resources[0] : undefined;
  return {
    path: source.path,
    dialect: 'terraform-plan',
    after: new ResourceGraph(after, removedFrom(before, after), undefined, only?.findAfter),
    before: new ResourceGraph(before, [], undefined, only?.findBefore),
    notes: notesOn(plans, others.length),
    ...(incomplete !== '' && { incomplete }),
    ...(incomplete === '' && isUnchanging && { unchanged: true }),
    providerVersions: providerVersions(text, plans),
  };
}

const joined = ([first = [], ...others]: readonly (readonly Resource[])[]): readonly Resource[] =>
  others.length === 0 ? first : [first, ...others].flat();

/** What the plan deletes for good. What a replacement left over (a deposed object) shares its address with what stays. */
function removedFrom(before: readonly Resource[], after: readonly Resource[]): readonly Resource[] {
  const deleted = before.filter(({ action }) => action === 'delete');
  if (deleted.length === 0) return [];
  const key = ({ document, address }: Resource): string => `${document}:${address}`;
  const missing = new Set(deleted.map(key));
  for (const resource of after) {
    missing.delete(key(resource));
    if (resource.previousId !== undefined) missing.delete(resource.previousId);
  }
  return deleted.filter((resource) => missing.has(key(resource)));
}

function documentsOf(source: ByteSource, encoding: Encoding): Documents {
  try {
    const documents = indexDocuments(source);
    if (documents.plans.length > 0) return documents;
    const [first = 'other'] = documents.others;
    throw refusal(source, adviceFor(first));
  } catch (error) {
    if (!(error instanceof DamagedJson)) throw error;
    throw damage(source, encoding, error);
  }
}

const refusal = (source: ByteSource, what: string): UnreadableInput =>
  new UnreadableInput(`${source.path}: this is ${what}`);

function damage(source: ByteSource, encoding: Encoding, { offset, problem }: DamagedJson): UnreadableInput {
  const place = `line ${String(lineOf(source, offset))}${encoding === 'UTF-8' ? `, byte ${String(offset + 1)}` : ''}`;
  // A console's code page swallows quotation marks where it does not know a character.
  const advice =
    encoding === 'UTF-8'
      ? 'Write it again: `terraform show -json tfplan > plan.json`'
      : `It is in ${encoding}, as Windows PowerShell writes it. Write it from cmd or PowerShell 7: \`terraform show -json tfplan > plan.json\``;
  return new UnreadableInput(`${source.path}: the JSON is damaged at ${place}: ${problem}. ${advice}`);
}

function lineOf(source: ByteSource, offset: number): number {
  const step = 1 << 20;
  let line = 1;
  for (let start = 0; start < offset; start += step)
    for (const byte of source.read(start, Math.min(start + step, offset))) if (byte === 0x0a) line++;
  return line;
}

function checkFormat(source: ByteSource, version: string | undefined): void {
  const major = version === undefined ? 0 : Number.parseInt(version, 10);
  if (major < 2) return;
  throw refusal(source, `a Terraform plan of format version ${version ?? ''}; versions 0.1 to 1.x are understood`);
}
