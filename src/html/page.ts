import { createHash } from 'node:crypto';
import { markup, trusted, type Markup } from './markup';

/** What a page is made of. Style and script are our own and hold nothing from outside. */
export interface PageParts {
  readonly title: string;
  /** The version of the tool. */
  readonly version: string;
  readonly style: string;
  readonly script: string;
  readonly body: Markup;
}

/**
 * One file that needs nothing else. Its policy lets nothing be loaded from anywhere, and nothing run but the one script
 * and the one style of the page itself.
 *
 * @see https://www.w3.org/TR/CSP3/
 */
export function documentOf({ title, version, style, script, body }: PageParts): string {
  return `<!doctype html>
${
  markup`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="demarc ${version}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
${body}
<script>${trusted(script)}</script>
</body>
</html>
`.html
}`;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const policyOf = (style: string, script: string): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
