import * as z from 'zod';
import { severities } from '../model/finding';
import { accountFactsSchema } from './account-facts';
import { foreignTools } from './foreign-rules';
import { gateLevels } from './levels';
import { presetNames } from './preset-names';
import { responsibilityShape } from './responsibility-configuration';

const gateLevel = z.enum(gateLevels).describe('What the gate does: block, warn, note, or off (not judged).');

const pattern = z
  .string()
  .min(1)
  .max(1000)
  .describe(
    'An address, construct path or resource type. `*` stays within a segment, `**` crosses; no other wildcards.',
  );

const controlId = z.string().min(1).describe('The id of a control.');

const override = z.strictObject({ resource: pattern, gate: gateLevel });

const controlSetting = z.union([
  gateLevel,
  z.strictObject({
    gate: gateLevel.optional(),
    overrides: z
      .array(override)
      .optional()
      .describe('Levels for some resources. Where several match, the last one counts.'),
  }),
]);

const controlSettings = z.record(controlId, controlSetting).describe('Gate levels by control id.');

const preset = z
  .enum(presetNames)
  .describe(
    "`baseline`: what almost everybody wants blocked. `strict`: no control is off. A framework's: `baseline`, with the controls that support the framework, labelled with its ids.",
  );

const undecided = gateLevel.describe(
  'What the gate does with a finding that cannot be decided, at most. `off` counts it and does not list it.',
);

const block = z
  .enum(['new', 'all'])
  .describe(
    '`new`: what a change brings or worsens is gated, what was there before is noted. `all`: everything is gated.',
  );

const failOn = z
  .enum(severities)
  .describe('Failing findings of this severity and above block; the others warn at most.');

const oneOrMore = z.union([z.string().min(1).max(1000), z.array(z.string().min(1).max(1000)).min(1)]);

const match = z
  .strictObject({
    account: oneOrMore.optional().describe('Account id, in quotes.'),
    region: oneOrMore.optional(),
    stage: oneOrMore.optional().describe('Construct path of a stage (or any construct) that holds the resource.'),
    stack: oneOrMore.optional().describe('Name of the stack.'),
    document: oneOrMore.optional().describe('Path of the template or plan, as given.'),
  })
  .refine((conditions) => Object.keys(conditions).length > 0, { message: 'says nothing to match' })
  .describe(
    'All that is said must match, each by one of its patterns. What is not known of a resource matches nothing.',
  );

const environment = z
  .strictObject({
    match: match.optional(),
    preset: preset.optional(),
    controls: controlSettings.optional(),
    undecided: undecided.optional(),
    block: block.optional(),
    failOn: failOn.optional(),
    assume: accountFactsSchema.optional().describe('Account facts, for an environment that is chosen by name.'),
  })
  .refine(({ match, assume }) => !match || !assume, {
    message: '"assume" holds for a whole run, so an environment that has it is chosen by name and cannot have "match"',
  });

const waiver = z.strictObject({
  control: controlId,
  resource: pattern,
  reason: z.string().regex(/\S/).describe('Why the finding is accepted.'),
  owner: z.string().regex(/\S/).describe('Who answers for it.'),
  until: z.iso.date().describe('The last day on which it counts, YYYY-MM-DD.'),
  ticket: z.string().regex(/\S/).optional(),
});

const waivers = z.union([
  z.array(waiver),
  z.strictObject({
    inline: z
      .boolean()
      .optional()
      .describe('Whether waivers written beside the code count. They do unless this is false.'),
    never: z.array(controlId).optional().describe('Controls that cannot be waived.'),
    honour: z.array(z.enum(foreignTools)).optional().describe('Other tools whose comments count as waivers.'),
    list: z.array(waiver).optional(),
  }),
]);

const account = z.string().regex(/^\d{12}$/, 'twelve digits');

const iam = z.strictObject({
  reference: z
    .union([z.string().min(1), z.looseObject({ Statement: z.unknown() })])
    .optional()
    .describe(
      'The policy that every identity policy must stay within: a JSON file beside the configuration, or the document itself.',
    ),
  account: account.optional().describe('The account that is deployed to, where the input does not say.'),
  trustedAccounts: z.array(account).optional().describe("Other accounts of one's own: letting them in is no finding."),
});

/** `demarc.config.yaml`: the one source of the types, the check and the published JSON Schema. */
export const configurationSchema = z.strictObject({
  $schema: z.string().optional(),
  preset: preset.optional(),
  block: block.optional(),
  undecided: undecided.optional(),
  failOn: failOn.optional(),
  only: z.array(z.string().min(1)).optional().describe('Judge only these control ids or areas; `*` is a wildcard.'),
  skip: z.array(z.string().min(1)).optional().describe('Do not judge these control ids or areas; `*` is a wildcard.'),
  controls: controlSettings.optional(),
  environments: z
    .record(z.string().min(1), environment)
    .optional()
    .describe('Settings by environment: the one chosen by name, else the first that matches a resource.'),
  assume: accountFactsSchema.optional().describe('What is true of the account and no template can show.'),
  iam: iam.optional().describe('What policies are held against.'),
  plugins: z
    .array(z.string().min(1))
    .optional()
    .describe(
      "Packages, or files beside the configuration, with services and controls of one's own. They are code: --allow-plugins loads them.",
    ),
  ...responsibilityShape,
  waivers: waivers
    .optional()
    .describe('Accepted findings: a list, or an object with the rules for waivers and the list.'),
});

/** What may stand in the configuration, for programs that build one. */
export type Configuration = z.input<typeof configurationSchema>;
export type EnvironmentConfiguration = z.input<typeof environment>;
export type ControlConfiguration = z.input<typeof controlSetting>;
export type ConfiguredWaiver = z.input<typeof waiver>;
export type IamConfiguration = z.input<typeof iam>;
export type WaiversConfiguration = z.input<typeof waivers>;
export type PresetName = z.infer<typeof preset>;
export type BlockScope = z.infer<typeof block>;
