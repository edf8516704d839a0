import type { GateLevel } from '../controls/control';
import type { Severity } from '../model/finding';
import type { PresetName } from './configuration';
import type { ControlMetadata } from './own-controls';

const bySeverity: Readonly<Record<Severity, GateLevel>> = {
  critical: 'block',
  high: 'block',
  medium: 'warn',
  low: 'note',
};

/** The level of a control that is asked for although its own level is `off`. */
export const levelWhenAsked = ({ gate, severity }: ControlMetadata): GateLevel =>
  gate === 'off' ? bySeverity[severity] : gate;

/** A preset's level for failing findings: `baseline` takes the control's own; in `strict` none is off. */
export const presetLevel = (control: ControlMetadata, preset: PresetName): GateLevel =>
  preset === 'strict' ? levelWhenAsked(control) : control.gate;

/** A preset's level for undecided findings, at most: `strict` lets critical ones block. */
export const presetUndecided = (control: ControlMetadata, preset: PresetName): GateLevel =>
  preset === 'strict' && control.severity === 'critical' ? 'block' : 'warn';
