import type { MatrixFormat } from './format';

/** Version of the document; a change that breaks readers of it gets a new one. */
export const matrixSchemaVersion = '1';

export const json: MatrixFormat = ({ rows }) =>
  `${JSON.stringify({ schemaVersion: matrixSchemaVersion, rows }, null, 2)}\n`;
