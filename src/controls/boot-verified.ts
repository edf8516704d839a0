import { all, is } from '../model/truth';
import { control } from './control';

export const bootVerified = control({
  id: 'boot-verified',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'boot-integrity',
  title: 'Machines check what they start',
  failure: 'starts whatever lies on its disk',
  why: 'What changes the boot loader or the kernel hides from everything that runs later. The provider offers the check; images that bring unsigned drivers of their own cannot pass it, so it is yours to switch on.',
  fix: 'Switch secure boot, the virtual TPM and integrity monitoring on, and use images that support them.',
  holds: ({ signed, measured }) =>
    all(
      is(signed, (on) => on, 'secure boot'),
      ...(measured ? [is(measured, (on) => on, 'measured boot')] : []),
    ),
});
