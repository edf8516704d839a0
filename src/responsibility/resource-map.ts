import type { ResourceGraph } from '../model/graph';
import type { Resource } from '../model/resource';
import type { MappedResource, ResourceMap } from '../model/resource-map';
import { responsibilityData } from './data';
import { cellsOf } from './party';
import { providerOf } from './provider';
import { referredBy } from './reach';

/** An argument, and what will be there after deployment. */
interface MappedInput {
  readonly path: string;
  readonly after: ResourceGraph;
}

/** What inputs declare, in their order. What is only looked up is no part of it. */
export function resourceMapOf(inputs: readonly MappedInput[]): ResourceMap {
  const resources: MappedResource[] = [];
  const links: (readonly [number, number])[] = [];
  for (const { path, after } of inputs) {
    const declared = after.resources.filter(({ mode }) => mode === 'managed');
    const positions = new Map(declared.map((resource, index) => [resource, resources.length + index]));
    resources.push(...declared.map((resource) => mapped(resource, path, after)));
    for (const [resource, from] of positions)
      for (const target of referredBy(resource, after)) {
        const to = positions.get(target);
        if (to !== undefined) links.push([from, to]);
      }
  }
  return { resources, links };
}

function mapped(resource: Resource, input: string, graph: ResourceGraph): MappedResource {
  const { address, type, constructPath = null, stack = null, document, vocabulary } = resource;
  const cells = cellsOf(resource, graph);
  const areasOf = (wanted: string) => (cells ?? []).flatMap(({ area, party }) => (party === wanted ? [area] : []));
  return {
    input,
    address,
    type,
    constructPath,
    stack,
    document,
    service: responsibilityData().types.get(type)?.service ?? null,
    provider: providerOf(resource).name,
    module: vocabulary === 'terraform' ? moduleOf(address) : null,
    areas: cells ? { provider: areasOf('provider'), customer: areasOf('customer'), shared: areasOf('shared') } : null,
  };
}

/** The calls of modules that an address begins with. A key may hold dots, brackets and escaped quotes. */
const moduleOf = (address: string): string | null =>
  /^module\.[^.[]+(?:\[[^"\]]*\]|\["(?:[^"\\]|\\.)*"\])?(?:\.module\.[^.[]+(?:\[[^"\]]*\]|\["(?:[^"\\]|\\.)*"\])?)*(?=\.)/u.exec(
    address,
  )?.[0] ?? null;
