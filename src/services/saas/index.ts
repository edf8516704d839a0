import type { Service } from '../service';

/** Every service of tenants of software as a service, sorted by name. */
export const saas: readonly Service[] = [];
