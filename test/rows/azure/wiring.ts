import type { ServiceRows } from '../../support/row';

/** Nothing that a control judges: what it lists is classified, and no more. */
export const wiringRows: ServiceRows = { service: 'azure-wiring', controls: {} };
