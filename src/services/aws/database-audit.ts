import type { AuditLog } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import type { Property } from '../../model/property';
import { all, is, settledTruth } from '../../model/truth';
import { map, orElse, unknown } from '../../model/value';
import { attachedParameter } from './database-parameter';
import { accessRecord, exportsOneOf, type About } from './database-upkeep';

/** The record of an engine that must be switched on by a parameter, and exported. */
interface Audit {
  readonly exports: Property;
  readonly group: Property;
  readonly groupTypes: readonly string[];
  readonly parameter: string;
}

const off = /^(0|disabled|none|off|false)$/i;

/** An audit log is kept where it is exported and its parameter is on; a group of the platform's own does not show it. */
export function auditFact(
  about: About,
  { exports, group, groupTypes, parameter }: Audit,
  graph: ResourceGraph,
): AuditLog {
  const attached = attachedParameter(group, groupTypes, graph, parameter);
  const written = orElse(
    map(attached.value, (value) => !off.test(value.trim())),
    () => unknown<boolean>(`it is exported, and whether ${parameter} is on is not shown`, group.at),
  );
  const kept = all(
    is(
      exportsOneOf(exports, (type) => type === 'audit'),
      (on) => on,
      'audit log exported',
    ),
    is(written, (on) => on, parameter),
  );
  return {
    ...accessRecord(about, settledTruth(kept, exports.at)),
    ...(attached.group && { related: [attached.group] }),
  };
}
