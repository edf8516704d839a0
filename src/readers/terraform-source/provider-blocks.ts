import type { Block, Evaluation, ProviderConfiguration } from '../../hcl';
import { distinctKeys, mayHoldSecret, providerAddress, providerType } from '../../model/provider-block';
import { shortName } from './provider-versions';

/** A `provider` block that may say a secret. */
export interface ProviderBlock {
  readonly configuration: ProviderConfiguration;
  readonly address: string;
  /** Its address, and which one it is where several have it. */
  readonly key: string;
  /** The provider's short name, whatever the configuration calls it. */
  readonly provider: string;
  readonly type: string;
}

/** The `provider` blocks of all modules that may say a secret. */
export function providerBlocksIn({ providers, requirements }: Evaluation): readonly ProviderBlock[] {
  const keyOf = distinctKeys();
  return providers.flatMap((configuration): readonly ProviderBlock[] => {
    const { localName, alias, module, body } = configuration;
    const required = requirements.find((one) => one.module === module && one.localName === localName);
    // The registry makes no difference between `PaloAltoNetworks/panos` and `paloaltonetworks/panos`.
    const provider = shortName(required?.source ?? localName).toLowerCase();
    if (!mayHoldSecret(provider, (argument) => body.members.has(argument))) return [];
    const address = providerAddress({ module: module.address, localName, alias });
    return [{ configuration, address, key: keyOf(address), provider, type: providerType(provider) }];
  });
}

/** What a comment may stand on, and the resources it speaks of. */
export interface CommentOwner {
  readonly block: Block;
  readonly name: string;
  readonly key: string;
}

/** The blocks as comments on them name them. */
export const commentOwnersOf = (blocks: readonly ProviderBlock[]): readonly CommentOwner[] =>
  blocks.map(({ key, configuration: { block, localName, alias } }) => ({
    block,
    name: providerAddress({ module: '', localName, alias }),
    key,
  }));
