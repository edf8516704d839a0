import type { ForeignTool } from './foreign-rules';
import type { Suppression } from './foreign-suppressions';

/** What a comment tells another tool to pass over. Where it stands decides what it is for. */
export interface ForeignComment extends Pick<Suppression, 'tool' | 'rule' | 'narrowedTo' | 'reason' | 'until'> {
  /** The block or attribute it stands on (`block`), the line below (`line`), or the whole file, at whose head it stands. */
  readonly reach: 'block' | 'line' | 'file';
}

/** A suppression in a comment as one of what it stands on. */
export const suppressionBeside = (
  { tool, rule, narrowedTo, reason, until }: ForeignComment,
  place: Pick<Suppression, 'resource' | 'ids' | 'file' | 'line' | 'column'>,
): Suppression => ({ tool, rule, narrowedTo, reason, until, ...place });

/** Longer comments hold prose, and are not searched beyond. */
const longest = 10_000;

/** The suppressions in the text of one comment, with or without its marks (`#`, `//`). */
export function foreignComments(text: string): readonly ForeignComment[] {
  return text
    .slice(0, longest)
    .split(/\r?\n/)
    .flatMap((line) => [...ofCheckov(line), ...ofTrivy(line), ...ofKics(line)]);
}

/**
 * `checkov:skip=CKV_AWS_20:reason`, several ids with commas between them.
 *
 * @see https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html
 */
function ofCheckov(line: string): readonly ForeignComment[] {
  const [, ids = '', reason] = /(?:checkov|bridgecrew|cortex):skip= *(\w+(?:,\w+)*)(?::(.*))?/.exec(line) ?? [];
  return idsIn(ids).map((rule) => ({
    tool: 'checkov',
    rule,
    narrowedTo: null,
    reason: textOrNull(reason ?? ''),
    until: null,
    reach: 'block',
  }));
}

/**
 * `trivy:ignore:AVD-AWS-0086:exp:2027-01-01`, `tfsec:ignore:aws-s3-enable-bucket-encryption:ws:staging`, several of them
 * with spaces between. The tools know no reason: it is whatever else the comment says.
 *
 * @see https://aquasecurity.github.io/tfsec/latest/guides/configuration/ignores
 * @see https://trivy.dev/latest/docs/configuration/filtering/
 */
function ofTrivy(line: string): readonly ForeignComment[] {
  const words = line.split(/\s+/);
  const reason = textOrNull(words.map((word) => (isIgnore(word) ? restOf(word) : word)).join(' '));
  return words.flatMap((word) => {
    const [, tool, section = ''] = ignore.exec(word) ?? [];
    return tool === undefined ? [] : [{ ...partsOf(section), tool: tool as ForeignTool, reason, reach: 'block' }];
  });
}

const ignore = /^\W{0,3}(tfsec|trivy):ignore:(.+)$/;
const isIgnore = (word: string): boolean => ignore.test(word);

/** What is written against the rule without a space, as in `tfsec:ignore:aws-s3-no-public-buckets:a reason`. */
const restOf = (word: string): string => {
  const { rest } = sectionOf(ignore.exec(word)?.[2] ?? '');
  return rest;
};

/** What narrows a suppression or ends it is kept however it is spelled: a slip must not make it wider. */
interface Section {
  readonly rule: string;
  readonly narrowedTo: string | null;
  readonly until: string | null;
  readonly rest: string;
}

function sectionOf(text: string): Section {
  const [, rule = '', inBrackets, more = ''] = /^([\w*.-]+)(?:\[([^\]]*)\]?)?(.*)$/.exec(text) ?? [];
  const [, until] = /:exp:([^:]*)/.exec(more) ?? [];
  const [, workspace] = /:ws:([^:]*)/.exec(more) ?? [];
  const rest = more.replace(/:exp:[^:]*/, '').replace(/:ws:[^:]*/, '');
  const narrowed = [inBrackets, workspace === undefined ? undefined : `workspace ${workspace}`].filter(
    (part) => part !== undefined,
  );
  return { rule, narrowedTo: narrowed.join(', ') || null, until: until ?? null, rest };
}

/** A pattern (`*`, `aws-s3-*`) names no rule. */
function partsOf(section: string): Pick<ForeignComment, 'rule' | 'narrowedTo' | 'until'> {
  const { rule, narrowedTo, until } = sectionOf(section);
  return { rule: rule === '' || rule.includes('*') ? null : rule, narrowedTo, until };
}

/**
 * `kics-scan ignore-block`, `kics-scan ignore-line`, and for a whole file `kics-scan ignore`: all rules at once;
 * `kics-scan disable=id,id`: rules in the file; `kics-scan enable=id,id`: all others.
 *
 * @see https://docs.kics.io/latest/running-kics/#using-commands-on-scanned-files-as-comments
 */
function ofKics(line: string): readonly ForeignComment[] {
  const [, command = '', ids = '', words = ''] =
    /\bkics-scan +(ignore-block|ignore-line|ignore(?![\w-])|enable=[\w,-]+|disable=([\w,-]+))(.*)/.exec(line) ?? [];
  if (command === '') return [];
  const shared = { tool: 'kics', narrowedTo: null, reason: textOrNull(words), until: null } as const;
  if (ids !== '') return idsIn(ids).map((rule) => ({ ...shared, rule, reach: 'file' }));
  const reach = command === 'ignore-line' ? 'line' : command === 'ignore-block' ? 'block' : 'file';
  return [{ ...shared, rule: null, reach }];
}

const idsIn = (list: string): readonly string[] => list.split(',').filter((id) => id !== '');

/** Words without the marks of the comment and what separates them from the ids. */
function textOrNull(words: string): string | null {
  const text = words
    .replace(/^[\s#/*:;,.-]+/, '')
    .replace(/[\s*/]+$/, '')
    .trim();
  return text === '' ? null : text;
}
