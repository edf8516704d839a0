export type { Configuration } from '../src/gate/configuration';
export { DemarcAspect, type AspectOptions } from './demarc-aspect';
export { DemarcPlugin } from './demarc-plugin';
export { Mend } from './mend';
export { guardApp } from './guard-app';
export { guardTerraform, type GuardOptions } from './guard-terraform';
export type { RunOptions } from './settings';
