import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, is, settledTruth } from '../../model/truth';
import { chain, known, map, orElse, otherwise, unknown, type Settled } from '../../model/value';
import type { Service } from '../service';
import { aboutOwner, type About } from './about';
import { branchRules, loneRuleFacts, repositoryRuleFacts, wideRulesets } from './github-branch-rules';
import { meaning, switched } from './word';

const repositories = ['github_repository'];
const alertTypes = ['github_repository_vulnerability_alerts'];
const noun = 'GitHub repository';

export const githubRepository: Service = {
  name: 'github-repository',
  types: {
    terraform: [
      ...repositories,
      ...Object.keys(branchRules),
      ...wideRulesets,
      'github_repository_pages',
      ...alertTypes,
    ],
  },
  facts(resource, graph) {
    if (repositories.includes(resource.type)) return repositoryFacts(resource, graph);
    const key = branchRules[resource.type];
    if (key !== undefined) return ruleFacts(resource, key, graph);
    if (wideRulesets.includes(resource.type)) return rulesetFacts(resource, graph);
    return companionFacts(resource, graph);
  },
};

/**
 * Who sees a repository, what is asked of changes to it, and who hears of known faults in what it uses.
 *
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository
 */
function* repositoryFacts(repository: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about: About = { noun, subject: repository };
  const { properties } = repository;
  const open = visibleToAll(repository);
  yield visibilityFact(about, open);
  yield { kind: 'website', hosted: properties.get('pages').present(), ...about };
  const archived = otherwise(properties.get('archived').flag(), false, 'in use unless told otherwise');
  if (archived.state === 'known' && archived.value) return;
  yield {
    kind: 'final-copy',
    kept: otherwise(properties.get('archive_on_destroy').flag(), false, 'it is deleted unless told otherwise'),
    ...about,
  };
  yield* repositoryRuleFacts(about, graph);
  yield detectorFact(about, open, graph);
}

/**
 * A repository of which nobody says who sees it is there for everyone, by the provider's choice. One that is said to be
 * public is what open source is: worth a look, and no accident.
 */
function visibilityFact(about: About, open: Settled<boolean>): Fact {
  const { properties } = about.subject;
  const written = ['visibility', 'private'].some((name) => properties.get(name).text().state !== 'absent');
  return written
    ? { kind: 'public-access-block', complete: map(open, (everyone) => !everyone), explicit: known(true, properties.at), ...about }
    : { kind: 'public-switch', public: open, ...about };
} // prettier-ignore

const visibleToAll = ({ properties }: Resource): Settled<boolean> =>
  meaning(
    orElse(properties.get('visibility').text(), () =>
      map(
        otherwise(properties.get('private').flag(), false, 'repositories are created public unless told otherwise'),
        (alone) => (alone ? 'private' : 'public'),
      ),
    ),
    { public: true, private: false, internal: false },
  );

/**
 * Alerts are on for public repositories and off for private ones, unless told otherwise.
 *
 * @see https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository#vulnerability_alerts
 */
function detectorFact(about: About, open: Settled<boolean>, graph: ResourceGraph): Fact {
  const { properties } = about.subject;
  const { certain, possible } = graph.companions(about.subject, alertTypes, 'repository');
  const [beside] = certain;
  const written = properties.get('vulnerability_alerts').flag();
  const initially = chain(open, (yes) => known(yes, written.at, 'GitHub watches public repositories, and no others, unless told otherwise')); // prettier-ignore
  const alerts: Settled<boolean> = beside
    ? alertsOf(beside)
    : orElse(written, () => (possible[0] ? unknown(possible[0].why, written.at) : initially));
  const scanned = (key: string): Settled<boolean> => {
    const status = properties.get('security_and_analysis', key, 'status').text();
    const silence = chain(open, (yes): Settled<string> =>
      yes
        ? unknown('GitHub may search public repositories by itself', status.at)
        : known('disabled', status.at, 'not on unless told so'),
    );
    return meaning(
      orElse(status, () => silence),
      switched,
    );
  };
  return {
    kind: 'detector',
    on: alerts,
    whole: settledTruth(
      all(
        is(alerts, (yes) => yes, 'alerts'),
        is(scanned('secret_scanning'), (yes) => yes, 'search for secrets'),
        is(scanned('secret_scanning_push_protection'), (yes) => yes, 'secrets refused'),
      ),
      properties.at,
    ),
    ...about,
    ...(beside && { related: [beside] }),
  };
}

const alertsOf = ({ properties }: Resource): Settled<boolean> =>
  otherwise(properties.get('enabled').flag(), true, 'on unless told otherwise');

/** A rule whose repository is not in sight answers for itself. */
function* ruleFacts(rule: Resource, key: string, graph: ResourceGraph): Iterable<Fact> {
  const about = aboutOwner(rule, rule.properties.get(key), repositories, graph, {
    owner: noun,
    itself: 'GitHub branch protection',
  });
  if (about.subject === rule) yield* loneRuleFacts(about, graph);
}

/** A ruleset of an organization answers for what it asks of pull requests; those about something else ask nothing. */
function* rulesetFacts(ruleset: Resource, graph: ResourceGraph): Iterable<Fact> {
  const asks = ruleset.properties.get('rules', 'pull_request').present();
  if (asks.state === 'known' && !asks.value) return;
  yield* loneRuleFacts({ noun: 'GitHub ruleset', subject: ruleset }, graph);
}

/** Companions state their facts of the repository, or of themselves where it is not in sight. */
function* companionFacts(companion: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = aboutOwner(companion, companion.properties.get('repository'), repositories, graph, {
    owner: noun,
    itself: 'settings of a GitHub repository',
  });
  if (!alertTypes.includes(companion.type))
    yield { kind: 'website', hosted: known(true, companion.properties.at), ...about };
  else if (about.subject === companion) yield { kind: 'detector', on: alertsOf(companion), ...about };
}
