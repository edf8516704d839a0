import { is } from '../model/truth';
import { control } from './control';

export const dataNodesRedundant = control({
  id: 'data-nodes-redundant',
  area: 'backup-recovery',
  severity: 'low',
  gate: 'off',
  judges: 'redundancy',
  title: 'Data is spread over enough nodes in several zones',
  failure: 'loses data or service with a node or a zone',
  why: 'The provider repairs machines and zones; what was kept in one alone is gone meanwhile.',
  fix: 'Spread the data over three nodes at least, in several zones.',
  holds: ({ of, kept }) => (of === 'data' ? is(kept, (on) => on, 'zones and nodes') : undefined),
});
