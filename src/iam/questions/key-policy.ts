import { counterexample, type Answer } from '../decide';
import type { PolicySet } from '../model';
import { holes } from '../text';
import { scope } from './scope';
import type { ExposureOptions } from './exposure';

export interface KeyPolicyJudgement {
  /** Somebody can change the policy; if nobody can, the key is out of everyone's hands, AWS's support apart. */
  readonly administered: Answer;
  /** The account's own policies decide too: the account as a whole may do everything with the key. */
  readonly delegated: boolean;
}

/** Who keeps a KMS key, by its key policy. Who else may use it, `isPublic` and `isCrossAccount` tell. */
export function judgeKeyPolicy(policies: PolicySet, { account, ...options }: ExposureOptions = {}): KeyPolicyJudgement {
  const ask = { withPrincipals: true, ...options };
  const writes = scope({ actions: ['kms:PutKeyPolicy'] });
  const own =
    account === undefined ? [holes({ reference: 'the account' })] : [account, holes({ reference: 'the account' })];
  const delegated = [...own, ...accountsIn(policies)].some(
    (one) => counterexample([scope({ actions: ['kms:*'], principals: { AWS: one } })], [policies], ask).answer === 'no',
  );
  return { administered: counterexample([policies, writes], [], ask), delegated };
}

/** Accounts that are named by number. */
const accountsIn = (policies: PolicySet): readonly string[] => [
  ...new Set(
    policies.flatMap(({ statements }) =>
      statements.flatMap(({ principals }) => {
        const text = JSON.stringify(principals?.patterns ?? []);
        return [...text.matchAll(/\b(\d{12})\b/g)].map(([, account = '']) => account);
      }),
    ),
  ),
];
