import { controls } from '../src/controls';
import { judge, judgeChange } from '../src/judge';
import type { Judgement, KeptPasses } from '../src/judgement';
import { ResourceGraph } from '../src/model/graph';
import type { Input } from '../src/readers/input';
import { services } from '../src/services';
import type { Context, Service } from '../src/services/service';
import { pairs } from './changes/pairs';
import { planOf } from './changes/plan';

const context: Context = { today: '2026-11-24', assume: {}, providerVersion: () => undefined };

const said = ({ findings, passes, unclassified, errors }: Judgement) => ({
  findings: findings.map(({ control, subject, verdict, noun, service }) => ({
    control,
    subject: subject.id,
    verdict,
    noun,
    service,
  })),
  passes: Object.fromEntries([...passes].map(([{ id }, names]) => [id, names.toSorted()])),
  unclassified: unclassified.map(({ id }) => id),
  errors,
});

/** The two graphs of a plan, as if nothing were one object in both. */
const apart = ({ after, before }: Input) => ({ after, before: before ?? new ResourceGraph([]) });

const byName = (one: object, other: object): number => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);

describe.each(Object.entries(pairs))('%s: both graphs are judged as each alone', (_, pair) => {
  const graphs = apart(planOf(pair));
  const together = judgeChange(graphs, services, controls, context, 'verdict');
  const whole = judgeChange(graphs, services, controls, context);

  const sorted = ({ findings, ...rest }: ReturnType<typeof said>) => ({ ...rest, findings: findings.toSorted(byName) });

  test('after', () => {
    expect(said(together.after)).toEqual(said(judge(graphs.after, services, controls, context, 'verdict')));
    expect(said(whole.after)).toEqual(said(judge(graphs.after, services, controls, context)));
  });

  test('before', () => {
    const alone = (passes: KeptPasses) => said(judge(graphs.before, services, controls, context, passes));
    expect(sorted(said(together.before))).toEqual(sorted(alone('verdict')));
    expect(sorted(said(whole.before))).toEqual(sorted(alone('whole')));
  });
});

describe('how often a service is asked', () => {
  /** How often each address was asked about. */
  const asked = (change: Parameters<typeof planOf>[0], beside?: true): Readonly<Record<string, number>> => {
    const count: Record<string, number> = {};
    const counting = services.map((service): Service => ({
      ...service,
      ...(beside && { beside }),
      *facts(resource, graph, given) {
        count[resource.address] = (count[resource.address] ?? 0) + 1;
        yield* service.facts(resource, graph, given);
      },
    }));
    judgeChange(apart(planOf(change)), counting, controls, context);
    return count;
  };
  const bucket = { bucket: 'data' };
  const block = { bucket: 'data', block_public_acls: true };
  const [a, b] = ['aws_s3_bucket.a', 'aws_s3_bucket_public_access_block.b'];
  const open = { controls: [], changes: {} };

  test('once where nothing changes', () => {
    const declared = { [a]: bucket, [b]: block, 'aws_sqs_queue.q': { name: 'q' } };
    expect(asked({ ...open, before: declared, after: declared })).toEqual({ [a]: 1, [b]: 1, 'aws_sqs_queue.q': 1 });
  });

  test('twice by a plugin, which may know more of a graph than it asks', () => {
    const declared = { [a]: bucket };
    expect(asked({ ...open, before: declared, after: declared }, true)).toEqual({ [a]: 2 });
  });

  test('twice where it changes itself', () => {
    expect(asked({ ...open, before: { [a]: bucket }, after: { [a]: { ...bucket, force_destroy: true } } })).toEqual({
      [a]: 2,
    });
  });

  test.each([
    ['changes', { [a]: bucket, [b]: { ...block, block_public_acls: false } }],
    ['goes away', { [a]: bucket }],
  ])('twice where a companion %s', (_, after) => {
    expect(asked({ ...open, before: { [a]: bucket, [b]: block }, after })).toMatchObject({ [a]: 2 });
  });

  test('twice where a companion is new', () => {
    const declared = { [a]: bucket };
    expect(asked({ ...open, before: declared, after: { ...declared, [b]: block } })).toEqual({ [a]: 2, [b]: 1 });
  });

  test('twice where an index of the whole graph says something else of it', () => {
    const queue = { name: 'q', arn: 'arn:aws:sqs:eu-west-1:111122223333:q' };
    const sender = {
      name: 's',
      redrive_policy: JSON.stringify({ deadLetterTargetArn: queue.arn, maxReceiveCount: 3 }),
    };
    const before = { 'aws_sqs_queue.q': queue };
    expect(asked({ ...open, before, after: { ...before, 'aws_sqs_queue.s': sender } })).toEqual({
      'aws_sqs_queue.q': 2,
      'aws_sqs_queue.s': 1,
    });
  });
});
