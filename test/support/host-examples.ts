import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';

/** What the repository ships for the places that run it, and what docs/hosts.md shows. */

const root = join(__dirname, '../..');
export const text = (name: string): string => readFileSync(join(root, name), 'utf8');
export const { version } = JSON.parse(text('package.json')) as { readonly version: string };

export interface Field {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

export interface Action {
  readonly inputs: Readonly<Record<string, Field>>;
  readonly outputs: Readonly<Record<string, Field & { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

export interface Step {
  readonly id: string;
  readonly shell: string;
  readonly run: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface Job {
  readonly variables: Readonly<Record<string, { readonly value: string; readonly expand: boolean }>>;
  readonly script: readonly string[];
  readonly artifacts: {
    readonly when: string;
    readonly paths: readonly string[];
    readonly reports: Readonly<Record<string, string>>;
  };
}

export interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args?: readonly string[];
  readonly language: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}

export const action = parse(text('action.yml')) as Action;
export const [header, template] = parseAllDocuments(text('templates/gitlab-ci.yml')).map(
  (one) => one.toJS() as unknown,
) as [{ readonly spec: { readonly inputs: Readonly<Record<string, Field>> } }, Readonly<Record<string, Job>>];
export const hooks = parse(text('.pre-commit-hooks.yaml')) as readonly Hook[];

export const page = text('docs/hosts.md');
/** A section of the page. */
export const sectionOf = (name: string): string => page.split(`\n## ${name}\n`)[1]?.split('\n## ')[0] ?? '';

/** The YAML that a section of the page shows. */
export const examplesOf = (section: string): readonly unknown[] =>
  [...sectionOf(section).matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => parse(yaml) as unknown);

export const [atlantis] = examplesOf('Atlantis') as readonly {
  readonly workflows: {
    readonly demarc: { readonly policy_check: { readonly steps: readonly (string | { readonly run: string })[] } };
  };
}[];
export const policyCheck = atlantis?.workflows.demarc.policy_check.steps
  .map((one) => (typeof one === 'string' ? '' : one.run))
  .join('\n');
export const [spacelift] = examplesOf('Spacelift') as readonly {
  readonly stack_defaults: { readonly after_plan: readonly string[] };
}[];
export const afterPlan = spacelift?.stack_defaults.after_plan.join('\n');

export const step = (id: string): Step => {
  const found = action.runs.steps.find((one) => one.id === id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};

/** Values that would do something in a shell, in a workflow command or in a command line. */
export const hostile = [
  '$(touch pwned)',
  '`touch pwned`',
  "a b; touch pwned; echo '",
  'x" && touch pwned && echo "',
  '--help',
  '${HOME} $HOME %PATH% * ? [a-z]',
  '\\',
];
