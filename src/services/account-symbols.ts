import { mapPatterns, type PolicyDocument } from '../model/policy';
import type { Resource } from '../model/resource';

/** What an account is called of which the number is not known: `account` is that of the main credentials. */
export const accountSymbol = (credentials: string | undefined): string =>
  credentials === undefined ? 'account' : `account of ${credentials}`;

/** A policy as its own account sees it: that is `account`, whoever's credentials made it, and the others are not. */
export function seenFromAccount(document: PolicyDocument, { credentials }: Resource): PolicyDocument {
  if (credentials === undefined) return document;
  const own = accountSymbol(credentials);
  const seen = (symbol: string | undefined): string | undefined =>
    symbol === own ? accountSymbol(undefined) : symbol === accountSymbol(undefined) ? accountSymbol('main') : symbol;
  return mapPatterns(document, (pattern) =>
    pattern.map((part) => {
      const symbol = typeof part === 'string' ? undefined : seen(part.symbol);
      return typeof part === 'string' || symbol === undefined ? part : { ...part, symbol };
    }),
  );
}
