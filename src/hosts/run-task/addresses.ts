/** HCP Terraform; Terraform Enterprise and other regions have names of their own. */
export const defaultHosts: readonly string[] = ['app.terraform.io'];

/** An address that nothing is sent to. The message names its host at most: a path may hold a secret. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

/**
 * An address from a request, which the token may be sent to: by HTTPS, to a host that the server was told of. Whoever
 * can make the server read a request cannot make it talk to anything else.
 *
 * @param hosts names, with a port where it is not 443.
 * @throws RefusedAddress
 */
export function trustedAddress(text: string, hosts: readonly string[]): URL {
  const url = secureAddress(text);
  if (!hosts.includes(url.host)) throw new RefusedAddress(`${url.host} is none of the hosts that this server trusts`);
  return url;
}

/**
 * An address that HCP Terraform redirects to. It may be anywhere (plans lie in an object store), so no token goes there.
 *
 * @throws RefusedAddress
 */
export function redirectedAddress(location: string | null, from: URL): URL {
  if (location === null) throw new RefusedAddress(`${from.host} redirects to nowhere`);
  return secureAddress(location, from);
}

function secureAddress(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new RefusedAddress('an address cannot be read');
  const url = new URL(text, base);
  if (url.protocol !== 'https:') throw new RefusedAddress(`${url.host} is not addressed by https`);
  if (url.username !== '' || url.password !== '')
    throw new RefusedAddress(`the address of ${url.host} holds a password`);
  return url;
}
