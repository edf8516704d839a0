import type { Service } from '../service';

/** Every service of Azure and Entra, sorted by name. */
export const azure: readonly Service[] = [];
