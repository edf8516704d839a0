import * as z from 'zod';
import { areas, severities } from '../model/finding';
import { schemaVersion, type Result } from '../model/result';

const count = z.int().min(0);
const line = z.int().min(1).nullable();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const witness = z.strictObject({
  address: z.string().describe('The resource that the value belongs to.'),
  path: z.array(z.union([z.string(), count])).describe('Property keys and list indices, outermost first.'),
  note: z.string(),
  file: z.string().nullable(),
  line,
  column: line,
  givenAt: z
    .array(z.strictObject({ file: z.string(), line: z.int().min(1), column: z.int().min(1) }))
    .optional()
    .describe('Where the value comes from, beyond that: an argument of a module, a local value, a default.'),
});

const waiver = z.strictObject({
  reason: z.string(),
  owner: z.string().nullable(),
  until: day.nullable().describe('The last day on which it counts.'),
  ticket: z.string().nullable(),
  source: z
    .string()
    .describe(
      'Where it was written: config, comment, metadata, acknowledgement; or the tool it was written for: checkov, ...',
    ),
});

const finding = z.strictObject({
  control: z.string().min(1),
  verdict: z.enum(['pass', 'fail', 'undecided']),
  gate: z.enum(['block', 'warn', 'note']),
  severity: z.enum(severities),
  area: z.enum(areas).describe('Area of the shared-responsibility model.'),
  party: z.enum(['provider', 'customer', 'shared']).describe('Who answers for the area.'),
  responsibility: z.string().describe('Why it lies on that side of the line.'),
  supports: z
    .array(z.string())
    .describe('Ids of framework controls that it supports; only where a preset of a framework is taken.'),
  message: z.string().describe('One sentence: what is wrong with what.'),
  why: z.string(),
  fix: z.string(),
  suggestion: z.string().nullable().describe('What to write on the resource, in one line, where that mends it.'),
  fingerprint: z.string().min(1).describe('The same when lines, order or position change.'),
  resource: z.strictObject({
    address: z.string().describe('The Terraform address, or the logical id.'),
    type: z.string(),
    service: z.string(),
    constructPath: z.string().nullable(),
    stack: z.string().nullable(),
    document: z.string(),
  }),
  related: z.array(z.string()).describe('Addresses of the companions that had a part in it.'),
  change: z.enum(['introduced', 'worsened', 'existing']).nullable().describe('Null where the input has no before.'),
  witnesses: z.array(witness),
  waiver: waiver.nullable(),
  coveredBy: z.string().nullable().describe('A more specific control that speaks for this finding too.'),
});

const party = z.enum(['provider', 'customer', 'shared']);

const move = z.strictObject({
  resource: z.string().describe('The Terraform address, or the logical id.'),
  type: z.string(),
  area: z.enum(areas),
  from: party,
  to: party,
  because: z.string(),
  message: z.string(),
});

const input = z.strictObject({
  path: z.string().describe('The argument, as given.'),
  dialect: z.enum(['cloudformation', 'cdk-assembly', 'terraform-plan', 'terraform-source', 'cdktf']).nullable(),
  resources: count,
  unclassified: z.array(z.string()).describe('Addresses of the resources that no service knows: never judged.'),
  unclassifiedTypes: z.array(z.strictObject({ type: z.string(), count: z.int().min(1) })),
  error: z.string().nullable().describe('Why the input could not be judged, or not wholly.'),
  notes: z.array(z.string()),
  findings: z.array(finding),
  fixed: z.array(finding).describe('What fails before the change and passes after it.'),
  moves: z.array(move).describe('What the change moves from one party to another.'),
});

/** The shape of `--format json`. Its type is the model's; `satisfies` keeps the two from drifting apart. */
export const resultSchema = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  tool: z.strictObject({ name: z.literal('demarc'), version: z.string().min(1) }),
  decision: z.enum(['open', 'blocked', 'incomplete']),
  summary: z.strictObject({
    resources: count,
    unclassified: count,
    verdict: z.strictObject({ fail: count, undecided: count, pass: count }),
    gate: z.strictObject({ block: count, warn: count, note: count, waived: count }),
  }),
  inputs: z.array(input),
}) satisfies z.ZodType<Result>;

/** The JSON Schema of the result, as published in the package. */
export function resultJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(resultSchema, { target: 'draft-7' });
  return { $schema, title: 'Demarc result', description: 'What `demarc check --format json` prints.', ...schema };
}
