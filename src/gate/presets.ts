import type { GateLevel } from '../controls/control';
import type { Severity } from '../model/finding';
import { frameworkOf, supportedBy } from '../model/frameworks';
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

/**
 * A preset's level for failing findings: `baseline` takes the control's own; in `strict` none is off; that of a framework
 * is `baseline` without the controls that support nothing in it.
 */
export function presetLevel(control: ControlMetadata, preset: PresetName): GateLevel {
  if (preset === 'strict') return levelWhenAsked(control);
  const framework = frameworkOf(preset);
  return framework && supportedBy(framework, control).length === 0 ? 'off' : control.gate;
}

/** What a finding of a control supports, where the preset is a framework's: `PCI DSS 4.0.1: 3.5.1`. */
export function presetLabels(control: ControlMetadata, preset: PresetName): readonly string[] {
  const framework = frameworkOf(preset);
  if (!framework) return [];
  const { title, version } = framework;
  return supportedBy(framework, control).map((id) => `${title} ${version}: ${id}`);
}

/** A preset's level for undecided findings, at most: `strict` lets critical ones block. */
export const presetUndecided = (control: ControlMetadata, preset: PresetName): GateLevel =>
  preset === 'strict' && control.severity === 'critical' ? 'block' : 'warn';
