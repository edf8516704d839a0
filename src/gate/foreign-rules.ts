import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../package-folder';

/** Other tools whose suppressions are read. */
export const foreignTools = ['checkov', 'trivy', 'tfsec', 'kics', 'cfn-nag', 'cdk-nag'] as const;
export type ForeignTool = (typeof foreignTools)[number];

/** What our controls make of a rule of another tool. */
export interface ForeignRule {
  readonly tool: ForeignTool;
  /** As the tool spells it. */
  readonly id: string;
  /** Controls that ask the same, or a part of it: who suppresses the rule has accepted what they find. */
  readonly same: readonly string[];
  /** Controls that ask this among other things: who suppresses the rule has not accepted everything they find. */
  readonly wider: readonly string[];
  /** Why no control answers to it; null where one does. */
  readonly none: string | null;
}

/** `data/rules/<tool>.json`: rule ids by control, and those that nothing answers to by the reason. */
interface Table {
  readonly same: Readonly<Record<string, readonly string[]>>;
  readonly wider: Readonly<Record<string, readonly string[]>>;
  readonly none: Readonly<Record<string, readonly string[]>>;
}

/** The rule of a tool, however the id is written; undefined where the table does not have it. */
export function foreignRule(tool: ForeignTool, id: string): ForeignRule | undefined {
  for (const table of tablesOf(tool)) {
    const rule = rulesOf(table).get(keyOf(id));
    if (rule) return rule;
  }
  return undefined;
}

/** The rules of that id, whatever tool has them. */
export const foreignRulesNamed = (id: string): readonly ForeignRule[] =>
  foreignTools.flatMap((tool) => rulesOf(tool).get(keyOf(id)) ?? []);

/** All rules in the table of a tool. */
export const foreignRulesOf = (tool: ForeignTool): readonly ForeignRule[] => [...rulesOf(tool).values()];

/** The tool whose ids look like this one. */
export const toolOfId = (id: string): ForeignTool | undefined =>
  foreignTools.find((tool) => shapes[tool].test(id)) ?? undefined;

const shapes: Readonly<Record<ForeignTool, RegExp>> = {
  checkov: /^CKV\d?_\w+$/i,
  trivy: /^(?:AVD-)?AWS-\d{4}$/i,
  tfsec: /^aws-[a-z\d]+(?:-[a-z\d]+)+$/,
  kics: /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i,
  'cfn-nag': /^[FW]\d{1,5}$/,
  'cdk-nag': /^(?:AwsSolutions|HIPAA\.Security|NIST\.800\.53\.R[45]|PCI\.DSS\.321|Serverless)-\w+(?:\[.*\])?$/,
};

/** Trivy took over the rules of tfsec, and either's comments name them by the ids of both. */
const tablesOf = (tool: ForeignTool): readonly ForeignTool[] =>
  tool === 'trivy' ? ['trivy', 'tfsec'] : tool === 'tfsec' ? ['tfsec', 'trivy'] : [tool];

/**
 * One key for all spellings: `AVD-AWS-0086` is `AWS-0086`, what stands in brackets is a finding of the rule, and packs
 * of cdk-nag that call rules by their names share them.
 */
const keyOf = (id: string): string =>
  id
    .replace(/\[.*$/s, '')
    .replace(/^AVD-(?=AWS-)/i, '')
    .replace(/^(?:HIPAA\.Security|NIST\.800\.53\.R[45]|PCI\.DSS\.321)-/i, '')
    .toLowerCase();

const loaded = new Map<ForeignTool, ReadonlyMap<string, ForeignRule>>();

/** The table of a tool, read when it is first asked for. */
function rulesOf(tool: ForeignTool): ReadonlyMap<string, ForeignRule> {
  const known = loaded.get(tool);
  if (known) return known;
  const path = join(packageFolder(), 'data', 'rules', `${tool}.json`);
  const rules = indexed(tool, JSON.parse(readFileSync(path, 'utf8')) as Table);
  loaded.set(tool, rules);
  return rules;
}

function indexed(tool: ForeignTool, { same, wider, none }: Table): ReadonlyMap<string, ForeignRule> {
  const rules = new Map<string, ForeignRule>();
  const add = (id: string, more: Partial<Pick<ForeignRule, 'same' | 'wider' | 'none'>>): void => {
    const rule = rules.get(keyOf(id)) ?? { tool, id, same: [], wider: [], none: null };
    rules.set(keyOf(id), {
      ...rule,
      same: [...rule.same, ...(more.same ?? [])],
      wider: [...rule.wider, ...(more.wider ?? [])],
      none: more.none ?? rule.none,
    });
  };
  for (const [control, ids] of Object.entries(same)) for (const id of ids) add(id, { same: [control] });
  for (const [control, ids] of Object.entries(wider)) for (const id of ids) add(id, { wider: [control] });
  for (const [why, ids] of Object.entries(none)) for (const id of ids) add(id, { none: why });
  return rules;
}
