import type { Fact } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import { chain, known, otherwise, unknown, type Settled } from '../../model/value';

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html (MaxSessionDuration) */
export const roleSession = (role: Resource): Fact => ({
  kind: 'session',
  noun: 'IAM role',
  subject: role,
  seconds: otherwise(
    property(role, 'MaxSessionDuration', 'max_session_duration').number(),
    3600,
    'one hour unless told otherwise',
  ),
});

/** @see https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html (SessionDuration) */
export const permissionSetSession = (set: Resource): Fact => ({
  kind: 'session',
  noun: 'Permission set',
  subject: set,
  seconds: chain(
    otherwise(property(set, 'SessionDuration', 'session_duration').text(), 'PT1H', 'one hour unless told otherwise'),
    (text) => secondsOf(text, property(set, 'SessionDuration', 'session_duration').at),
  ),
});

/** A duration as ISO 8601 writes it: `PT8H`, `PT1H30M`. */
function secondsOf(text: string, at: Settled<number>['at']): Settled<number> {
  const [whole, hours = '0', minutes = '0', seconds = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(text) ?? [];
  return whole === undefined || whole === 'PT'
    ? unknown(`"${text}" is no duration`, at)
    : known(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds), at);
}
