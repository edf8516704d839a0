import { markup, type Markup } from '../../../html/markup';
import { bandHeight, lineX, type Layout, type Span } from './layout';
import { drawnNode } from './node';
import { ground, head } from './place';
import type { MapPlan } from './plan';
import { reachOf, routeOf } from './routes';
import { clipped, rectangle, text } from './shapes';
import { fitted, wrapped } from './text';

/** More than these are drawn fainter: what they join shows when a box is pointed at. */
const manyLinks = 100;

/**
 * The map as one drawing. Nothing in it is loaded, run or styled from within.
 *
 * @param span the part of it that is drawn: on paper it comes in pieces, so that no page breaks a box.
 */
export function drawing(layout: Layout, { links }: MapPlan, span: Span = { top: 0, bottom: layout.height }): Markup {
  const { geometry, places, nodes } = layout;
  const { name, width, beside } = geometry;
  const { top, bottom } = span;
  const isIn = (from: number, to: number): boolean => from < bottom && to > top;
  const within = places.filter(({ customer, provider }) =>
    isIn(customer.y, Math.max(customer.y + customer.height, provider.y + provider.height)),
  );
  return markup`<svg class="map ${name}" viewBox="0 ${top} ${width} ${bottom - top}" width="${width}" height="${bottom - top}" role="group" aria-label="Map of the resources" aria-describedby="map-about">
${beside ? sides(layout) : heading(layout)}
${within.map((place) => ground(place, geometry))}
<g class="links${links.length > manyLinks ? ' many' : ''}" aria-hidden="true">${links.map(([from, to]) => {
    const [one, other] = [nodes.get(from), nodes.get(to)];
    return one && other && isIn(...reachOf(one, other))
      ? markup`<path data-from="${from}" data-to="${to}" d="${routeOf(one, other, geometry)}"/>`
      : undefined;
  })}</g>
${within.map(
  (place) =>
    markup`${isIn(place.customer.y, place.customer.y + 1) ? head(place, geometry) : ''}${place.nodes
      .filter(({ box }) => isIn(box.y, box.y + box.height))
      .map((node) => drawnNode(node, place, geometry))}`,
)}
</svg>`;
}

function providersSide({ places }: Layout): string {
  const names = [...new Set(places.flatMap(({ providers }) => providers))];
  return names.length === 1 && names[0] !== undefined ? `${fitted(names[0], 20)}’s side` : 'The providers’ side';
}

/** Both sides from top to bottom, and the line between them. */
function sides(layout: Layout): Markup {
  const { geometry, height, everywhere } = layout;
  const x = lineX(geometry);
  const right = x + geometry.border / 2;
  return markup`${rectangle({ x: 0, y: 0, width: x, height }, 'side customer', 12)}${rectangle({ x, y: 0, width: geometry.width - x, height }, 'side provider', 12)}
<path class="line" d="M${x} 0V${height}"/>
${text('title', 12, 32, 'Your side')}${text('quiet', 12, 54, 'what you configure, you answer for')}
${clipped({ x: right, y: 0, width: geometry.width - right, height: bandHeight }, [
  text('title', 0, 32, providersSide(layout)),
  ...wrapped(everywhere.join(', ').toLowerCase(), geometry.letters + 4, 2).map((line, i) =>
    text('quiet', 0, 50 + i * 15, line),
  ),
])}`;
}

const heading = (layout: Layout): Markup =>
  markup`${text('title', 12, 28, 'Above each line: yours')}${clipped({ x: 12, y: 36, width: 340, height: 36 }, [
    text('quiet', 0, 14, `Below: ${providersSide(layout)}`),
    text('quiet', 0, 30, fitted(layout.everywhere.join(', ').toLowerCase(), 54)),
  ])}`;
