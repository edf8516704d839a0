import type { Control } from '../controls/control';

/** What the gate needs to know of a control: everything but how it judges. */
export type ControlMetadata = Omit<Control, 'judges' | 'holds'>;

export const waiverExpired: ControlMetadata = {
  id: 'waiver-expired',
  area: 'configuration',
  severity: 'high',
  gate: 'warn',
  title: 'No waiver outlives its date',
  failure: 'has expired',
  why: 'An exception without an end is a rule. What it covered is gated again from the day after its date.',
  fix: 'Repair what it covered and remove the waiver, or have its owner decide on a new date.',
};

export const waiverUnused: ControlMetadata = {
  id: 'waiver-unused',
  area: 'configuration',
  severity: 'low',
  gate: 'note',
  title: 'Every waiver waives something',
  failure: 'waives nothing',
  why: 'A waiver that is no longer needed will one day hide a fault that nobody has accepted.',
  fix: 'Remove the waiver.',
};

export const waiverWithoutReason: ControlMetadata = {
  id: 'waiver-without-reason',
  area: 'configuration',
  severity: 'high',
  gate: 'block',
  title: 'Every waiver says why',
  failure: 'gives no reason and does not count',
  why: 'An exception is accepted by somebody for a reason; without one nobody can tell when it is over.',
  fix: 'Write the reason down, or remove the waiver.',
};

export const areaOwned: ControlMetadata = {
  id: 'area-owned',
  area: 'configuration',
  severity: 'medium',
  gate: 'off',
  title: 'Every area on your side of the line has an owner',
  failure: 'is answered for by nobody',
  why: 'What everybody answers for nobody answers for: an area without a name is found out in the incident.',
  fix: 'Name an owner in the configuration (`owners:`), or set this control to `off`.',
};

/** The controls of the tool itself: they judge the configuration, not resources, and cannot be waived. */
export const ownControls: readonly ControlMetadata[] = [areaOwned, waiverExpired, waiverUnused, waiverWithoutReason];

/** Whether a control, by its id, is one of the tool itself. */
export const isOwn = (control: string): boolean => ownControls.some(({ id }) => id === control);

/** Without the tool's own, where those are among them. */
export const judgingControls = (controls: readonly ControlMetadata[]): readonly ControlMetadata[] =>
  controls.filter(({ id }) => !isOwn(id));
