import type { ServiceRows } from '../../support/row';

export const saasRows: readonly ServiceRows[] = [];
