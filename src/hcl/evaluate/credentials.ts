import type { Block, Body, Expression } from '../syntax';
import { argumentOf, type Declaration, type Declarations } from './declarations';
import type { OpenModule } from './open-module';
import { isOfAws, providerOf, stepsOf } from './providers';

/**
 * What says on whose behalf a configuration of the AWS provider acts, and so in which account.
 *
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs#provider-configuration
 */
const ofCredentials: ReadonlySet<string> = new Set([
  'access_key',
  'allowed_account_ids',
  'assume_role',
  'assume_role_with_web_identity',
  'profile',
  'secret_key',
  'shared_config_files',
  'shared_credentials_files',
  'token',
]);

/**
 * Whose credentials a resource is made with, where they are not those of the root module's AWS provider that has no
 * alias: the name of the configuration that first has them. Resources of one name are in one account.
 */
export function credentialsOf(declaration: Declaration, type: string, module: OpenModule): string | undefined {
  const { localName, alias, source } = providerOf(declaration, type, module);
  if (!isOfAws(source)) return undefined;
  const used = configurationOf(localName, alias, module);
  const name = nameOf(localName, alias, module);
  if (!used) return alias === undefined ? undefined : name;
  const root = rootOf(module);
  const known = namesIn(root);
  const written = fingerprint(used.body);
  if (!known.has(written)) known.set(written, used.name);
  return known.get(written);
}

interface Configuration {
  readonly name: string;
  readonly body: Body;
}

const nameOf = (localName: string, alias: string | undefined, { instance }: OpenModule): string =>
  [instance.address, localName, alias].filter((part) => part !== undefined && part !== '').join('.');

const rootOf = (module: OpenModule): OpenModule => (module.caller ? rootOf(module.caller.module) : module);

const names = new WeakMap<OpenModule, Map<string, string | undefined>>();

/** The names of what was written of credentials; that of the root module's main configuration is none. */
function namesIn(root: OpenModule): Map<string, string | undefined> {
  const known = names.get(root);
  if (known) return known;
  const main = ownConfiguration('aws', undefined, root);
  const made = new Map([[main ? fingerprint(main.body) : '[]', undefined]]);
  names.set(root, made);
  return made;
}

/**
 * A module takes the configurations that its caller hands it; without a word, those without an alias.
 *
 * @see https://developer.hashicorp.com/terraform/language/modules/develop/providers
 */
function configurationOf(localName: string, alias: string | undefined, module: OpenModule): Configuration | undefined {
  const own = ownConfiguration(localName, alias, module);
  if (own || !module.caller) return own;
  const { call, module: parent } = module.caller;
  const handed = handedOver(argumentOf(call.layers, 'providers')?.expression, localName, alias);
  if (handed) return configurationOf(...handed, parent);
  return alias === undefined ? configurationOf(localName, undefined, parent) : undefined;
}

function ownConfiguration(localName: string, alias: string | undefined, module: OpenModule): Configuration | undefined {
  const found = configurationsIn(module.declarations).get(keyOf(localName, alias));
  return found && { name: nameOf(localName, alias, module), body: found.block.body };
}

const keyOf = (localName: string, alias: string | undefined): string => JSON.stringify([localName, alias]);

const configurations = new WeakMap<Declarations, ReadonlyMap<string, Declaration>>();

/** The `provider` blocks of a module, by their name and alias. */
function configurationsIn(declarations: Declarations): ReadonlyMap<string, Declaration> {
  const known = configurations.get(declarations);
  if (known) return known;
  const made = new Map(
    declarations.others
      .filter(({ block }) => block.type === 'provider')
      .map((one) => {
        const [alias] = stepsOf(argumentOf(one.layers, 'alias')?.expression);
        return [keyOf(one.block.labels[0]?.value ?? '', alias), one] as const;
      })
      .toReversed(),
  );
  configurations.set(declarations, made);
  return made;
}

/** `providers = { aws.source = aws.west }` */
function handedOver(
  written: Expression | undefined,
  localName: string,
  alias: string | undefined,
): readonly [string, string | undefined] | undefined {
  if (written?.kind !== 'object') return undefined;
  for (const { key, value } of written.items) {
    const [name, other] = key.kind === 'named-key' ? key.name.split('.') : stepsOf(key.expression);
    const [givenName, givenAlias] = stepsOf(value);
    if (name === localName && other === alias && givenName !== undefined) return [givenName, givenAlias];
  }
  return undefined;
}

/** What is written of credentials, wherever it stands: two that are written alike are alike. */
function fingerprint({ items }: Body): string {
  const written = items.filter((item) => ofCredentials.has(item.kind === 'block' ? typeOf(item) : item.name));
  return JSON.stringify(written, (key, value: unknown) => (ofPlace.has(key) ? undefined : value));
}

const typeOf = ({ type, labels }: Block): string => (type === 'dynamic' ? (labels[0]?.value ?? type) : type);

const ofPlace: ReadonlySet<string> = new Set([
  'start', 'end', 'nameSpan', 'typeSpan', 'openingBrace', 'closingBrace', 'equals', 'raw',
]); // prettier-ignore
