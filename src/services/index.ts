import { aws } from './aws';
import type { Service } from './service';
import { utilities } from './utilities';

/** Every service of every provider. */
export const services: readonly Service[] = [...aws, utilities];
