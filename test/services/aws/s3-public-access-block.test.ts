import { controls } from '../../../src/controls';
import { judge } from '../../../src/judge';
import { ResourceGraph } from '../../../src/model/graph';
import { Property } from '../../../src/model/property';
import type { Raw } from '../../../src/model/raw';
import type { Action, Resource } from '../../../src/model/resource';
import { services } from '../../../src/services';

const resource = (name: string, type: string, action: Action, properties: Raw): Resource => ({
  id: name,
  address: `${type}.${name}`,
  type,
  vocabulary: 'terraform',
  properties: new Property(properties, { id: name }),
  mode: 'managed',
  action,
  document: 'plan.json',
});

const block = (properties: Raw = {}): Resource =>
  resource('guard', 'aws_s3_bucket_public_access_block', 'delete', {
    bucket: 'records',
    block_public_acls: true,
    ...(properties as object),
  });

/** The verdict on the bucket `records` when the blocks are deleted. */
function verdict(action: Action, removed: readonly Resource[], others: readonly Resource[] = []): string | undefined {
  const bucket = resource('records', 'aws_s3_bucket', action, { bucket: 'records' });
  const blocked = controls.filter(({ id }) => id === 'public-access-blocked');
  const { findings } = judge(new ResourceGraph([bucket, ...others], removed), services, blocked, {
    today: '2026-11-24',
    providerVersion: () => undefined,
    assume: {},
  });
  return findings.find(({ subject }) => subject === bucket)?.verdict;
}

describe('a public access block that is deleted', () => {
  test('leaves its bucket open', () => {
    expect(verdict('no-op', [block()])).toBe('fail');
    expect(verdict('update', [block()])).toBe('fail');
  });

  test('is not the only one the bucket could have had', () => {
    expect(verdict('no-op', [])).toBe('undecided');
    expect(verdict('no-op', [block({ bucket: 'elsewhere' })])).toBe('undecided');
  });

  test('stays in place when it is only forgotten', () => {
    expect(verdict('no-op', [block({ skip_destroy: true })])).toBe('undecided');
  });

  test('says nothing of the bucket that takes the place of the old one', () => {
    expect(verdict('replace', [block()])).toBe('pass');
  });

  test('does not matter where another takes its place', () => {
    const successor = resource('successor', 'aws_s3_bucket_public_access_block', 'create', {
      bucket: 'records',
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(verdict('no-op', [block()], [successor])).toBe('pass');
  });
});

test("an account's block counts in its own document, and may count in another", () => {
  const on = { block_public_acls: true, ignore_public_acls: true, block_public_policy: true, restrict_public_buckets: true }; // prettier-ignore
  const account = resource('account', 'aws_s3_account_public_access_block', 'create', on);
  expect(verdict('no-op', [block()], [account])).toBe('pass');
  expect(verdict('no-op', [block()], [{ ...account, document: 'other.json' }])).toBe('undecided');
});
