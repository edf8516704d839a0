import type { Credential } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Resource } from '../../model/resource';
import { all, any, is, settledTruth, truth, type Truth } from '../../model/truth';
import { map, otherwise, type Place } from '../../model/value';
import { at, typesOf } from './iam-grants';

/** Access keys, and where each names its user. Both vocabularies say the status alike, but for capitals. */
const accessKeys: Readonly<Record<string, readonly [user: string, status: string]>> = {
  'AWS::IAM::AccessKey': ['UserName', 'Status'],
  aws_iam_access_key: ['user', 'status'],
};

/** What an access key means beyond being a credential: whether its user has another one, and whether that is root. */
export function accessKeyMeaning(key: Resource, graph: ResourceGraph): Pick<Credential, 'several' | 'ofRoot'> {
  const about = accessKeys[key.type];
  if (!about) return {};
  const [user] = about;
  const here: Place = { id: key.id, path: [] };
  const others = graph.ofType(key.type).filter((one) => one !== key && one.mode === 'managed');
  const several = all(
    isActive(key),
    any(
      truth(false, here, 'no other key of the same user'),
      ...others.map((other) => all(isActive(other), sameUser(key, other, user, graph))),
    ),
  );
  const named = otherwise(at(key, user).text(), '', 'no user is named');
  return { several: settledTruth(several, here), ofRoot: map(named, isRoot) };
}

/** How credential reports and command lines call the root user. */
const isRoot = (name: string): boolean => /^(root|<root_account>)$/i.test(name.trim());

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccessKey.html (active when made) */
function isActive(key: Resource): Truth {
  const status = accessKeys[key.type]?.[1] ?? 'status';
  const settled = otherwise(at(key, status).text(), 'Active', 'active when made');
  return is(settled, (text) => text.toLowerCase() !== 'inactive', 'status');
}

function sameUser(key: Resource, other: Resource, path: string, graph: ResourceGraph): Truth {
  const place: Place = { id: other.id, path: [path] };
  const [one, two] = [key, other].map((credential) => graph.follow(at(credential, path), typesOf('user')));
  if (one?.state === 'linked' && two?.state === 'linked')
    return truth(one.resource === two.resource, place, 'another key of the user');
  if (one?.state === 'outside' && two?.state === 'outside')
    return truth(one.value === two.value, place, 'another key of the user');
  if (one?.state === 'unknown' || two?.state === 'unknown')
    return truth(undefined, place, 'whose key it is, is not known');
  return truth(false, place, 'a key of somebody else');
}
