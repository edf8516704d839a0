import type { Pattern } from '../../model/policy';
import type { Property } from '../../model/property';
import { known, narrow, unknown, type Settled } from '../../model/value';

/**
 * Whether a secret's text can be read in what is deployed, or where the platform shows it.
 *
 * In clear: a text that is written, a parameter's default, a parameter that is not masked (`NoEcho`, `sensitive`), an
 * entry of Parameter Store that is not a SecureString. Not in clear: a dynamic reference to Secrets Manager or to a
 * SecureString, a masked parameter without default, what another resource makes or keeps.
 *
 * @returns unknown where branches of a condition disagree; a text that is written is in clear whichever branch is taken.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html (NoEcho)
 */
export function secretInClear(secret: Property): Settled<boolean> {
  const branches = secret.branches().map(branchInClear);
  const written = branches.find(({ isWritten }) => isWritten);
  if (written) return written.inClear;
  const [only] = branches;
  if (only && branches.length === 1) return only.inClear;
  const outcomes = branches.map(({ inClear }) => inClear);
  const open = outcomes.find((one) => one.state === 'unknown') ?? unknown('a condition decides', secret.at);
  const among = outcomes.flatMap((one) => (one.state === 'known' ? [one.value] : [true, false]));
  return narrow(unknown(open.why, secret.at, among));
}

interface Branch {
  readonly inClear: Settled<boolean>;
  /** The secret's text itself stands in what is deployed. */
  readonly isWritten?: boolean;
}

function branchInClear(secret: Property): Branch {
  const { at } = secret;
  const clear = (inClear: boolean, because?: string, isWritten = false): Branch => ({
    inClear: known(inClear, at, because),
    isWritten,
  });
  const parts = secret.parts();
  const pieces = parts.state === 'known' ? parts.value : [];
  const reference = dynamicReference(pieces);
  if (reference === 'ssm') return clear(true, 'a plain entry of Parameter Store', true);
  if (reference) return clear(false, 'a reference that is resolved at deployment');
  if (pieces.length > 1 && pieces.every(isOfResource)) return clear(false, 'it comes from another resource');
  // Which of the pieces is the secret, the written or the referred to, nobody can say.
  if (pieces.length > 1) return { inClear: unknown('a text with parts that are settled at deployment', at) };

  const text = secret.text();
  if (text.state === 'absent') return clear(false, 'no secret is set');
  if (text.source === 'resource') return clear(false, 'it comes from another resource');
  if (text.state === 'unknown') {
    if (text.source === 'secret-parameter') return clear(false, 'a masked parameter');
    if (text.source === 'parameter') return clear(true, notMasked);
    if (secret.references().length > 0) return clear(false, 'it comes from another resource');
    return { inClear: unknown(text.why, at) };
  }
  if (text.value === '') return clear(false, 'it is empty');
  if (text.source === 'platform' || text.source === 'elsewhere')
    return { inClear: unknown('where it comes from is not shown here', at) };
  if (text.because !== undefined) return clear(true, text.because, true);
  if (text.source === 'secret-parameter') return clear(false, 'a masked parameter');
  return text.source === 'parameter' ? clear(true, notMasked) : clear(true, undefined, true);
}

/** What another resource makes or keeps, or a mark between two of them. */
const isOfResource = (piece: Pattern[number]): boolean =>
  typeof piece === 'string' ? !/[\p{L}\p{N}]/u.test(piece) : piece.source === 'resource' || piece.references.length > 0;

const notMasked = 'a parameter that is not masked';

/** The service that a dynamic reference (`{{resolve:secretsmanager:...}}`) in a text names. */
function dynamicReference(pieces: Pattern): string | undefined {
  const written = pieces.map((piece) => (typeof piece === 'string' ? piece : '')).join('');
  return /\{\{resolve:(secretsmanager|ssm-secure|ssm):/.exec(written)?.[1];
}
