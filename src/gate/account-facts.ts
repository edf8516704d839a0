import { z } from 'zod';

/** Switches of an account that change what an unwritten property means, and that no template shows. */
export const accountFactsSchema = z.strictObject({
  ebsEncryptionByDefault: z
    .boolean()
    .optional()
    .describe(
      'EBS encryption by default is on in the account and every region in use: a volume that says nothing is encrypted.',
    ),
  instanceMetadataV2ByDefault: z
    .boolean()
    .optional()
    .describe(
      'The account requires session tokens (IMDSv2) of new instances in every region in use, where nothing else is said.',
    ),
  s3AccountPublicAccessBlock: z
    .boolean()
    .optional()
    .describe('The account-wide S3 public access block is on, with all four settings.'),
});
