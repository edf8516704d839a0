import { createHash } from 'node:crypto';
import type { Matrix } from '../format';
import { markup, trusted, type Markup } from './markup';
import { filters } from './filters';
import { first } from './first';
import { groupsOf } from './groups';
import { legend, summary } from './summary';
import { people } from './people';
import { script } from './script';
import { style } from './style';
import { tables } from './tables';

export function page(matrix: Matrix): string {
  const { inputs, today, version } = matrix;
  return `<!doctype html>
${
  markup`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="demarc ${version}">
<title>Who answers for what: ${inputs.join(', ')}</title>
<link rel="icon" href="data:,">
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#matrix">Skip to the matrix</a>
<header class="top">
<p class="kicker">Shared-responsibility matrix</p>
<h1>Who answers for what</h1>
<p class="about">${inputNames(inputs)} <span>as of <time datetime="${today}">${today}</time></span></p>
</header>
<main>
${summary(matrix)}
${first(matrix)}
${people(matrix)}
<section id="matrix" aria-labelledby="matrix-title" tabindex="-1">
<h2 id="matrix-title">The matrix</h2>
${filters(matrix)}
${tables(groupsOf(matrix.rows), matrix)}
</section>
${legend}
</main>
<footer>Computed by demarc ${version} from what is about to be deployed, on ${today}.</footer>
<script>${trusted(script)}</script>
</body>
</html>
`.html
}`;
}

const inputNames = (inputs: readonly string[]): Markup =>
  markup`${inputs.map((input) => markup`<code><bdi>${input}</bdi></code> `)}`;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Nothing is loaded from anywhere, and nothing runs but the one script and the one style of the page itself. */
const policy = (): string =>
  [
    "default-src 'none'",
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(script)}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
