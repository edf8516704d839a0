import type { Attestation } from '../../../model/accountability';
import type { Area } from '../../../model/finding';
import type { MatrixRow } from '../../matrix';
import { providerName } from '../../provider';
import type { Matrix } from '../format';
import { incidentRoles, isUnowned, type RoleOfAreas } from '../overview';
import { linked } from './link';
import { markup, type Content, type Markup } from '../../../html/markup';
import { areaList, counted } from './words';

/** Who does what, on one page: who is called, who answers and who looks, and what the providers have shown. */
export function people({ rows, accountability, today }: Matrix): Markup {
  const { attestations } = accountability;
  return markup`<section class="people" aria-labelledby="people-title">
<h2 id="people-title">Who does what</h2>
<div class="columns">
${list('In an incident', incidentRoles(accountability).map(role), 'No role is on record: nobody knows whom to call.')}
${list('Who answers, and who verifies', persons(rows), 'Nobody is named yet.')}
${list(
  'What the providers have shown',
  attestations.map((one) => attestation(one, today)),
  'No report of a provider is on record.',
)}
</div>
</section>`;
}

const list = (title: string, items: readonly Markup[], none: string): Markup => markup`<div>
<h3>${title}</h3>
${items.length > 0 ? markup`<ul class="cards">${items}</ul>` : markup`<p class="missing">${none}</p>`}
</div>`;

const item = (name: Content, ...lines: readonly Content[]): Markup =>
  markup`<li><b><bdi>${name}</bdi></b>${lines.map((text) => markup`<p>${text}</p>`)}</li>
`;

const role = ({ name, contact, runbook, areas }: RoleOfAreas): Markup =>
  item(
    name,
    markup`Call ${linked(contact)}`,
    runbook === null ? markup`<span class="missing">No runbook</span>` : markup`Runbook: ${linked(runbook)}`,
    markup`<span class="for">for ${areaList(areas)}</span>`,
  );

function attestation({ provider, report, periodEnd, until, areas, evidence }: Attestation, today: string): Markup {
  const expired = until < today ? markup` <b class="late">Expired</b>` : '';
  return item(
    `${providerName(provider)}: ${report}`,
    markup`Period until <time datetime="${periodEnd}">${periodEnd}</time>, counts until <time datetime="${until}">${until}</time>${expired}`,
    markup`Kept in ${linked(evidence)}`,
    markup`<span class="for">for ${areas ? areaList(areas) : 'every area that is the provider’s'}</span>`,
  );
}

interface Part {
  readonly areas: ReadonlySet<Area>;
  readonly lines: number;
}

function persons(rows: readonly MatrixRow[]): readonly Markup[] {
  const owners = partsOf(rows, ({ owner }) => owner);
  const verifiers = partsOf(rows, ({ verifier }) => verifier);
  const names = [...new Set([...owners.keys(), ...verifiers.keys()])].toSorted();
  const named = names.map((name) =>
    item(name, part('Answers for', owners.get(name)), part('Verifies', verifiers.get(name))),
  );
  const nobody = partsOf(rows, (row) => (isUnowned(row) ? '' : null)).get('');
  return names.length > 0 && nobody
    ? [...named, markup`<li><b class="missing">Nobody named</b><p>${part('For', nobody)}</p></li>`]
    : named;
}

function partsOf(rows: readonly MatrixRow[], personOf: (row: MatrixRow) => string | null): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  for (const row of rows) {
    const name = personOf(row);
    if (name === null || row.area === 'unclassified') continue;
    const { areas = new Set<Area>(), lines = 0 } = parts.get(name) ?? {};
    parts.set(name, { areas: new Set([...areas, row.area]), lines: lines + 1 });
  }
  return parts;
}

const part = (does: string, stated: Part | undefined): Content =>
  stated && markup`${does} ${areaList(stated.areas)} <span class="for">(${counted(stated.lines, 'line')})</span>`;
