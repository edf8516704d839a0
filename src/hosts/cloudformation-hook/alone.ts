import type { Settings } from '../../gate/settings';
import type { JudgedInput } from '../../gate/weigh';
import { judgeAll } from '../../inspect';
import type { Finding } from '../../model/finding';
import { ResourceGraph, type Link } from '../../model/graph';
import { Property } from '../../model/property';
import { unknownLeaf } from '../../model/raw';
import type { Resource } from '../../model/resource';
import type { Plugin } from '../../plugin';
import type { Input } from '../../readers/input';

const why = 'what stands beside the resource is not in the request';

/**
 * Judges a resource of which nothing is known but itself.
 *
 * What another resource could mend (a bucket's policy, a network's flow log) has not failed: it is judged once as if there
 * were nothing else, and once as if there might be anything. What fails both times fails; what only fails alone is
 * undecided. Another resource that does harm is judged when it is asked about.
 */
export function judgeAlone(input: Input, settings: Settings, plugins?: readonly Plugin[]): JudgedInput {
  const [alone] = judgeAll([input], { plugins }, settings);
  if (!alone?.after) throw new Error('a resource that is not judged');
  const { after, before } = alone;
  const { previous: _, ...rest } = input;
  const graphs = { after: new Surrounded(after.graph), ...(before && { before: new Surrounded(before.graph) }) };
  const [among] = judgeAll([{ ...rest, ...graphs }], { plugins }, settings);
  return {
    ...alone,
    after: { ...after, findings: agreed(after.findings, among?.after?.findings ?? []) },
    ...(before && { before: { ...before, findings: agreed(before.findings, among?.before?.findings ?? []) } }),
  };
}

/** A graph beside which there may be more of every type, and a name that leads out leads to such a one. */
class Surrounded extends ResourceGraph {
  private readonly unseen = new Map<string, Resource>();

  constructor(private readonly shown: ResourceGraph) {
    super(shown.resources);
  }

  override byIdentity(id: string): Resource | undefined {
    return super.byIdentity(id) ?? this.unseen.get(id);
  }

  protected override typed(types: readonly string[]): readonly Resource[] {
    return [...super.typed(types), ...types.filter(isOfCloudFormation).map((type) => this.oneMore(type))];
  }

  protected override followed(property: Property, types: readonly string[]): Link {
    const link = super.followed(property, types);
    if (link.state !== 'outside' || isReserved(link.value)) return link;
    const type = types.find(isOfCloudFormation);
    return type === undefined ? link : { state: 'linked', resource: this.oneMore(type) };
  }

  protected override removedCompanionsOf(
    target: Resource,
    types: readonly string[],
    path: string,
  ): readonly Resource[] {
    return this.shown.removedCompanions(target, types, path);
  }

  private oneMore(type: string): Resource {
    const { document = '', stack } = this.shown.resources[0] ?? {};
    const id = `${document}#${type}`;
    const known = this.unseen.get(id);
    if (known) return known;
    const resource: Resource = {
      id,
      address: type,
      type,
      vocabulary: 'cloudformation',
      properties: new Property(unknownLeaf(why), { id }),
      mode: 'managed',
      action: 'unknown',
      document,
      ...(stack !== undefined && { stack }),
    };
    this.unseen.set(id, resource);
    return resource;
  }
}

const isOfCloudFormation = (type: string): boolean => type.includes('::');

/**
 * Names that AWS keeps for what it makes itself: its own keys, and default parameter groups.
 *
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
 * @see https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/parameter-groups-overview.html
 */
const isReserved = (name: string): boolean => /^(?:arn:[^/]*:)?alias\/aws\/|^default\./u.test(name);

/**
 * One resource states all facts, whatever they are said of. Where nothing is said among others, it is only that an owner
 * who is not seen would say it.
 */
function agreed(alone: readonly Finding[], among: readonly Finding[]): readonly Finding[] {
  const controlsOf = (findings: readonly Finding[]) => new Set(findings.map(({ control }) => control));
  const failing = controlsOf(among.filter(({ verdict }) => verdict === 'fail'));
  const said = controlsOf(among);
  return alone.map((finding) => {
    const isMended = said.has(finding.control) && !failing.has(finding.control);
    return finding.verdict === 'fail' && isMended ? undecided(finding) : finding;
  });
}

/** It would fail alone, and what that rests on stays the witness. */
const undecided = (finding: Finding): Finding => ({
  ...finding,
  verdict: 'undecided',
  witnesses: finding.witnesses.map((witness) => ({ ...witness, note: `${witness.note} (alone; ${why})` })),
});
