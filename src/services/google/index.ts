import type { Service } from '../service';

/** Every service of Google Cloud, sorted by name. */
export const google: readonly Service[] = [];
