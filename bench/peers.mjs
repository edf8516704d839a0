import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const onPath = (program) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });

/**
 * Other scanners and how they read the same plan; without a command where they are not on the PATH. OPA and Conftest bring
 * no policies of their own, so what they take is reading alone.
 *
 * @see https://www.checkov.io/7.Scan%20Examples/Terraform%20Plan%20Scanning.html
 * @see https://trivy.dev/docs/latest/coverage/iac/terraform/
 * @see https://www.openpolicyagent.org/docs/cli
 * @see https://www.conftest.dev/
 */
export function peers(plan) {
  const commands = {
    checkov: ['--framework', 'terraform_plan', '--quiet', '--compact', '--file', plan],
    trivy: ['config', '--quiet', '--skip-check-update', '--skip-version-check', plan],
    opa: ['eval', '--format', 'raw', '--input', plan, 'count(input.resource_changes)'],
    conftest: ['test', '--policy', join(import.meta.dirname, 'policy'), plan],
  };
  return Object.entries(commands).map(([name, rest]) => {
    const program = onPath(name);
    return { name, ...(program && { command: [program, ...rest] }) };
  });
}
