import { foreignRule, foreignTools, type ForeignRule, type ForeignTool } from './foreign-rules';
import type { Waiver } from './waivers';

/** What somebody told another tool to pass over. */
export interface Suppression {
  readonly tool: ForeignTool;
  /** The id of the rule as written; null where it is for all rules. */
  readonly rule: string | null;
  /** What narrows it to a part of what the rule finds: a finding in brackets, a workspace, a property. */
  readonly narrowedTo: string | null;
  readonly reason: string | null;
  /** The last day on which it counts, where the tool has such a thing. */
  readonly until: string | null;
  /** What it is for, for people. */
  readonly resource: string;
  /** The resources (`Resource.id`) that it is for. */
  readonly ids: readonly string[];
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
}

/** What suppressions come to. */
export interface Honoured {
  readonly waivers: readonly Waiver[];
  /** Of those that do not count, for people. */
  readonly notes: readonly string[];
}

/** Suppressions as waivers of our controls: of the tools that the configuration names, and where the mapping is certain. */
export function honoured(suppressions: readonly Suppression[], honour: readonly string[]): Honoured {
  const counted = suppressions.filter(({ tool }) => honour.includes(tool)).map(mapped);
  return {
    waivers: counted.flatMap(({ suppression, rule, counts }) => (rule && counts ? waiversOf(suppression, rule) : [])),
    notes: [
      ...foreignTools.flatMap((tool) => notesOn(tool, counted)),
      ...strangers(suppressions.filter(({ tool }) => !honour.includes(tool))),
    ],
  };
}

interface Mapped {
  readonly suppression: Suppression;
  readonly rule: ForeignRule | undefined;
  /** Whether it waives something of ours. */
  readonly counts: boolean;
}

function mapped(suppression: Suppression): Mapped {
  const { tool, rule: id, narrowedTo } = suppression;
  const rule = id === null ? undefined : foreignRule(tool, id);
  return { suppression, rule, counts: narrowedTo === null && (rule?.same.length ?? 0) > 0 };
}

const waiversOf = (
  { tool, reason, until, resource, ids, file, line, column }: Suppression,
  { id, same }: ForeignRule,
): readonly Waiver[] =>
  same.map((control) => ({
    control,
    resource,
    ids,
    reason,
    owner: null,
    until,
    ticket: null,
    source: tool,
    rule: id,
    file,
    line,
    column,
  }));

function notesOn(tool: ForeignTool, all: readonly Mapped[]): readonly string[] {
  const left = all.filter(({ suppression, counts }) => suppression.tool === tool && !counts);
  const partial = left.filter(({ rule }) => rule?.none === null);
  const unanswered = left.filter((one) => !partial.includes(one));
  const unnamed = unanswered.filter(({ suppression }) => suppression.rule === null);
  const named = unanswered.filter(({ suppression }) => suppression.rule !== null);
  return [
    ...noteOn(named, ({ suppression }) => suppression.rule ?? '', {
      one: `suppression of ${tool} names a rule that no control here answers to`,
      many: `suppressions of ${tool} name rules that no control here answers to`,
    }),
    ...noteOn(partial, partOf, {
      one: `suppression of ${tool} is for a part of what a control here asks, and does not count`,
      many: `suppressions of ${tool} are for a part of what controls here ask, and do not count`,
    }),
    ...noteOn(unnamed, ({ suppression }) => suppression.resource, {
      one: `suppression of ${tool} names no rule, and does not count`,
      many: `suppressions of ${tool} name no rule, and do not count`,
    }),
  ];
}

function partOf({ suppression, rule }: Mapped): string {
  const controls = [...(rule?.same ?? []), ...(rule?.wider ?? [])];
  const narrowed = suppression.narrowedTo === null ? '' : `[${suppression.narrowedTo}]`;
  return `${suppression.rule ?? ''}${narrowed} (${controls.join(', ')})`;
}

function noteOn(
  found: readonly Mapped[],
  nameOf: (one: Mapped) => string,
  { one, many }: { readonly one: string; readonly many: string },
): readonly string[] {
  if (found.length === 0) return [];
  const names = [...new Set(found.map(nameOf))];
  const more = names.length > namesAtMost ? ` and ${String(names.length - namesAtMost)} more` : '';
  const listed = names.slice(0, namesAtMost).join(', ');
  return [`${String(found.length)} ${found.length === 1 ? one : many}: ${listed}${more}`];
}

const namesAtMost = 20;

/** One quiet note on the tools that the configuration does not honour, and on how to. */
function strangers(suppressions: readonly Suppression[]): readonly string[] {
  if (suppressions.length === 0) return [];
  const tools = foreignTools.filter((tool) => suppressions.some((one) => one.tool === tool));
  const counts = tools.map((tool) => `${tool} ${String(suppressions.filter((one) => one.tool === tool).length)}`);
  const noun = suppressions.length === 1 ? 'suppression of another tool is' : 'suppressions of other tools are';
  return [
    `${String(suppressions.length)} ${noun} not counted (${counts.join(', ')}); to honour them: "waivers: { honour: [${tools.join(', ')}] }"`,
  ];
}
