import * as z from 'zod';
import { baselineVersion, type BaselineFile } from './baseline';

const entrySchema = z.strictObject({
  control: z.string(),
  resource: z.string().describe('What people call it; what counts is the fingerprint.'),
  document: z
    .string()
    .nullable()
    .describe('From the folder of this file. Null for what has a name without it: of a plan, a stack, a construct.'),
  verdict: z.enum(['fail', 'undecided']),
  places: z.int().min(0).describe('In how many places the fault stands: more of them are worse.'),
  fingerprint: z.string(),
});

const baselineSchema = z.strictObject({
  baseline: z.literal(baselineVersion),
  findings: z.array(entrySchema),
}) satisfies z.ZodType<BaselineFile>;

/** @throws Error where the content is no baseline; the message says what is wrong, without the file's name. */
export function parseBaseline(content: unknown): BaselineFile {
  const { data, error } = baselineSchema.safeParse(content);
  if (data) return data;
  const [issue] = error.issues;
  throw new Error(`is no baseline: ${issue ? `${issue.path.join('.')}: ${issue.message}` : error.message}`);
}

/** The JSON Schema of the file, as published in the package. */
export function baselineJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...rest } = z.toJSONSchema(baselineSchema, { target: 'draft-7' });
  return { $schema, title: 'Demarc baseline', description: 'What `demarc baseline` writes down.', ...rest };
}
