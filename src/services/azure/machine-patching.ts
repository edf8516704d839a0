import type { Fact } from '../../model/fact';
import { map, orElse, otherwise, type Settled } from '../../model/value';
import type { MachineShape } from './machine-shapes';
import { at, switched, type About } from './platform-service';

/**
 * Who mends the system of a machine. Windows updates itself unless told otherwise. Of Linux the image decides
 * (`ImageDefault`), which is not to be seen here: nothing is stated then.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/automatic-vm-guest-patching
 * @see https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-automatic-upgrade
 */
export function* machinePatching(about: About, shape: MachineShape): Iterable<Fact> {
  const automatic = imageUpgrades(about, shape) ?? patchMode(about, shape) ?? ownUpdates(about, shape);
  if (automatic) yield { kind: 'patching', of: 'guest-os', automatic, ...about };
}

/** New images replace the old ones: what runs on a machine by then does not matter. */
function imageUpgrades({ subject }: About, { imageUpgrades: paths = [] }: MachineShape): Settled<boolean> | undefined {
  for (const path of paths) {
    const written = at(subject, path).flag();
    if (written.state === 'unknown' || (written.state === 'known' && written.value))
      return otherwise(written, false, '');
  }
  return undefined;
}

function patchMode(about: About, { patchModes = [], updates }: MachineShape): Settled<boolean> | undefined {
  for (const path of patchModes) {
    const mode = at(about.subject, path).text();
    if (mode.state === 'absent' || (mode.state === 'known' && mode.value === 'ImageDefault')) continue;
    const byMode = map(otherwise(mode, '', ''), (name) => name !== 'Manual');
    // Updates that are switched off stay off, whatever the mode of the system's own updates.
    const own =
      mode.state === 'known' && mode.value === 'AutomaticByOS' && updates ? ownSwitch(about, updates) : byMode;
    return own;
  }
  return undefined;
}

function ownUpdates(about: About, { updates }: MachineShape): Settled<boolean> | undefined {
  if (!updates) return undefined;
  const [, , block] = updates;
  const runsWindows = block === undefined ? undefined : at(about.subject, block).present();
  return runsWindows?.state === 'known' && !runsWindows.value ? undefined : ownSwitch(about, updates);
}

const ownSwitch = ({ subject }: About, [paths, initial]: NonNullable<MachineShape['updates']>): Settled<boolean> =>
  orElse(at(subject, paths[0] ?? '').flag(), () =>
    switched(subject, paths, initial, `automatic updates are ${initial ? 'on' : 'off'} unless told otherwise`),
  );
