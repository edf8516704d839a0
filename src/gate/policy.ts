import type { GateLevel } from '../controls/control';
import type { Finding, Severity } from '../model/finding';
import type { Resource } from '../model/resource';
import type {
  BlockScope,
  Configuration,
  ControlConfiguration,
  EnvironmentConfiguration,
  PresetName,
} from './configuration';
import { resourceMatcher } from './glob';
import { atLeast, gateLevels, quieter } from './levels';
import { mergeControl } from './merge-configurations';
import type { ControlMetadata } from './own-controls';
import { levelWhenAsked, presetLevel, presetUndecided } from './presets';
import { isAskedFor, isSelected, type Selection } from './selection';

interface ControlRule {
  readonly gate?: GateLevel;
  readonly overrides: readonly { readonly matches: (resource: Resource) => boolean; readonly gate: GateLevel }[];
}

/** The gate levels that hold for a resource: the configuration's, with those of its environment on top. */
export interface Policy {
  readonly preset: PresetName;
  readonly block: BlockScope;
  readonly undecided?: GateLevel;
  readonly failOn?: Severity;
  readonly controls: ReadonlyMap<string, ControlRule>;
  readonly selection: Selection;
}

/** What a caller says on top of every configuration. */
export interface PolicyOptions {
  readonly preset?: PresetName | undefined;
  readonly block?: BlockScope | undefined;
  readonly undecided?: GateLevel | undefined;
  readonly failOn?: Severity | undefined;
}

export function policyOf(
  configuration: Configuration,
  environment: EnvironmentConfiguration,
  options: PolicyOptions,
  selection: Selection,
): Policy {
  const undecided = options.undecided ?? environment.undecided ?? configuration.undecided;
  const failOn = options.failOn ?? environment.failOn ?? configuration.failOn;
  return {
    preset: options.preset ?? environment.preset ?? configuration.preset ?? 'baseline',
    block: options.block ?? environment.block ?? configuration.block ?? 'new',
    ...(undecided && { undecided }),
    ...(failOn && { failOn }),
    controls: rulesOf(configuration.controls, environment.controls),
    selection,
  };
}

function rulesOf(...layers: readonly Configuration['controls'][]): ReadonlyMap<string, ControlRule> {
  const merged = new Map<string, ControlConfiguration>();
  for (const [id, setting] of layers.flatMap((layer) => Object.entries(layer ?? {}))) {
    const below = merged.get(id);
    merged.set(id, below === undefined ? setting : mergeControl(below, setting));
  }
  return new Map([...merged].map(([id, setting]) => [id, ruleOf(setting)]));
}

function ruleOf(setting: ControlConfiguration): ControlRule {
  if (typeof setting === 'string') return { gate: setting, overrides: [] };
  const overrides = (setting.overrides ?? []).map(({ resource, gate }) => ({
    matches: resourceMatcher(resource),
    gate,
  }));
  return { ...(setting.gate && { gate: setting.gate }), overrides };
}

/**
 * The level for a failing finding of a control, before waivers and change. `off`: the control is not judged there.
 *
 * What the configuration says of the control by name comes first, then `failOn`, then the preset. `failOn` never
 * switches a control on; a control that `--only` names does not stay off because the preset has it so.
 *
 * @param resource without one (the tool's own findings), overrides do not apply.
 */
export function failingLevel(control: ControlMetadata, resource: Resource | undefined, policy: Policy): GateLevel {
  if (!isSelected(control, policy.selection)) return 'off';
  const rule = policy.controls.get(control.id);
  const override = resource && rule?.overrides.findLast(({ matches }) => matches(resource));
  return override?.gate ?? rule?.gate ?? levelWithoutRule(control, policy);
}

function levelWithoutRule(control: ControlMetadata, { preset, failOn, selection }: Policy): GateLevel {
  const level = isAskedFor(control, selection) ? levelWhenAsked(control) : presetLevel(control, preset);
  if (level === 'off' || !failOn) return level;
  return atLeast(control.severity, failOn) ? 'block' : quieter(level, 'warn');
}

/** The level for a finding, before waivers and change. What is undecided never weighs more than what fails. */
export function findingLevel(control: ControlMetadata, finding: Finding, policy: Policy): GateLevel {
  const failing = failingLevel(control, finding.subject, policy);
  return finding.verdict === 'undecided'
    ? quieter(failing, policy.undecided ?? presetUndecided(control, policy.preset))
    : failing;
}

/** Whether a control can be on for any resource. */
export function mayBeOn(control: ControlMetadata, policy: Policy): boolean {
  if (!isSelected(control, policy.selection)) return false;
  const overrides = policy.controls.get(control.id)?.overrides ?? [];
  const levels = [failingLevel(control, undefined, policy), ...overrides.map(({ gate }) => gate)];
  return gateLevels.some((level) => level !== 'off' && levels.includes(level));
}
