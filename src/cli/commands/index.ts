import type { Command } from '../command';
import { check } from './check';
import { controls } from './controls';
import { drill } from './drill';
import { explain } from './explain';
import { fix } from './fix';
import { iam } from './iam';
import { init } from './init';
import { matrix } from './matrix';
import { review } from './review';
import { waivers } from './waivers';

/** Every command, in the order of the overview. */
export const commands: readonly Command[] = [check, matrix, review, drill, fix, explain, controls, waivers, iam, init];
