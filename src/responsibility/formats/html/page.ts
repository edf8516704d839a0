import { documentOf } from '../../../html/page';
import type { Matrix } from '../format';
import { markup, type Markup } from '../../../html/markup';
import { filters } from './filters';
import { first } from './first';
import { groupsOf } from './groups';
import { legend, summary } from './summary';
import { people } from './people';
import { script } from './script';
import { style } from './style';
import { tables } from './tables';

export function page(matrix: Matrix): string {
  const { inputs, version } = matrix;
  return documentOf({
    title: `Who answers for what: ${inputs.join(', ')}`,
    version,
    style,
    script,
    body: bodyOf(matrix),
  });
}

const bodyOf = (matrix: Matrix): Markup => markup`<a class="skip" href="#matrix">Skip to the matrix</a>
<header class="top">
<p class="kicker">Shared-responsibility matrix</p>
<h1>Who answers for what</h1>
<p class="about">${inputNames(matrix.inputs)} <span>as of <time datetime="${matrix.today}">${matrix.today}</time></span></p>
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
<footer>Computed by demarc ${matrix.version} from what is about to be deployed, on ${matrix.today}.</footer>`;

const inputNames = (inputs: readonly string[]): Markup =>
  markup`${inputs.map((input) => markup`<code><bdi>${input}</bdi></code> `)}`;
