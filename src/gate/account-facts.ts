import * as z from 'zod';

/** A fact, or a fact with the record that shows it. */
const fact = z.union([
  z.boolean(),
  z.strictObject({
    value: z.boolean(),
    evidence: z.string().regex(/\S/).describe('Where the record is kept that shows it.'),
    checked: z.iso.date().describe('The day on which somebody looked, YYYY-MM-DD.'),
  }),
]);

export type AccountFact = z.input<typeof fact>;

/** Switches of an account that change what an unwritten property means, and that no template shows. */
export const accountFactsSchema = z.strictObject({
  ebsEncryptionByDefault: fact
    .optional()
    .describe(
      'EBS encryption by default is on in the account and every region in use: a volume that says nothing is encrypted.',
    ),
  instanceMetadataV2ByDefault: fact
    .optional()
    .describe(
      'The account requires session tokens (IMDSv2) of new instances in every region in use, where nothing else is said.',
    ),
  s3AccountPublicAccessBlock: fact
    .optional()
    .describe('The account-wide S3 public access block is on, with all four settings.'),
});

export type AccountFacts = z.input<typeof accountFactsSchema>;
