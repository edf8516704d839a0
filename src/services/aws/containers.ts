import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, is, not, settledTruth } from '../../model/truth';
import { map, otherwise } from '../../model/value';
import { secretVariables } from './environment-secrets';
import { itemsOf } from './items';
import { secretFacts } from './secret-facts';

/** The words of a container definition: CloudFormation's, or those of the API that a JSON text is written in. */
export interface Container {
  readonly definition: Property;
  readonly capital: boolean;
}

/** The containers in a list of them. */
export const containersIn = (list: Property, capital: boolean): readonly Container[] =>
  itemsOf(list).map((definition) => ({ definition, capital }));

/** The same of a JSON text in the words of the API; a text that cannot be read holds a container nobody knows. */
export function containersOfText(text: Property, ...keys: readonly string[]): readonly Container[] {
  const document = text.document();
  if (document.state === 'absent') return [];
  return containersIn(document.state === 'known' ? document.value.get(...keys) : text, false);
}

/** What stands under a key of the API, in the spelling that is used here. */
export const spelledIn = (parent: Property, key: string, capital: boolean): Property =>
  parent.get(capital ? key.charAt(0).toUpperCase() + key.slice(1) : key);

/**
 * States what containers mean: the secrets that stand in their environment, and whether they are privileged.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function* containerFacts(subject: Resource, noun: string, containers: readonly Container[]): Iterable<Fact> {
  yield* secretFacts(subject, noun, containers.flatMap(secretsOf));
  for (const { definition, capital } of containers)
    yield {
      kind: 'privilege',
      noun,
      subject,
      elevated: otherwise(
        spelledIn(definition, 'privileged', capital).flag(),
        false,
        'containers are not privileged unless told to be',
      ),
    };
}

/** States whether containers share the processes or the memory of their host. */
export function* namespaceFacts(subject: Resource, noun: string, ...modes: readonly Property[]): Iterable<Fact> {
  for (const mode of modes) {
    const shared = map(mode.text(), (text) => text === 'host');
    if (shared.state !== 'absent')
      yield { kind: 'privilege', noun, subject, elevated: otherwise(shared, false, 'a namespace of its own') };
  }
}

/**
 * States of each container on its host's network whether it runs there as root: it then hears and speaks as the host does.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/ecs-task-definition-user-for-host-mode-check.html
 */
export function* hostNetworkFacts(
  subject: Resource,
  noun: string,
  mode: Property,
  containers: readonly Container[],
): Iterable<Fact> {
  const network = otherwise(mode.text(), '', 'a network of its own');
  if (network.state === 'known' && network.value !== 'host') return;
  for (const { definition, capital } of containers) {
    const user = otherwise(spelledIn(definition, 'user', capital).text(), '', 'the user that the image names');
    const elevated = all(
      is(network, (name) => name === 'host', 'network of the host'),
      is(user, (name) => /^(root|0)?(:|$)/.test(name), 'root'),
    );
    const declared = otherwise(spelledIn(definition, 'privileged', capital).flag(), false, 'not unless told to be');
    const undeclared = all(elevated, not(is(declared, (on) => on, 'declared privileged')));
    yield {
      kind: 'privilege',
      noun,
      subject,
      elevated: settledTruth(elevated, mode.at),
      undeclared: settledTruth(undeclared, mode.at),
    };
  }
}

const secretsOf = ({ definition, capital }: Container) =>
  listedSecrets(spelledIn(definition, 'environment', capital), capital ? ['Name', 'Value'] : ['name', 'value']);

/** The variables of a listed environment that hold a secret; of one that is not known, nobody can say. */
export function listedSecrets(
  environment: Property,
  [nameKey, valueKey]: readonly [name: string, value: string],
): readonly (readonly [name: string, secret: Property])[] {
  const list = environment.list();
  if (list.state !== 'known') return [];
  return secretVariables(
    list.value.flatMap((variable) => {
      const name = variable.get(nameKey).text();
      return name.state === 'known' ? [[name.value, variable.get(valueKey)] as const] : [];
    }),
  );
}
