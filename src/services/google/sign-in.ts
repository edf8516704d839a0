import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { all, any, is, not, settledTruth, type Truth } from '../../model/truth';
import type { Settled } from '../../model/value';

export const acceptedUnlessBlocked = 'keys of the project are accepted unless they are blocked';

/** Entries of metadata that hold SSH keys; the second is the older name. */
export const keyNames = ['ssh-keys', 'sshKeys'];

/** Whether metadata hold SSH keys. */
export const holdsKeys = (metadata: Property): Truth =>
  any(...keyNames.map((name) => is(metadata.get(name).present(), (given) => given, 'SSH keys in its metadata')));

/**
 * Who signs in, and how. With OS Login, keys in metadata do not count; without, those of the project let their holders
 * into every machine that does not block them.
 *
 * @param metadata of a machine, or of all machines of a project.
 * @see https://docs.cloud.google.com/compute/docs/oslogin
 * @see https://docs.cloud.google.com/compute/docs/connect/restrict-ssh-keys
 */
export const signInFact = (
  about: { readonly noun: string; readonly subject: Resource },
  { osLogin, blocked }: { readonly osLogin: Settled<boolean>; readonly blocked: Settled<boolean> },
  metadata: Property,
): Fact => ({
  kind: 'local-auth',
  cloudIdentity: osLogin,
  refused: settledTruth(
    any(
      is(osLogin, (on) => on, 'OS Login'),
      all(
        is(blocked, (on) => on, "the project's SSH keys are blocked"),
        not(holdsKeys(metadata)),
      ),
    ),
    metadata.at,
  ),
  ...about,
});
