import { documentOf } from '../../html/page';
import { markup, type Markup } from '../../html/markup';
import type { Result } from '../../model/result';
import type { ReportOptions } from '../report';
import { entriesOf, type Entry } from './entries';
import { findings } from './findings';
import { mapSection } from './map';
import { planOf } from './map/plan';
import { script } from './script';
import { signs } from './signs';
import { style } from './style';
import { subjectsOf, type Subject } from './subjects';
import { footer, heading, summary } from './summary';
import { shown } from './words';

const noResources = { resources: [], links: [] };

const noMap = markup`<p class="left-out" role="note">There is no map: only the findings were handed to this report, not the resources.</p>
`;

export function page(result: Result, options: ReportOptions): string {
  const names = result.inputs.slice(0, 3).map(({ path }) => shown(path, 100));
  return documentOf({
    title: `Demarc: ${result.decision}, ${names.join(', ')}`,
    version: result.tool.version,
    style,
    script,
    body: bodyOf(result, entriesOf(result), options),
  });
}

function bodyOf(result: Result, entries: readonly Entry[], options: ReportOptions): Markup {
  const resources = options.resources?.() ?? noResources;
  const subjects = subjectsOf(resources, entries, result.inputs);
  const plan = planOf(subjects, resources);
  const places = new Set(plan.places.map(({ position }) => position));
  const targetOf = ({ position, place }: Subject): string => {
    if (plan.alone.has(position)) return `resource-${String(position)}`;
    return places.has(place) ? `place-${String(place)}` : 'map';
  };
  return markup`<a class="skip" href="#findings">Skip to the findings</a>
${signs}
${heading(result)}
<main>
${summary(result, entries)}
${options.resources ? '' : noMap}${subjects.all.length > 0 ? mapSection(plan, subjects) : ''}
${findings(entries, { subjects, options, targetOf })}
</main>
${footer(result)}`;
}
