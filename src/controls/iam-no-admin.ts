import { control } from './control';
import { administration, mayDo, mayNot } from './permissions';
import { notWide } from './role-grants';

const notes = {
  full: 'allows every action on every resource',
  equivalent: 'allows rewriting every policy, and so everything',
} as const;

export const iamNoAdmin = control({
  id: 'iam-no-admin',
  area: 'identity-access',
  severity: 'critical',
  gate: 'block',
  judges: ['permissions', 'role-grant'],
  title: 'No principal may do everything',
  failure: 'may do everything in the account',
  why: 'Whoever takes over one such principal owns the account. Permissions are yours to give, and to confine.',
  fix: 'Name the actions and the resources that are needed.',
  holds: (fact) =>
    fact.kind === 'role-grant'
      ? notWide(fact, 'unlimited')
      : mayNot(
          mayDo(fact, administration, ({ statements, grade }) =>
            statements.map((statement) => ({ statement, note: (label) => `${label} ${notes[grade]}` })),
          ),
        ),
});
