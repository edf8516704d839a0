import { hasSeveralValues } from '../data/condition-keys';

/**
 * What is known of global condition keys.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */

/** Keys that may have several values. */
const multiple = new Set([
  'aws:calledvia', 'aws:principalorgpaths', 'aws:principalservicenameslist', 'aws:resourceorgpaths', 'aws:sourceorgpaths',
  'aws:tagkeys', 'aws:vpceorgpaths',
]); // prettier-ignore

/** Keys with one value, whatever quantifier a policy puts before them. Tag keys follow by their prefix. */
const single = new Set([
  'aws:calledviafirst', 'aws:calledvialast', 'aws:currenttime', 'aws:epochtime', 'aws:federatedprovider',
  'aws:multifactorauthage', 'aws:multifactorauthpresent', 'aws:principalaccount', 'aws:principalarn', 'aws:principalisawsservice',
  'aws:principalorgid', 'aws:principalservicename', 'aws:principaltype', 'aws:referer', 'aws:requestedregion',
  'aws:resourceaccount', 'aws:resourceorgid', 'aws:securetransport', 'aws:sourceaccount', 'aws:sourcearn', 'aws:sourceip',
  'aws:sourceorgid', 'aws:sourceowner', 'aws:sourcevpc', 'aws:sourcevpcarn', 'aws:sourcevpce', 'aws:tokenissuetime',
  'aws:useragent', 'aws:userid', 'aws:username', 'aws:viaawsservice', 'aws:vpceaccount', 'aws:vpceorgid', 'aws:vpcsourceip',
  'kms:calleraccount',
]); // prettier-ignore

/** Whether a key may have several values: `undefined` where nobody knows. */
export function isMultiple(key: string): boolean | undefined {
  if (multiple.has(key)) return true;
  if (single.has(key) || /^aws:(principal|resource|request)tag\//.test(key) || /:(sub|aud)$/.test(key)) return false;
  return key.startsWith('aws:') ? undefined : hasSeveralValues(key);
}

/** Keys that every request has. */
const always = new Set(['aws:currenttime', 'aws:epochtime', 'aws:securetransport', 'aws:userid']);
export const isAlwaysPresent = (key: string): boolean => always.has(key);

const booleans = new Set([
  'aws:multifactorauthpresent', 'aws:principalisawsservice', 'aws:securetransport', 'aws:viaawsservice',
]); // prettier-ignore
export const isBoolean = (key: string): boolean => booleans.has(key);

const clocks = new Set(['aws:currenttime', 'aws:epochtime', 'aws:tokenissuetime']);
export const isClock = (key: string): boolean => clocks.has(key);

/** The longest a session may last: 36 hours (GetSessionToken). Its token is no older. */
const longestSession = 36 * 3600 * 1000;

/** The earliest time such a key may tell, in milliseconds. */
export const earliest = (key: string, now: number): number =>
  key === 'aws:tokenissuetime' ? now - longestSession : now;
