import * as z from 'zod';
import { matrixSchema, snapshotSchema } from './review/snapshot';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema of the matrix, as published in the package. */
export const matrixJsonSchema = (): JsonSchema =>
  titled(matrixSchema, 'Demarc responsibility matrix', 'What `demarc matrix --format json` prints.');

/** The JSON Schema of a review, as published in the package. */
export const reviewJsonSchema = (): JsonSchema =>
  titled(snapshotSchema, 'Demarc review', 'What `demarc review` writes down.');

function titled(schema: z.ZodType, title: string, description: string): JsonSchema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7' });
  return { $schema, title, description, ...rest };
}
