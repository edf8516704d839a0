import type { PolicySet, Statement } from '../model';
import { isUnknown } from '../text';

/**
 * Whether a statement may let in principals of accounts, or whoever did not sign. Most policies of resources and roles name
 * services and identity providers, or only deny: whoever asks about accounts is done with them at once.
 */
export const letsAccountsIn = (policies: PolicySet): boolean =>
  policies.some(({ statements }) => statements.some(mayLetAccountsIn));

const mayLetAccountsIn = ({ effect, principals }: Statement): boolean =>
  effect !== 'Deny' &&
  (!principals ||
    principals.negated ||
    isUnknown(principals.patterns) ||
    principals.patterns.some(({ kind }) => kind === 'AWS' || kind === 'Any'));
