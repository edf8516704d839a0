import type { ServiceRows } from '../../support/row';

export const googleRows: readonly ServiceRows[] = [];
