import type { AdministratorName } from '../../model/fact';
import type { Property } from '../../model/property';
import { unknown } from '../../model/value';
import type { About } from './database-upkeep';
import { secretInClear } from './secret';

/** What the first user is called, where somebody wrote it: a copy of another store has the users of that. */
export function* administratorName(about: About, name: Property): Iterable<AdministratorName> {
  const text = name.text();
  if (text.state === 'absent') return;
  const referred = text.state === 'known' && text.value.includes('{{resolve:');
  yield {
    kind: 'administrator-name',
    name: referred ? unknown('a reference that is resolved at deployment', name.at) : text,
    inClear: secretInClear(name),
    ...about,
  };
}
