import type { Companions, ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { member, property, type Resource, type Vocabulary } from '../../model/resource';
import { all, any, is, not, settledTruth, some, truth, type Truth } from '../../model/truth';
import { otherwise, type Settled } from '../../model/value';
import { associations, protectedKey, protectedTypes } from './web-acl';

/** Rules that Terraform writes beside their web ACL: any rule, or a group of rules. */
const separateRule = 'aws_wafv2_web_acl_rule';
const separateGroup = 'aws_wafv2_web_acl_rule_group_association';

export const separateRules = (acl: Resource, graph: ResourceGraph): Companions =>
  graph.companions(acl, [separateRule, separateGroup], 'web_acl_arn');

/** What the web ACL stands before, as far as the input says: through associations, or named by a distribution. */
export function protectedBy(acl: Resource, graph: ResourceGraph, aclTypes: readonly string[]): readonly Resource[] {
  const cloudformation = acl.vocabulary === 'cloudformation';
  const keys = cloudformation ? ['WebACLArn', 'WebACLId'] : ['web_acl_arn', 'web_acl_id'];
  const certain = keys.flatMap((name) => graph.companions(acl, associations, name, aclTypes).certain);
  const fronts = certain.flatMap((association) => {
    const link = graph.follow(association.properties.get(protectedKey(association)), protectedTypes);
    return link.state === 'linked' ? [link.resource] : [];
  });
  const distributions = cloudformation
    ? graph.companions(acl, ['AWS::CloudFront::Distribution'], 'DistributionConfig.WebACLId', aclTypes)
    : graph.companions(acl, ['aws_cloudfront_distribution'], 'web_acl_id', aclTypes);
  return [...new Set([...fronts, ...distributions.certain])];
}

/**
 * Whether requests are refused that are known to be attacks on flaws of well-known software, as AWS keeps the list.
 *
 * @see https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html (known bad inputs)
 */
export function knownAttacksRefused(acl: Resource, graph: ResourceGraph): Settled<boolean> {
  const { vocabulary } = acl;
  const rules = property(acl, 'Rules', 'rule');
  const json = property(acl, null, 'rule_json').present();
  const separate = separateRules(acl, graph);
  return settledTruth(
    any(
      some(otherwise(rules.list(), [], 'no rule'), (rule) => all(ruleRefuses(rule, vocabulary), not(excludes(rule, vocabulary))), 'rules'),
      // Rules as a JSON text are not read.
      json.state === 'known' && !json.value
        ? truth(false, json.at, 'no rules as a text')
        : truth(undefined, json.at, 'rules as a text'),
      ...separate.certain.map(({ type, properties }) =>
        type === separateRule ? ruleRefuses(properties, vocabulary) : groupRefuses(properties),
      ),
      ...separate.possible.map(({ resource: { id }, why }) => truth(undefined, { id, path: [] }, `may be its rule: ${why}`)),
    ),
    rules.at,
  ); // prettier-ignore
}

const groupName = 'AWSManagedRulesKnownBadInputsRuleSet';

/** A rule that is the managed group, and refuses rather than counts. */
function ruleRefuses(rule: Property, vocabulary: Vocabulary): Truth {
  const group = groupOf(rule, vocabulary);
  const counts = member(rule, vocabulary, 'OverrideAction.Count', 'override_action.count').present();
  return all(
    isWanted(member(group, vocabulary, 'Name', 'name')),
    not(is(counts, (on) => on, 'counted')),
    not(leavesOut(member(group, vocabulary, 'RuleActionOverrides', 'rule_action_override'), vocabulary)),
  );
}

/** The same for a group that Terraform adds to a web ACL. */
function groupRefuses(association: Property): Truth {
  const group = association.get('managed_rule_group');
  const override = otherwise(association.get('override_action').text(), 'none', 'not overridden');
  return all(
    isWanted(group.get('name')),
    not(is(override, (action) => action === 'count', 'counted')),
    not(leavesOut(group.get('rule_action_override'), 'terraform')),
  );
}

const groupOf = (rule: Property, vocabulary: Vocabulary): Property =>
  member(rule, vocabulary, 'Statement.ManagedRuleGroupStatement', 'statement.managed_rule_group_statement');

const isWanted = (name: Property): Truth =>
  is(otherwise(name.text(), '', 'no managed group'), (text) => text === groupName, 'rule group');

/** The older way to leave rules of a group out. */
const excludes = (rule: Property, vocabulary: Vocabulary): Truth =>
  leavesOut(member(groupOf(rule, vocabulary), vocabulary, 'ExcludedRules', 'excluded_rule'), vocabulary);

/** Its rules against one flaw, Log4Shell, must not be left out: it is why most have the group. */
const leavesOut = (rules: Property, vocabulary: Vocabulary): Truth =>
  some(
    otherwise(rules.list(), [], 'no rule is left out'),
    (rule) =>
      is(
        otherwise(member(rule, vocabulary, 'Name', 'name').text(), '', 'no name'),
        (name) => name.startsWith('Log4J'),
        'rule left out',
      ),
    'rules left out',
  );
