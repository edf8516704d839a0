import { is } from '../model/truth';
import { control } from './control';

export const knownAttacksRefused = control({
  id: 'known-attacks-refused',
  area: 'network-controls',
  severity: 'low',
  gate: 'off',
  judges: 'firewall-rules',
  title: 'Web firewalls refuse known attacks',
  failure: 'lets known attacks on well-known software through',
  why: 'Attacks on published flaws (Log4Shell and its like) go on for years. Which of them reach your application is for your rules to say.',
  fix: 'Let a managed set of rules block them: AWSManagedRulesKnownBadInputsRuleSet on AWS, a managed rule set in prevention mode on Azure, the preconfigured rules of Cloud Armor (cve-canary) on Google, a managed ruleset of Cloudflare.',
  holds: ({ knownAttacksRefused: refused }) => refused && is(refused, (on) => on, 'rules against known attacks'),
});
