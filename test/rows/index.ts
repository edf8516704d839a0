import type { ServiceRows } from '../support/row';
import { awsRows } from './aws';
import { azureRows } from './azure';
import { googleRows } from './google';
import { providerBlocksRows } from './provider-blocks';
import { saasRows } from './saas';
import { utilitiesRows } from './utilities';

/** Rows of every service. */
export const allRows: readonly ServiceRows[] = [
  ...awsRows,
  ...azureRows,
  ...googleRows,
  ...saasRows,
  providerBlocksRows,
  utilitiesRows,
];
