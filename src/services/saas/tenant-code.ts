import type { SecretInClear } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { environmentSecrets, secretVariables } from '../aws/environment-secrets';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import type { Service } from '../service';
import { headerSecrets } from './header-secret';

type Secret = readonly [name: string, secret: Property];
type Reading = readonly [noun: string, secrets: (properties: Property) => readonly Secret[]];

/** What a list of named things holds, by the name of each. */
const named = (list: Property, value: string): readonly Secret[] =>
  itemsOf(list).map((item) => [nameOf(item), item.get(value)]);

function nameOf(item: Property): string {
  const name = item.get('name').text();
  return name.state === 'known' ? name.value : 'secret';
}

/** What a map holds that is a secret whatever its name. */
const held = (map: Property): readonly Secret[] => {
  const entries = map.entries();
  return entries.state === 'known' ? entries.value : [];
};

/** Variables are secrets where their type, their name or what they hold says so. */
const typed = (variables: readonly (readonly [name: string, variable: Property])[], value: string): readonly Secret[] => {
  const isSecret = (variable: Property): boolean => {
    const type = variable.get('type').text();
    return type.state === 'known' && type.value === 'secret_text';
  };
  const open = variables.filter(([, variable]) => !isSecret(variable));
  return [
    ...variables.filter(([, variable]) => isSecret(variable)).map(([name, variable]): Secret => [name, variable.get(value)]),
    ...secretVariables(open.map(([name, variable]) => [name, variable.get(value)] as const)),
  ];
}; // prettier-ignore

/**
 * A worker of Cloudflare: blocks by kind until provider 4, one list since 5.
 *
 * @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/workers_script
 */
const worker = (script: Property): readonly Secret[] => [
  ...named(script.get('secret_text_binding'), 'text'),
  ...secretVariables(named(script.get('plain_text_binding'), 'text')),
  ...typed(itemsOf(script.get('bindings')).map((item) => [nameOf(item), item] as const), 'text'),
]; // prettier-ignore

/** @see https://registry.terraform.io/providers/cloudflare/cloudflare/latest/docs/resources/pages_project */
const pages = (project: Property): readonly Secret[] =>
  ['production', 'preview'].flatMap((name) => {
    const stage = project.get('deployment_configs', name);
    return [
      ...held(stage.get('secrets')),
      ...environmentSecrets(stage.get('environment_variables')),
      ...typed(held(stage.get('env_vars')), 'value'),
    ];
  });

/**
 * What a request of a test signs in with. Texts in double braces name a variable of Datadog.
 *
 * @see https://registry.terraform.io/providers/DataDog/datadog/latest/docs/resources/synthetics_test
 */
const request = (test: Property): readonly Secret[] =>
  [test, ...itemsOf(test.get('api_step'))]
    .flatMap((step): readonly Secret[] => [
      ...['password', 'secret_key', 'client_secret'].map((name): Secret => [name, step.get('request_basicauth', name)]),
      ...headerSecrets(step.get('request_headers')),
    ])
    .filter(([, secret]) => {
      const text = secret.text();
      return !(text.state === 'known' && /^\{\{.*\}\}$/.test(text.value.trim()));
    });

/** What code and tests of a tenant are handed. */
const readings: Readonly<Record<string, Reading>> = {
  auth0_action: ['Auth0 action', (action) => named(action.get('secrets'), 'value')],
  auth0_hook: ['Auth0 hook', (hook) => held(hook.get('secrets'))],
  cloudflare_pages_project: ['Cloudflare Pages project', pages],
  cloudflare_worker_script: ['Cloudflare Worker', worker],
  cloudflare_workers_script: ['Cloudflare Worker', worker],
  datadog_synthetics_test: ['Datadog test', request],
};

export const tenantCode: Service = {
  name: 'tenant-code',
  types: { terraform: Object.keys(readings) },
  facts: (resource) => codeFacts(resource),
};

function* codeFacts(resource: Resource): Iterable<SecretInClear> {
  const reading = readings[resource.type];
  if (reading) yield* secretFacts(resource, reading[0], reading[1](resource.properties));
}
