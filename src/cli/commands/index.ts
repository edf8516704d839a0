import type { Command } from '../command';
import { check } from './check';
import { controls } from './controls';
import { explain } from './explain';
import { iam } from './iam';
import { init } from './init';
import { matrix } from './matrix';
import { waivers } from './waivers';

/** Every command, in the order of the overview. */
export const commands: readonly Command[] = [check, matrix, explain, controls, waivers, iam, init];
