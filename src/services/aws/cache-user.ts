import type { Fact } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import { all, any, is, not, settledTruth } from '../../model/truth';
import { otherwise } from '../../model/value';
import { secretInClear } from './secret';

/**
 * What a user of ElastiCache or MemoryDB means: whether anybody may be that user, and whether its passwords are in clear.
 *
 * @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
 */
export function* userFacts(user: Resource, noun: string): Iterable<Fact> {
  const about = { noun, subject: user };
  const mode = property(user, 'AuthenticationMode', 'authentication_mode');
  const cloudformation = user.vocabulary === 'cloudformation';
  const type = otherwise(mode.get(cloudformation ? 'Type' : 'type').text(), 'password', 'a password by default');
  const access = property(user, 'AccessString', 'access_string');
  const free = otherwise(
    property(user, 'NoPasswordRequired', 'no_password_required').flag(),
    false,
    'a password is required by default',
  );
  yield {
    kind: 'sign-in',
    ...about,
    inside: true,
    required: settledTruth(
      not(
        all(
          any(
            is(free, (on) => on, 'no password required'),
            is(type, (name) => name.startsWith('no-password'), 'type of authentication'),
          ),
          // A user that is switched off is how the one called "default" is kept out.
          not(is(otherwise(access.text(), '', 'no access'), (text) => /^\s*off(\s|$)/i.test(text), 'access string')),
        ),
      ),
      { id: user.id, path: [] },
    ),
  };
  for (const passwords of [
    property(user, 'Passwords', 'passwords'),
    property(user, null, 'passwords_wo'),
    mode.get(cloudformation ? 'Passwords' : 'passwords'),
  ]) {
    const list = passwords.list();
    if (list.state === 'absent') continue;
    const items = list.state === 'known' ? list.value : [passwords];
    for (const password of items)
      yield { kind: 'secret-in-clear', secret: 'password', inClear: secretInClear(password), ...about };
  }
}
