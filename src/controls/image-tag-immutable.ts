import { is } from '../model/truth';
import { control } from './control';

export const imageTagImmutable = control({
  id: 'image-tag-immutable',
  area: 'application',
  severity: 'low',
  gate: 'note',
  judges: 'image',
  title: 'A tag of an image stays what it was',
  failure: 'lets tags be overwritten',
  why: 'Whoever may push can replace what runs under a tag that was reviewed.',
  fix: 'Make tags immutable.',
  holds: ({ immutable }) => immutable && is(immutable, (on) => on, 'immutable tags'),
});
