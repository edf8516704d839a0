import { markup, type Markup } from '../../../html/markup';
import { counted } from '../../printable';
import { sign } from '../signs';
import type { State, Subjects } from '../subjects';
import { drawing } from './draw';
import { layoutOf, narrow, paper, piecesOf, wide } from './layout';
import type { MapPlan } from './plan';

/** The map, drawn for wide screens, for phones and for paper, with what its signs mean. */
export const mapSection = (
  plan: MapPlan,
  subjects: Subjects,
): Markup => markup`<section id="map" aria-labelledby="map-title" tabindex="-1">
<h2 id="map-title">The line through your resources</h2>
<p class="note" id="map-about">${about(plan, subjects)}</p>
${[wide, narrow].map((geometry) => drawing(layoutOf(plan, geometry), plan))}
${onPaper(plan)}
${key}
</section>`;

/** In pieces, between which a page may end. */
function onPaper(plan: MapPlan): readonly Markup[] {
  const layout = layoutOf(plan, paper);
  return piecesOf(layout).map((piece) => drawing(layout, plan, piece));
}

function about({ alone, links, linksLeft }: MapPlan, { all }: Subjects): string {
  const together = all.length - alone.size;
  return [
    `${counted(all.length, 'resource')} and ${counted(links.length, 'link')} between them; an arrow leads to what is referred to.`,
    ...(together > 0
      ? [`${counted(together, 'resource')} of them ${together === 1 ? 'is' : 'are'} counted in shared boxes.`]
      : []),
    ...(linksLeft > 0 ? [`${counted(linksLeft, 'more link')} not drawn.`] : []),
    'A box with findings leads to them.',
  ].join(' ');
}

const meanings: readonly (readonly [State, string])[] = [
  ['block', 'Blocks'],
  ['warn', 'Warns'],
  ['note', 'Noted'],
  ['waived', 'Waived'],
  ['none', 'Nothing found'],
  ['unjudged', 'Not judged'],
];

const key = markup`<ul class="map-key">${meanings.map(
  ([state, word]) => markup`<li>${sign(state)} ${word}</li>`,
)}<li><span class="share-key customer"></span> areas yours</li><li><span class="share-key shared"></span> shared</li><li><span class="share-key provider"></span> the provider’s</li></ul>`;
