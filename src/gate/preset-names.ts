import { frameworkIds } from '../model/frameworks';

/** The two of our own, and one for each framework. */
export const presetNames = ['baseline', 'strict', ...frameworkIds] as const;
