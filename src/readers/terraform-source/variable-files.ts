import { join } from 'node:path';
import type { ModuleFile } from '../../hcl';
import type { Checkout } from './checkout';
import { openFile } from './module-files';

/** Files with values for the root module's variables, each stronger than those before it. */
export interface VariableFiles {
  readonly files: readonly ModuleFile[];
  readonly problems: readonly string[];
}

/**
 * `terraform.tfvars` and `*.auto.tfvars`, which Terraform takes by itself; then those that were named.
 *
 * @see https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
 */
export function variableFilesIn(checkout: Checkout, folder: string): VariableFiles {
  const names = checkout.filesIn(folder) ?? [];
  const taken = [
    ...['terraform.tfvars', 'terraform.tfvars.json'].filter((name) => names.includes(name)),
    ...names.filter((name) => /\.auto\.tfvars(?:\.json)?$/u.test(name)),
  ];
  const files = taken.map((name) => openFile(checkout, join(folder, name)));
  return {
    files: files.flatMap((file) => ('source' in file ? [file] : [])),
    problems: files.flatMap((file) => ('problem' in file ? [file.problem] : [])),
  };
}
