import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, some, truth, type Truth } from '../../model/truth';
import { otherwise } from '../../model/value';

/** What the default branch is called where nobody in sight says so: GitHub's name for it, and the one that it had before. */
const usualNames = ['main', 'master'];

const defaultTypes = ['github_branch_default'];

/**
 * Whether a rule is about the default branch, whose content is deployed: others come and go.
 *
 * @param repository whose default branch it is, where it is in sight.
 */
export function reachesDefault(rule: Resource, graph: ResourceGraph, repository?: Resource): Truth {
  const names = (pattern: Property): Truth => isDefault(pattern, graph, repository);
  const { properties } = rule;
  if (!rule.type.endsWith('ruleset')) return names(properties.get(rule.type.endsWith('_v3') ? 'branch' : 'pattern'));
  const references = properties.get('conditions', 'ref_name');
  const listed = (key: string): Truth => some(otherwise(references.get(key).list(), [], 'none is named'), names, 'branches');
  const include = references.get('include').list();
  if (include.state === 'absent') return truth(undefined, references.at, 'it does not say which branches it is about');
  return all(listed('include'), not(listed('exclude')));
} // prettier-ignore

/** Whether a name or pattern of a branch stands for the default one. */
function isDefault(pattern: Property, graph: ResourceGraph, repository: Resource | undefined): Truth {
  const link = graph.follow(pattern, ['github_repository', ...defaultTypes]);
  const reference = truth(link.state === 'linked' || undefined, pattern.at, 'branch that another resource names');
  const text = pattern.text();
  if (text.state !== 'known') return reference;
  const name = text.value.replace(/^refs\/heads\//, '');
  if (['~ALL', '~DEFAULT_BRANCH', '*', '**', '**/*'].includes(name)) return truth(true, pattern.at, 'every branch');
  if (/[*?[]/.test(name)) return truth(undefined, pattern.at, 'a pattern that may leave the default branch out');
  const named = namesOfDefault(graph, repository);
  if (named.length > 0) return any(...named.map((one) => is(one, (branch) => branch === name, 'default branch')));
  return truth(usualNames.includes(name) || undefined, pattern.at, 'a branch that may not be the default one');
}

/** What the input says that the default branch is called. */
function namesOfDefault(graph: ResourceGraph, repository: Resource | undefined) {
  if (!repository) return [];
  const { certain } = graph.companions(repository, defaultTypes, 'repository');
  return [repository.properties.get('default_branch'), ...certain.map(({ properties }) => properties.get('branch'))]
    .map((name) => name.text())
    .filter((name) => name.state === 'known');
}
