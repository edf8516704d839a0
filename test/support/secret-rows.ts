import { refer, system, unknown, type Properties, type Row, type Table } from './row';

/** A property that holds a secret, in each vocabulary. */
export interface SecretPlace {
  readonly cloudformation: string | null;
  readonly terraform: string | null;
  readonly inCloudformation?: (secret: unknown) => Properties;
  readonly inTerraform?: (secret: unknown) => Properties;
}

/** Rows for a secret that people write where a reference belongs. */
export function secretTable({ cloudformation, terraform, inCloudformation: c, inTerraform: t }: SecretPlace): Table {
  const written = 'not-a-real-secret';
  const password = { password: { type: 'random_password', properties: { length: 32 } } };
  const both = (secret: unknown) => [c?.(secret) ?? null, t?.(secret) ?? null] as const;
  const rows: readonly Row[] = [
    ['fail', 'it is written', ...both(written)],
    ['silent', 'none is set', ...both(undefined)],
    ...(c
      ? ([
          ['fail', 'it is a parameter that is not masked', c(unknown), null],
          ['pass', 'Secrets Manager keeps it', c('{{resolve:secretsmanager:ours}}'), null],
        ] as const)
      : []),
    ...(t
      ? ([
          ['undecided', 'nobody knows where it comes from', null, t(unknown)],
          ['pass', 'another resource makes it', null, system(t(refer('password', 'result')), password)],
        ] as const)
      : []),
  ];
  return { cloudformation, terraform, rows };
}
