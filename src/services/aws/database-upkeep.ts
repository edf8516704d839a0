import type { AuditLog, Backup, DeletionProtection, FinalCopy, ListeningPort, Patching } from '../../model/fact';
import type { Property } from '../../model/property';
import { property, type Resource } from '../../model/resource';
import { is, settledTruth, some } from '../../model/truth';
import { map, otherwise, type Settled, type Value } from '../../model/value';

/** Who a fact is about. */
export interface About {
  readonly noun: string;
  readonly subject: Resource;
}

/** Automatic backups that are kept for some days; 0 switches them off. */
export const backupsFor = (about: About, days: Settled<number>): Backup => ({
  kind: 'backup',
  kept: map(days, (count) => count > 0),
  days,
  ...about,
});

/** A switch against deletion, which is off unless told otherwise. */
export const deletionGuard = (
  about: About,
  flag: Value<boolean>,
  initial = false,
  because = 'deletion protection is off by default',
): DeletionProtection => ({ kind: 'deletion-protection', on: otherwise(flag, initial, because), ...about });

/** Minor versions of the engine that are installed without anybody asking. */
export const engineUpgrades = (about: About, automatic: Settled<boolean>): Patching => ({
  kind: 'patching',
  of: 'engine',
  automatic,
  ...about,
});

/** A record of who did what. */
export const accessRecord = (about: About, kept: Settled<boolean>): AuditLog => ({
  kind: 'audit-log',
  scope: 'access',
  kept,
  ...about,
});

/** Whether a list of log types has one that a test knows as a record of access; none is exported unless told so. */
export function exportsOneOf(exports: Property, isRecord: (type: string) => boolean): Settled<boolean> {
  const types = otherwise(exports.texts(), [], 'no log is exported by default');
  return settledTruth(
    some(types, (type) => is(type, (name) => isRecord(name.toLowerCase()), 'exported log'), 'exported logs'),
    exports.at,
  );
}

export const portFact = (about: About, port: Value<number>, wellKnown: number): ListeningPort => ({
  kind: 'listening-port',
  wellKnown: map(otherwise(port, wellKnown, `${wellKnown} unless told otherwise`), (number) => number === wellKnown),
  ...about,
});

/**
 * What stays when it is deleted: a final snapshot in Terraform unless that is skipped, and what `DeletionPolicy` says in
 * CloudFormation.
 *
 * @param initial what CloudFormation does where no policy is written
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html
 */
export function finalCopy(about: About, initial: 'Delete' | 'Snapshot'): FinalCopy {
  const { subject } = about;
  return {
    kind: 'final-copy',
    kept: subject.vocabulary === 'terraform' ? notSkipped(subject) : byPolicy(subject, initial),
    ...about,
  };
}

const notSkipped = (resource: Resource): Settled<boolean> =>
  map(
    otherwise(property(resource, null, 'skip_final_snapshot').flag(), false, 'a final snapshot is taken by default'),
    (skipped) => !skipped,
  );

function byPolicy({ attributes, properties }: Resource, initial: string): Settled<boolean> {
  const written: Value<string> = attributes?.get('DeletionPolicy').text() ?? { state: 'absent', at: properties.at };
  const policy = otherwise(written, initial, `${initial} unless a deletion policy is written`);
  return map(policy, (name) => name !== 'Delete');
}
