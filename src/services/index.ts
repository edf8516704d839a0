import { aws } from './aws';
import type { Service } from './service';

/** Every service of every provider. */
export const services: readonly Service[] = [...aws];
