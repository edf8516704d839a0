import { hasWholeService } from '../iam';
import type { Permissions } from '../model/fact';
import type { Truth } from '../model/truth';
import { control } from './control';
import { mayDoOrAll, mayNot } from './permissions';
import { notWide } from './role-grants';

const shown = 3;

export const iamNoWildcardAction = control({
  id: 'iam-no-wildcard-action',
  area: 'identity-access',
  severity: 'high',
  gate: 'block',
  judges: ['permissions', 'role-grant'],
  title: 'No principal may do everything with all resources of a service',
  failure: 'may do everything with all resources of a service',
  why: 'A wildcard grants what the service can do today and all it will ever learn, deletion and permission changes included.',
  fix: 'Name the actions that are needed, or the resources they are needed on.',
  yieldsTo: ['iam-no-admin', 'iam-no-inverted-grant'],
  holds: (fact) => (fact.kind === 'role-grant' ? notWide(fact, 'broad') : mayNot(wholeServices(fact))),
});

function wholeServices(fact: Permissions): Truth | undefined {
  return mayDoOrAll(
    fact,
    (identity) => hasWholeService(identity, { atMost: shown + 1 }),
    ({ statements, services }) => {
      const names = services.slice(0, shown).map(({ service }) => service);
      const rest = services.length > shown ? ' and other services' : '';
      return statements.map((statement) => ({
        statement,
        note: (label) => `${label} allows all of ${names.join(', ')}${rest}`,
      }));
    },
  );
}
