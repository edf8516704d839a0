import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether a signature is that of a body: the HMAC of its bytes with SHA-512, in hexadecimal. Takes as long for a wrong
 * signature as for the right one.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/integrations/run-tasks#securing-your-run-task
 */
export function isSigned(body: Buffer, signature: string | readonly string[] | undefined, key: string): boolean {
  if (typeof signature !== 'string' || !/^[0-9a-f]{128}$/iu.test(signature)) return false;
  return timingSafeEqual(createHmac('sha512', key).update(body).digest(), Buffer.from(signature, 'hex'));
}
