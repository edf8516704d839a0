import type { PolicyFact } from '../../model/fact';
import type { Condition, Pattern, PolicyDocument } from '../../model/policy';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { known, unknown, type Place, type Settled } from '../../model/value';
import type { Service } from '../service';

const nouns: Readonly<Record<string, string>> = {
  azurerm_federated_identity_credential: 'federated credential of a managed identity',
  azuread_application_federated_identity_credential: 'federated credential of an application',
  azuread_application_flexible_federated_identity_credential: 'federated credential of an application',
};

/**
 * Tokens of other identity providers that an identity of Entra takes for its own.
 *
 * A credential is a door like the trust policy of a role, and is judged as one: whose tokens come in is what stands of
 * their subject. It is compared as it is; only a flexible credential knows wildcards.
 *
 * @see https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
 * @see https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials
 */
export const federatedCredential: Service = {
  name: 'federated-credential',
  types: { terraform: Object.keys(nouns) },
  facts: (credential) => [trustFact(credential)],
};

function trustFact(credential: Resource): PolicyFact {
  return {
    kind: 'policy-document',
    noun: nouns[credential.type] ?? 'federated credential',
    subject: credential,
    role: 'trust',
    document: trustDocument(credential),
  };
}

function trustDocument({ properties }: Resource): PolicyDocument {
  const { at } = properties;
  const issuer = issuerOf(properties.get('issuer'));
  return {
    at,
    statements: known(
      [
        {
          at,
          effect: known('Allow', at),
          actions: { negated: false, patterns: patterns(['sts:AssumeRoleWithWebIdentity'], at) },
          principals: {
            negated: false,
            members: known(
              [{ kind: 'Federated', patterns: known([issuer], properties.get('issuer').at) }],
              properties.get('issuer').at,
            ),
          },
          conditions: conditionsOf(properties, issuer),
        },
      ],
      at,
    ),
  };
}

const patterns = (texts: Pattern, at: Place): Settled<readonly Settled<Pattern>[]> => known([known(texts, at)], at);

/** The issuer without its scheme, as claims are named after it. */
function issuerOf(issuer: Property): Settled<Pattern> {
  const parts = issuer.parts();
  if (parts.state === 'absent') return unknown('no issuer is written', issuer.at);
  if (parts.state === 'unknown') return unknown(parts.why, parts.at);
  return known(
    parts.value.map((part) => (typeof part === 'string' ? part.replace(/^https:\/\//i, '').replace(/\/$/, '') : part)),
    parts.at,
  );
}

function conditionsOf(properties: Property, issuer: Settled<Pattern>): Settled<readonly Condition[]> {
  if (issuer.state === 'unknown') return unknown(issuer.why, issuer.at);
  const host = issuer.value.map((part) => (typeof part === 'string' ? part : '?')).join('');
  const expression = properties.get('claims_matching_expression');
  if (expression.text().state !== 'absent') return expressionConditions(expression, host);
  const subject = properties.get('subject');
  const parts = subject.parts();
  if (parts.state === 'absent') return known([], subject.at, 'no subject is written');
  const values: Settled<Pattern> = parts.state === 'unknown' ? unknown(parts.why, parts.at) : parts;
  const { at } = subject;
  return known([{ operator: 'StringEquals', key: `${host}:sub`, values: known([values], at), at }], at);
}

const clause = /^\s*claims\['([\w.-]+)'\]\s+(eq|matches)\s+'([^']*)'\s*$/;

/** `claims['sub'] matches 'repo:acme/front:*' and claims['repository_owner'] eq 'acme'`. */
function expressionConditions(expression: Property, host: string): Settled<readonly Condition[]> {
  const text = expression.text();
  const { at } = expression;
  if (text.state !== 'known') return unknown(text.state === 'unknown' ? text.why : 'nothing is written', at);
  const clauses = text.value.split(/\s+and\s+/).map((part) => clause.exec(part));
  const found = clauses.flatMap((match): readonly Condition[] => {
    const [, claim, operator, value] = match ?? [];
    if (claim === undefined || value === undefined) return [];
    return [{ operator: operator === 'eq' ? 'StringEquals' : 'StringLike', key: `${host}:${claim}`, values: patterns([value], at), at }];
  }); // prettier-ignore
  return found.length === clauses.length ? known(found, at) : unknown('an expression that is not known', at);
}
