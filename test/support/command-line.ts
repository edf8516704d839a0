import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../src/cli/run';
import { temporaryFolder } from './temporary-folder';

/** A folder with files that is gone after the tests. A name that ends in a slash is an empty folder. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith('/') ? path : dirname(path), { recursive: true });
    if (!name.endsWith('/')) writeFileSync(path, content);
  }
  return folder;
}

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a folder, in this process, with nothing of its environment. */
export function demarcIn(
  folder: string,
  argv: readonly string[],
  more: {
    readonly input?: string | Buffer;
    readonly width?: number;
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Ran {
  const before = process.cwd();
  let out = '';
  let err = '';
  process.chdir(folder);
  try {
    const code = run(argv, {
      out: (text) => (out += text),
      err: (text) => (err += text),
      input: () => Buffer.from(more.input ?? ''),
      terminal: more.width === undefined ? undefined : { width: more.width },
      env: more.env ?? {},
    });
    if (typeof code !== 'number') throw new Error('this takes its time: use demarcLaterIn');
    return { code, out, err };
  } finally {
    process.chdir(before);
  }
}

/** The same for what takes its time. */
export async function demarcLaterIn(folder: string, argv: readonly string[]): Promise<Ran> {
  const before = process.cwd();
  let out = '';
  let err = '';
  process.chdir(folder);
  try {
    const code = await run(argv, {
      out: (text) => (out += text),
      err: (text) => (err += text),
      input: () => Buffer.from(''),
      terminal: undefined,
      env: {},
    });
    return { code, out, err };
  } finally {
    process.chdir(before);
  }
}

/** A template with one volume that nobody encrypts, or that somebody does. */
export const volume = (encrypted: boolean): string =>
  JSON.stringify(
    {
      Resources: { Data: { Type: 'AWS::EC2::Volume', Properties: { Size: 8, ...(encrypted && { Encrypted: true }) } } },
    },
    null,
    2,
  );

/** A plan that creates one volume. */
export const plan = (encrypted: boolean, more: Readonly<Record<string, unknown>> = {}): string => {
  const values = { availability_zone: 'eu-west-1a', size: 8, encrypted };
  const identity = { address: 'aws_ebs_volume.data', mode: 'managed', type: 'aws_ebs_volume', name: 'data' };
  const provider = 'registry.terraform.io/hashicorp/aws';
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: { root_module: { resources: [{ ...identity, provider_name: provider, values }] } },
    resource_changes: [
      {
        ...identity,
        provider_name: provider,
        change: { actions: ['create'], before: null, after: values, after_unknown: {} },
      },
    ],
    configuration: {
      provider_config: { aws: { name: 'aws', full_name: provider } },
      root_module: {
        resources: [
          {
            ...identity,
            provider_config_key: 'aws',
            expressions: {
              availability_zone: { constant_value: 'eu-west-1a' },
              size: { constant_value: 8 },
              encrypted: { constant_value: encrypted },
            },
            schema_version: 0,
          },
        ],
      },
    },
    ...more,
  });
};
