import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import { environmentSecrets } from '../aws/environment-secrets';
import { itemsOf } from '../aws/items';
import { secretFacts } from '../aws/secret-facts';
import { userDataFacts } from '../aws/user-data';
import type { Service } from '../service';
import { at, type About } from './platform-service';

/**
 * Programs that Azure runs in machines: extensions and commands. Their settings are shown to everybody who may read the
 * machine, but for those that are protected.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/extensions/features-linux
 * @see https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/virtual_machine_extension
 */
export const machineExtension: Service = {
  name: 'machine-extension',
  types: {
    terraform: [
      'azurerm_virtual_machine_extension',
      'azurerm_virtual_machine_run_command',
      'azurerm_virtual_machine_scale_set_extension',
    ],
  },
  *facts(resource) {
    if (resource.type === 'azurerm_virtual_machine_run_command')
      yield* commandFacts({ noun: 'command in a machine', subject: resource });
    else yield* extensionFacts({ noun: 'machine extension', subject: resource });
  },
};

function* extensionFacts(about: About): Iterable<Fact> {
  const { subject, noun } = about;
  yield* userDataFacts(about, [at(subject, 'settings')], 'settings');
  for (const settings of ['settings', 'protected_settings'])
    yield* secretFacts(subject, noun, secretsOf(at(subject, settings)));
}

/** What is protected is hidden in Azure, and still stands in what is deployed where its text is written. */
function secretsOf(settings: Property): readonly (readonly [name: string, secret: Property])[] {
  const document = settings.document();
  return document.state === 'known' ? environmentSecrets(document.value) : [];
}

function* commandFacts(about: About): Iterable<Fact> {
  const { subject, noun } = about;
  yield* userDataFacts(about, [at(subject, 'source.script')], 'script');
  yield* secretFacts(subject, noun, [
    ['password of the user', at(subject, 'run_as_password')],
    ...itemsOf(at(subject, 'protected_parameter')).map(
      (parameter) => ['protected parameter', parameter.get('value')] as const,
    ),
  ]);
}
