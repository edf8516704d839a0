import type { Image } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { matchesGlob } from '../../model/policy-patterns';
import { member, property, type Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { map, otherwise, type Settled } from '../../model/value';
import { itemsOf } from './items';

const registries = ['AWS::ECR::RegistryScanningConfiguration', 'aws_ecr_registry_scanning_configuration'];

/** Whether the images of a repository are looked through, and whether a tag stays with its image. */
export function imageFact(repository: Resource, graph: ResourceGraph): Image {
  const related = graph.ofType(...registries).filter(({ mode }) => mode === 'managed');
  return {
    kind: 'image',
    noun: 'ECR repository',
    subject: repository,
    scanned: scanned(repository, related),
    immutable: immutable(repository),
    ...(related.length > 0 && { related }),
  };
}

/** What a template says of the repositories that are made by it. */
export const templateFact = (template: Resource): Image => ({
  kind: 'image',
  noun: 'ECR repository creation template',
  subject: template,
  immutable: immutable(template),
});

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html */
const immutable = (repository: Resource): Settled<boolean> =>
  map(
    otherwise(
      property(repository, 'ImageTagMutability', 'image_tag_mutability').text(),
      'MUTABLE',
      'tags can be overwritten unless told otherwise',
    ),
    (mutability) => mutability.startsWith('IMMUTABLE'),
  );

/**
 * The repository's own switch, or a rule of its registry: that scans when an image is pushed or all the time.
 *
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html
 */
function scanned(repository: Resource, others: readonly Resource[]): Settled<boolean> {
  const own = otherwise(
    property(repository, 'ImageScanningConfiguration.ScanOnPush', 'image_scanning_configuration.scan_on_push').flag(),
    false,
    'images are not looked through unless told otherwise',
  );
  const rules = others.flatMap((registry) =>
    itemsOf(property(registry, 'Rules', 'rule')).map((rule) => ruleScans(rule, registry, repository)),
  );
  return settledTruth(
    any(
      is(own, (on) => on, 'scan on push'),
      ...rules,
    ),
    own.at,
  );
}

function ruleScans(rule: ReturnType<typeof property>, { vocabulary }: Resource, repository: Resource): Truth {
  const frequency = otherwise(member(rule, vocabulary, 'ScanFrequency', 'scan_frequency').text(), 'MANUAL', 'by hand');
  const filters = itemsOf(member(rule, vocabulary, 'RepositoryFilters', 'repository_filter')).map((filter) =>
    otherwise(member(filter, vocabulary, 'Filter', 'filter').text(), '*', 'every repository'),
  );
  const name = otherwise(property(repository, 'RepositoryName', 'name').text(), '', 'a name that ECR gives');
  const meant = filters.map((filter) =>
    filter.state === 'known' && filter.value === '*'
      ? truth(true, filter.at, 'every repository')
      : all(
          is(name, (text) => text !== '', 'name of the repository'),
          filter.state === 'known'
            ? is(name, (text) => matchesGlob(filter.value, text), `repositories called ${filter.value}`)
            : truth(undefined, filter.at, filter.why),
        ),
  );
  return all(
    is(frequency, (word) => word === 'SCAN_ON_PUSH' || word === 'CONTINUOUS_SCAN', 'scan frequency of the registry'),
    filters.length === 0 ? truth(true, rule.at, 'every repository') : any(...meant),
  );
}
