import type { Expression } from '../syntax';
import type { InstanceKey } from './module';

export const withKey = (address: string, key: InstanceKey | undefined): string =>
  key === undefined ? address : `${address}[${typeof key === 'number' ? String(key) : quoted(key)}]`;

/** As Terraform writes keys: what would begin a template is escaped. */
const quoted = (key: string): string =>
  JSON.stringify(key).replace(/[$%]\{/gu, (opening) => `${opening.charAt(0)}${opening}`);

export const within = (module: string, local: string): string => (module === '' ? local : `${module}.${local}`);

/** The address that an expression names (`module.a.aws_kms_key.main["x"]`); undefined where it is none. */
export function addressOf(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== 'traversal' || expression.from.kind !== 'variable') return undefined;
  let address = expression.from.name;
  for (const step of expression.steps) {
    if (step.kind === 'attribute-step') address += `.${step.name}`;
    else if (step.kind === 'splat-step' || step.key.kind !== 'literal') return undefined;
    else if (typeof step.key.value === 'number' || typeof step.key.value === 'string') address = withKey(address, step.key.value);
    else return undefined;
  }
  return address;
} // prettier-ignore
