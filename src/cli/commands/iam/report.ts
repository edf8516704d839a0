import { printable, printableJson } from '../../../reports/printable';
import type { Outcome } from './outcome';

export const asJson = (outcome: Outcome): string => `${printableJson(JSON.stringify(outcome, null, 2))}\n`;

/** The result and its message, the reasons, and the request that shows it. */
export function asText({ result, message, reasons, witness }: Outcome): string {
  const rows = witness
    ? [
        ['action', witness.action],
        ['resource', witness.resource],
        ...(witness.principal === undefined ? [] : [['principal', witness.principal]]),
        ...Object.entries(witness.context).map(([key, values]) => [
          'context',
          `${key} = ${values === null ? '(missing)' : values.join(', ')}`,
        ]),
      ]
    : [];
  return (
    [
      `${result}  ${message}`,
      ...reasons.map(({ description }) => `  ${description}`),
      ...(witness ? ['', '  A request that shows it:'] : []),
      ...rows.map(([name = '', value = '']) => `    ${name.padEnd(9)}  ${value}`),
    ]
      .map(printable)
      .join('\n') + '\n'
  );
}
