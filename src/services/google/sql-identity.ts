import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { known, map, otherwise } from '../../model/value';
import type { About } from '../aws/database-upkeep';
import { sqlEngine, sqlFlag } from './sql-flags';

/** The flag by which an engine takes the cloud's identities. */
const identityFlags: Readonly<Record<string, string>> = {
  postgres: 'cloudsql.iam_authentication',
  mysql: 'cloudsql_iam_authentication',
};

/**
 * Who may sign in, and how.
 *
 * @see https://cloud.google.com/sql/docs/postgres/iam-authentication (off by default)
 * @see https://cloud.google.com/sql/docs/sqlserver/flags
 */
export function* sqlIdentityFacts(about: About): Iterable<Fact> {
  const { subject } = about;
  const engine = sqlEngine(subject);
  const flag = engine && identityFlags[engine];
  if (flag !== undefined)
    yield {
      kind: 'local-auth',
      cloudIdentity: map(otherwise(sqlFlag(subject, flag), 'off', 'off by default'), (value) => value === 'on'),
      ...about,
    };
  if (engine === 'sqlserver' || engine === undefined) yield* serverFacts(about);
  yield* passwordFacts(about, subject);
}

/** Flags that SQL Server alone has. */
function* serverFacts(about: About): Iterable<Fact> {
  const chaining = sqlFlag(about.subject, 'cross db ownership chaining');
  if (chaining.state !== 'absent' || sqlEngine(about.subject) === 'sqlserver')
    yield {
      kind: 'inner-access',
      fineGrained: map(otherwise(chaining, 'off', 'off by default'), (value) => value !== 'on'),
      ...about,
    };
  const contained = sqlFlag(about.subject, 'contained database authentication');
  const directory = about.subject.properties.get('settings', 'active_directory_config').present();
  // Logins of the server are neither the one nor the other: there is nothing to say of them.
  if (contained.state !== 'absent' && !(contained.state === 'known' && contained.value === 'off'))
    yield { kind: 'user-store', central: map(contained, (value) => value !== 'on'), ...about };
  else if (directory.state === 'known' && directory.value)
    yield { kind: 'user-store', central: known(true, directory.at, 'an Active Directory keeps its users'), ...about };
}

/** What passwords must be like, where somebody has said it: passwords need not be used at all. */
function* passwordFacts(about: About, { properties }: Resource): Iterable<Fact> {
  const policy = properties.get('settings', 'password_validation_policy');
  const present = policy.present();
  if (present.state === 'known' && !present.value) return;
  const on = otherwise(policy.get('enable_password_policy').flag(), false, 'not enabled');
  const where = <T>(value: T, otherwiseValue: T) => map(on, (enabled) => (enabled ? value : otherwiseValue));
  const length = otherwise(policy.get('min_length').number(), 0, 'no minimum length');
  const complexity = otherwise(policy.get('complexity').text(), 'COMPLEXITY_UNSPECIFIED', 'no classes are required');
  const reuse = otherwise(policy.get('reuse_interval').number(), 0, 'none is remembered');
  yield {
    kind: 'password-policy',
    minimumLength: on.state === 'known' && on.value ? length : where(0, 0),
    everyClass:
      on.state === 'known' && on.value ? map(complexity, (text) => text === 'COMPLEXITY_DEFAULT') : where(false, false),
    remembered: on.state === 'known' && on.value ? reuse : where(0, 0),
    ...about,
  };
}
