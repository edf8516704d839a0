import type { ServiceRows } from '../../support/row';

export const azureRows: readonly ServiceRows[] = [];
