/**
 * Shapes that only a secret has: what begins so was given out by somebody who wanted it to be recognised. How random a
 * text looks says nothing, for names of images, digests and certificates do so too.
 */
export const secretShapes: readonly (readonly [what: string, shape: RegExp])[] = [
  ['access key of AWS', /(?<![A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9])/],
  ['private key', /-----BEGIN ([A-Z0-9]+ )*PRIVATE KEY( BLOCK)?-----/],
  ['token of GitHub', /(?<!\w)(gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{60,})/],
  ['token of GitLab', /(?<![\w-])glpat-[\w-]{20,}/],
  ['token of Slack', /(?<![\w-])xox[abeprs]-[A-Za-z0-9-]{10,}/],
  ['key of Stripe', /(?<!\w)[rs]k_live_[A-Za-z0-9]{20,}/],
  ['key of Google', /(?<![\w-])AIza[\w-]{35}(?![\w-])/],
  ['token of npm', /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/],
  ['password in an address', /[a-z][a-z0-9+.-]*:\/\/[^\s:/@"'${<]+:[^\s:/@"'${<]+@[\w[]/i],
  ['password of a user', /\becho\s+["']?\w+:[^\s"'$|<]+["']?\s*\|\s*(sudo\s+)?chpasswd\b/],
];

/** Whether something that only a secret looks like stands in a text. */
export const looksLikeSecret = (text: string): boolean => secretShapes.some(([, shape]) => shape.test(text));
