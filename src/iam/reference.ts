import type { Policy, Statement, StatementReference } from './model';

/**
 * A statement as findings name it.
 *
 * @param place of its policy in its set, from 0
 */
export const referenceTo = (
  { index, sid }: Pick<Statement, 'index' | 'sid'>,
  { name }: Policy,
  place: number,
): StatementReference => ({
  policy: place,
  index,
  ...(name !== undefined && { policyName: name }),
  ...(sid !== undefined && { sid }),
});
