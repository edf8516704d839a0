import { printableJson } from './printable';
import type { Report } from './report';

/** The result as it is: the document that other programs build on. */
export const json: Report = (result) => `${printableJson(JSON.stringify(result, null, 2))}\n`;
