import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { any, is, settledTruth, truth } from '../../model/truth';
import { chain, known, map, otherwise, unknown, type Settled, type Value } from '../../model/value';
import { knownAttacksRefused, protectedBy, separateRules } from './web-acl-managed';

export const webAcls = [
  'AWS::WAF::WebACL',
  'AWS::WAFRegional::WebACL',
  'AWS::WAFv2::WebACL',
  'aws_waf_web_acl',
  'aws_wafregional_web_acl',
  'aws_wafv2_web_acl',
];
const loggings = ['AWS::WAFv2::LoggingConfiguration', 'aws_wafv2_web_acl_logging_configuration'];

/** What a web ACL holds back, and whether it keeps a record. The classic kinds write both a little otherwise. */
export function* webAclFacts(acl: Resource, graph: ResourceGraph): Iterable<Fact> {
  const about = { noun: 'web ACL', subject: acl };
  const denies = deniesByDefault(acl);
  const rules = property(acl, 'Rules', acl.type === 'aws_waf_web_acl' ? 'rules' : 'rule');
  const json = property(acl, null, 'rule_json').present();
  const separate = separateRules(acl, graph);
  const some = map(otherwise(rules.list(), [], 'no rule'), (items) => items.some(saysSomething));
  yield {
    kind: 'firewall-rules',
    ...about,
    filters: settledTruth(
      any(
        is(denies, (on) => on, 'default action'),
        is(some, (on) => on, 'rules'),
        is(json, (on) => on, 'rules'),
        ...separate.certain.map(({ id }) => truth(true, { id, path: [] }, 'a rule of it')),
        ...separate.possible.map(({ resource: { id }, why }) => truth(undefined, { id, path: [] }, `may be its rule: ${why}`)), // prettier-ignore
      ),
      rules.at,
    ),
    deniesByDefault: denies,
    ...(isSecondGeneration(acl) && { knownAttacksRefused: knownAttacksRefused(acl, graph) }),
    related: protectedBy(acl, graph, webAcls),
  };
  yield* recordFacts(about, graph);
}

/** A rule of which nothing is written holds nothing back. */
function saysSomething(rule: Property): boolean {
  const entries = rule.entries();
  if (entries.state !== 'known') return true;
  return entries.value.some(([, written]) => {
    const present = written.present();
    return present.state === 'unknown' || present.value;
  });
}

const isSecondGeneration = ({ type }: Resource): boolean =>
  type === 'AWS::WAFv2::WebACL' || type === 'aws_wafv2_web_acl';

function deniesByDefault(acl: Resource): Settled<boolean> {
  const action = property(acl, 'DefaultAction', 'default_action');
  if (!isSecondGeneration(acl)) {
    const type: Value<string> = action.get(acl.vocabulary === 'cloudformation' ? 'Type' : 'type').text();
    return type.state === 'absent'
      ? unknown('no default action is written', type.at)
      : map(type, (name) => name.toUpperCase() === 'BLOCK');
  }
  const [allow, block] = acl.vocabulary === 'cloudformation' ? ['Allow', 'Block'] : ['allow', 'block'];
  return chain(action.get(block).present(), (blocks) =>
    blocks
      ? known(true, action.get(block).at)
      : chain(action.get(allow).present(), (allowed) =>
          allowed ? known(false, action.get(allow).at) : unknown('no default action is written', action.at),
        ),
  );
}

function* recordFacts(
  about: { readonly noun: string; readonly subject: Resource },
  graph: ResourceGraph,
): Iterable<Fact> {
  const { subject } = about;
  if (['AWS::WAF::WebACL', 'AWS::WAFRegional::WebACL'].includes(subject.type)) return;
  const key = subject.vocabulary === 'cloudformation' ? 'ResourceArn' : 'resource_arn';
  const { certain, possible } = graph.companions(subject, loggings, key);
  const inline = property(subject, null, 'logging_configuration').present();
  yield {
    kind: 'audit-log',
    scope: 'access',
    kept: settledTruth(
      any(
        is(inline, (on) => on, 'logging configuration'),
        ...certain.map((logging) => logsSomewhere(logging)),
        ...possible.map(({ resource: { id }, why }) => truth(undefined, { id, path: [] }, `may be its log: ${why}`)),
      ),
      { id: subject.id, path: [] },
    ),
    related: certain,
    ...about,
  };
}

function logsSomewhere(logging: Resource) {
  const destinations = property(logging, 'LogDestinationConfigs', 'log_destination_configs').list();
  return is(
    map(otherwise(destinations, [], 'no destination'), (items) => items.length > 0),
    (some) => some,
    'destinations of the log',
  );
}
