import { is } from '../model/truth';
import { control } from './control';

export const alarmReachesSomeone = control({
  id: 'alarm-reaches-someone',
  area: 'incident-response',
  severity: 'low',
  gate: 'off',
  judges: 'alarm',
  title: 'Alarms reach somebody',
  failure: 'reaches nobody when it goes off',
  why: 'An alarm without an action is a colour on a page that nobody has open.',
  fix: 'Give the alarm an action: a topic that somebody is subscribed to, an incident plan.',
  holds: ({ reachesSomeone }) => is(reachesSomeone, (reaches) => reaches, 'actions'),
});
