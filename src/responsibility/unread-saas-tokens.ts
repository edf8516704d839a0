import type { UnreadToken } from './unread-tokens';

/** What decides an area of a tenant, and that no service reads. */
export const unreadSaasTokens: readonly UnreadToken[] = [
  { type: /^github_/, path: /^has_wiki$/, reason: 'the wiki is seen by whoever sees the repository' },
  {
    type: /^github_organization_settings$/,
    path: /^members_can_fork_private_repositories$/,
    reason: 'a fork of a private repository is as private',
  },
  {
    type: /^github_branch_protection$/,
    path: /^required_status_checks/,
    reason: 'says which programs must agree: that somebody must is judged',
  },
  { type: /^(github|googleworkspace)_/, path: /^(username|assigned_to)$/, reason: 'says who, not what they may do' },
  { type: /^github_organization_webhook$/, path: /^events$/, reason: 'says which events are told of' },
  {
    type: /^okta_/,
    path: /^(groups_included|network_connection|network_includes)$/,
    reason: 'says for whom and from where a rule holds',
  },
  { type: /^okta_/, path: /^okta_password$/, reason: 'is the first factor' },
  {
    type: /^okta_/,
    path: /^(constraints|mfa_prompt)/,
    reason: 'says which second factor, and how often it is asked for again',
  },
  {
    type: /^(okta|auth0)_/,
    path: /^(session_idle|inactivity_period|idle_session_lifetime|session_persistent)$/,
    reason: 'says when an unused session ends: its longest life is judged',
  },
  {
    type: /^okta_policy_password$/,
    path: /^password_dictionary_lookup$/,
    reason: 'refuses some more passwords: their length and classes are judged',
  },
  { type: /^okta_group_role$/, path: /^role_id$/, reason: 'names a role of one’s own by its id' },
  { type: /^(okta|auth0)_log_stream$/, path: /^type$/, reason: 'says what kind of receiver it is' },
  {
    type: /^cloudflare_zero_trust_access_policy$/,
    path: /^exclude/,
    reason: 'takes some away from those who are let in',
  },
  {
    type: /^cloudflare_api_token$/,
    path: /^(policies|condition)/,
    reason: 'names groups of permissions by ids that say nothing, and from where it is used',
  },
  { type: /^datadog_role$/, path: /^permission/, reason: 'names permissions by ids that say nothing' },
  {
    type: /^datadog_/,
    path: /^(exclusion_filter|pattern)/,
    reason: 'says which records are kept, and what is looked for',
  },
  { type: /^snowflake_user$/, path: /^network_policy$/, reason: 'the network policy is judged itself' },
  { type: /^snowflake_network_policy$/, path: /^blocked_/, reason: 'keeps some more out' },
  {
    type: /^snowflake_authentication_policy$/,
    path: /^(mfa_policy|client_types)/,
    reason: 'says which factor or client',
  },
  { type: /^googleworkspace_user$/, path: /^(org_unit_path|ip_allowlist)$/, reason: 'says where the user stands' },
  { type: /^googleworkspace_chrome_policy$/, path: /^policies/, reason: 'are settings of browsers by the hundred' },
];
