import { areas, type Area, type Party } from '../../../model/finding';
import { sides } from '../../sides';
import type { Outcome } from '../overview';

/** What a party is called on the page, where no provider has a name. */
export const partyWords: Readonly<Record<Party | 'unclassified', string>> = {
  customer: 'Yours',
  shared: 'Shared',
  provider: 'The provider’s',
  unclassified: 'Unclassified',
};

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  fail: 'Failing',
  undecided: 'Undecided',
  pass: 'Passes',
  unverified: 'Not verified here',
};

export function areaWord(area: Area | 'unclassified'): string {
  if (area === 'unclassified') return partyWords.unclassified;
  const noun = sides[area].noun.replace(/^the /, '');
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`;
}

/** Areas in a sentence, in the order of the model. */
export function areaList(named: Iterable<Area>): string {
  const wanted = new Set(named);
  if (wanted.size === areas.length) return 'every area';
  return areas
    .filter((area) => wanted.has(area))
    .map((area) => sides[area].noun)
    .join(', ');
}

export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${String(count)} ${count === 1 ? noun : plural}`;
