/** What a JSON document that has to do with Terraform is. */
export type DocumentKind =
  'plan' | 'state' | 'raw-state' | 'ui-log' | 'configuration' | 'encrypted' | 'saved-plan' | 'nothing' | 'other';

const planKeys = ['resource_changes', 'planned_values'];
/** Keys that a plan has, and a state has not. */
const planHints = ['output_changes', 'resource_drift', 'prior_state', 'relevant_attributes', 'variables', 'timestamp'];

/** Tells what a document is by its outermost keys. */
export function kindOf(keys: ReadonlySet<string>): DocumentKind {
  if (planKeys.some((key) => keys.has(key))) return 'plan';
  if (keys.has('@level') || keys.has('@message')) return 'ui-log';
  if (keys.has('encrypted_data')) return 'encrypted';
  if (keys.has('lineage') || (keys.has('serial') && keys.has('version'))) return 'raw-state';
  if (keys.has('configuration') || keys.has('root_module')) return 'configuration';
  if (!keys.has('format_version')) return 'other';
  return keys.has('values') ? 'state' : 'nothing';
}

const adviceByKind: Readonly<Record<Exclude<DocumentKind, 'plan'>, string>> = {
  state:
    'a Terraform state (`terraform show -json` without a plan file). Plan first: `terraform plan -out tfplan && terraform show -json tfplan > plan.json`',
  'raw-state':
    'a Terraform state file. Plan first: `terraform plan -out tfplan && terraform show -json tfplan > plan.json`',
  'ui-log':
    'the log of `terraform plan -json`, which does not show what resources will look like. Save the plan and show it: `terraform plan -out tfplan && terraform show -json tfplan > plan.json`',
  configuration:
    'a configuration without a plan. Plan first: `terraform plan -out tfplan && terraform show -json tfplan > plan.json`',
  encrypted: 'an encrypted OpenTofu plan. Let OpenTofu show it: `tofu show -json tfplan > plan.json`',
  'saved-plan':
    'a saved plan in Terraform’s own format (or another zip archive). Make JSON of it: `terraform show -json tfplan > plan.json`, then `demarc check plan.json --source DIR` with the folder of its source. Or let Demarc ask for it: `demarc check tfplan --run-terraform` runs the terraform (or tofu) program, and thereby provider code of the checked repository',
  nothing:
    'JSON of `terraform show` without a plan in it. Name the saved plan: `terraform show -json tfplan > plan.json`',
  other: 'no Terraform plan in JSON. Make one: `terraform plan -out tfplan && terraform show -json tfplan > plan.json`',
};

/** What a document is, and how to get a plan instead: the clause behind "this is". */
export const adviceFor = (kind: Exclude<DocumentKind, 'plan'>): string => adviceByKind[kind];

/**
 * Tells what a document is by its beginning, as text; the beginning may end anywhere. Where what is seen fits a plan as
 * well as something else, it is a plan: the reader knows better once it has seen the whole.
 */
export function classifyHead(head: string): DocumentKind {
  if (head.startsWith('PK\u0003\u0004')) return 'saved-plan';
  const start = documentStart(head);
  if (start === undefined) return 'other';
  const { keys, complete } = outermostKeys(head, start);
  const kind = kindOf(keys);
  const open = !complete && keys.has('format_version');
  if (kind === 'configuration') return open && keys.has('configuration') ? 'plan' : kind;
  if (kind !== 'nothing' && kind !== 'other') return kind;
  if (planHints.some((key) => keys.has(key)) && keys.has('format_version')) return 'plan';
  return open ? 'plan' : kind;
}

export const looksLikeTerraformPlan = (head: string): boolean => classifyHead(head) === 'plan';

/** Where the first line begins that opens an object; lines of wrappers may come before. */
function documentStart(head: string): number | undefined {
  for (let at = 0; at < head.length; at++) {
    const character = head.charAt(at);
    if (character === '{' && /^\{\s*["}]/u.test(head.slice(at, at + 100))) return at;
    if (' \t\r\n,[]\uFEFF'.includes(character)) continue;
    const end = head.indexOf('\n', at);
    if (end === -1) return undefined;
    at = end;
  }
  return undefined;
}

function outermostKeys(
  head: string,
  start: number,
): { readonly keys: ReadonlySet<string>; readonly complete: boolean } {
  const keys = new Set<string>();
  let depth = 0;
  for (let at = start; at < head.length; at++) {
    const character = head[at];
    if (character === '"') {
      const end = endOfString(head, at);
      if (depth === 1 && /^\s*:/u.test(head.slice(end + 1, end + 20))) keys.add(head.slice(at + 1, end));
      // What else a plan has is no matter, and it may be long.
      if (depth === 1 && planKeys.some((key) => keys.has(key))) break;
      at = end;
    } else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return { keys, complete: true };
  }
  return { keys, complete: false };
}

function endOfString(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - backslashes - 1] === '\\') backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}
