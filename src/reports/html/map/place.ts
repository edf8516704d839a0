import { markup, type Markup } from '../../../html/markup';
import { counted } from '../../printable';
import { shown } from '../words';
import { channel, lineX, type Geometry, type LaidOutPlace } from './layout';
import { clipped, rectangle, text } from './shapes';
import { fitted } from './text';

/** What lies below the links: the grounds of a place, and where it meets the line. */
export function ground({ customer, provider, areas }: LaidOutPlace, geometry: Geometry): Markup {
  const { beside } = geometry;
  const y = beside ? customer.y + 23 : customer.y + customer.height + geometry.border / 2;
  const x = beside ? lineX(geometry) : geometry.width / 2;
  const right = customer.x + customer.width;
  const across = beside
    ? markup`<path class="across" d="M${right} ${y}H${provider.x}"/>`
    : markup`<path class="line" d="M0 ${y}H${geometry.width}"/>`;
  const shared = areas.shared.length;
  const pill = { x: x - 34, y: y - 11, width: 68, height: 22 };
  return markup`${rectangle(customer, 'place', 10)}${rectangle(provider, 'place provider', 10)}${across}${
    shared > 0
      ? markup`<g role="img" aria-label="${counted(shared, 'area')} shared">${rectangle(pill, 'pill', 11)}${text('pill', x, y + 4, `${String(shared)} shared`, 'middle')}</g>`
      : ''
  }
`;
}

/** What a place is called and holds; on the other side, what the provider does for it. */
export function head(place: LaidOutPlace, geometry: Geometry): Markup {
  const { customer, provider, providers, lines, name, position, subjects, areas } = place;
  const about = `${counted(subjects.length, 'resource')}${areas.customer.length > 0 ? `, ${counted(areas.customer.length, 'area')} yours` : ''}`;
  const box = { x: customer.x + channel, y: customer.y + 4, width: customer.width - 2 * channel, height: 42 };
  const letters = geometry.beside ? 90 : 40;
  const inset = geometry.beside ? 12 : channel;
  const title = markup`${clipped(box, [text('name', 0, 18, fitted(name, letters)), text('quiet', 0, 34, about)])}<title>${shown(name)}</title>`;
  const label = `${shown(name)}: ${about}`;
  return markup`${
    position === null
      ? markup`<g class="head" role="img" aria-label="${label}">${title}</g>`
      : markup`<a class="head" ${geometry.name === 'wide' ? markup`id="place-${position}" ` : ''}href="#findings" data-place="${position}" aria-label="${label}">${title}</a>`
  }<g>${clipped(
    { x: provider.x + inset, y: provider.y + 4, width: provider.width - inset - 4, height: provider.height - 4 },
    [
      text('name', 0, 18, fitted(providers.join(', '), geometry.letters - 4)),
      ...lines.map((line, i) => text('quiet', 0, 36 + i * 16, line)),
    ],
  )}</g>
`;
}
