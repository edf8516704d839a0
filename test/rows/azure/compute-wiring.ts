import type { ServiceRows } from '../../support/row';

export const computeWiringRows: ServiceRows = { service: 'azure-compute-wiring', controls: {} };
