import * as z from 'zod';
import { areas } from '../model/finding';

const text = z.string().regex(/\S/);
const day = z.iso.date();
const pattern = z
  .string()
  .min(1)
  .max(1000)
  .describe(
    'An address, construct path or resource type; `*` and `**` are wildcards. Everything, where it is missing.',
  );
const area = z.enum(areas);
const oneOrMoreAreas = z
  .union([area, z.array(area).min(1)])
  .describe('Areas of the shared-responsibility model. Every area, where it is missing.');
const provider = text.describe('`aws`, `azure`, `gcp`, or the name of a Terraform provider.');

const owner = z
  .strictObject({
    resource: pattern.optional(),
    area: oneOrMoreAreas.optional(),
    provider: provider.optional(),
    owner: text.describe('Who answers for it.'),
    verifier: text.optional().describe('Who looks whether it is so.'),
  })
  .describe('Who answers for what. The first entry that matches counts.');

const attestation = z
  .strictObject({
    provider,
    report: text.describe('`SOC 2 Type II`, `ISO/IEC 27001`.'),
    periodEnd: day.describe('The last day that the report speaks of, YYYY-MM-DD.'),
    until: day.optional().describe('The last day on which it counts. A year after the end of its period, unless said.'),
    areas: z.array(area).min(1).optional().describe("Areas that it vouches for. All of the provider's, unless said."),
    evidence: text.describe('Where the report is kept.'),
  })
  .describe("A provider's report on its own half.");

const verification = z
  .strictObject({
    resource: pattern.optional(),
    area: oneOrMoreAreas.optional(),
    by: text.describe('Who looked.'),
    on: day.describe('When, YYYY-MM-DD.'),
    evidence: text.describe('Where the record of it is kept.'),
  })
  .describe('Somebody looked at what no template can show. Of several that match, the latest counts.');

const role = z
  .strictObject({
    contact: text.describe('How the role is reached: a number, an address, a channel.'),
    runbook: text.optional().describe('What it follows: a path or a link.'),
    area: oneOrMoreAreas.optional(),
  })
  .describe('A role in an incident.');

/** What the configuration says of people: who answers, who looks, who is called, and how often. */
export const responsibilityShape = {
  owners: z.array(owner).optional().describe('Who answers for what. The first entry that matches counts.'),
  attestations: z.array(attestation).optional().describe("Providers' reports on their own half."),
  verifications: z.array(verification).optional().describe('What was looked at where no template can show it.'),
  incident: z.record(text, role).optional().describe('Roles in an incident, by name.'),
  review: z
    .strictObject({
      days: z.int().min(1).max(3650).optional().describe('Days from one review to the next: 90, unless said.'),
      graceDays: z.int().min(0).max(365).optional().describe('Days by which something may be late: none, unless said.'),
      independentVerifier: z
        .boolean()
        .optional()
        .describe('Whoever answers for something may not be the one who verifies it.'),
    })
    .optional()
    .describe('How often everything is looked at again.'),
} as const;

export type ConfiguredOwner = z.input<typeof owner>;
export type ConfiguredAttestation = z.input<typeof attestation>;
export type ConfiguredVerification = z.input<typeof verification>;
export type ConfiguredRole = z.input<typeof role>;
