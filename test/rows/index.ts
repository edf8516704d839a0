import type { ServiceRows } from '../support/row';
import { awsRows } from './aws';
import { utilitiesRows } from './utilities';

/** Rows of every service. */
export const allRows: readonly ServiceRows[] = [...awsRows, utilitiesRows];
