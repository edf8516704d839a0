import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { judgePlan, type JudgingOptions } from '../../src/hosts/run-task/judge-plan';
import { judgingInThread, type Judge } from '../../src/hosts/run-task/judging';
import { outcomesOf } from '../../src/hosts/run-task/outcomes';
import { wait, type Wait } from '../../src/hosts/run-task/retries';
import { createRunTaskServer, type RunTaskOptions } from '../../src/hosts/run-task/server';
import type { Outcome, TaskResult } from '../../src/hosts/run-task/task-result';
import { demarcLaterIn, folderWith, plan } from '../support/command-line';
import { archive, fakeTerraform, planPath, type Answer, type FakeTerraform } from './fake-terraform';

/** @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run-tasks/run-tasks-integration#sample-payload */
const sample = JSON.parse(readFileSync('fixtures/hosts/run-task-request.json', 'utf8')) as Readonly<
  Record<string, unknown>
>;
const token = String(sample['access_token']);
const key = 'a key that two sides know';
const sign = (body: string, by = key): string => createHmac('sha512', by).update(body).digest('hex');

const endings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

const judging = (more: Partial<JudgingOptions> = {}): JudgingOptions => ({
  gate: {},
  config: undefined,
  from: process.cwd(),
  ...more,
});

/** Judges in this thread. */
const judgeHere =
  (more: Partial<JudgingOptions> = {}): Judge =>
  (bytes) =>
    Promise.resolve(judgePlan(bytes, judging(more)));

interface Setting {
  readonly terraform: FakeTerraform;
  readonly log: readonly string[];
  readonly pauses: readonly number[];
  readonly post: (body: string, headers?: Readonly<Record<string, string>>, path?: string) => Promise<Response>;
  /** Sends the sample with changes, and gives what HCP Terraform was told in the end. */
  readonly run: (changes?: Readonly<Record<string, unknown>>) => Promise<TaskResult['data']>;
  readonly stop: (grace: number) => Promise<void>;
  readonly url: string;
}

/** A server, and the fake that calls it. Pauses of less than a minute pass at once. */
async function setting(
  content: string | Buffer,
  more: {
    readonly answers?: { readonly GET?: readonly Answer[]; readonly PATCH?: readonly Answer[] };
    readonly options?: Partial<RunTaskOptions>;
    readonly hosts?: readonly string[];
    readonly wait?: Wait;
  } = {},
): Promise<Setting> {
  const terraform = await fakeTerraform(content, more.answers);
  const log: string[] = [];
  const pauses: number[] = [];
  const waiting: Wait = async (milliseconds, signal) => {
    if (milliseconds > 60_000) return wait(milliseconds, signal);
    pauses.push(milliseconds);
    await wait(1, signal);
  };
  const server = createRunTaskServer({
    key,
    connection: { fetch: terraform.fetch, wait: more.wait ?? waiting, hosts: more.hosts ?? ['app.terraform.io'] },
    judge: judgeHere(),
    concurrency: 2,
    log: (line) => log.push(line),
    ...more.options,
  });
  const url = `http://127.0.0.1:${String(await server.listen(0, '127.0.0.1'))}`;
  endings.push(terraform.close, () => server.stop(0));
  const post: Setting['post'] = (body, headers = { 'x-tfc-task-signature': sign(body) }, path = '/') =>
    fetch(`${url}${path}`, { method: 'POST', body, headers });
  const run: Setting['run'] = async (changes = {}) => {
    expect((await post(JSON.stringify({ ...sample, ...changes }))).status).toBe(200);
    return terraform.lastWord();
  };
  return { terraform, log, pauses, post, run, stop: server.stop, url };
}

const outcomesIn = (told: TaskResult['data'] | undefined): readonly Outcome[] =>
  told?.relationships?.outcomes.data ?? [];

describe('a run', () => {
  test('of a plan with a fault fails, with the fault as an outcome', async () => {
    const { terraform, run } = await setting(plan(false));
    const last = await run();
    expect(last).toEqual({
      type: 'task-results',
      attributes: { status: 'failed', message: expect.stringMatching(/^gate blocked: 1 blocking, /) as unknown },
    });
    const told = terraform.told();
    expect(told.map(({ attributes }) => attributes.status)).toEqual(['running', 'running', 'failed']);
    expect(outcomesIn(told[1])[0]).toEqual({
      type: 'task-result-outcomes',
      attributes: {
        'outcome-id': expect.stringMatching(/^storage-encrypted-[0-9a-f]{32}$/) as unknown,
        description: expect.stringContaining('aws_ebs_volume.data is not encrypted') as unknown,
        tags: {
          Status: [{ label: 'Blocks', level: 'error' }],
          Severity: [{ label: 'High', level: 'error' }],
          Area: [{ label: 'data-at-rest', level: 'none' }],
          Responsible: [{ label: 'customer', level: 'none' }],
          Change: [{ label: 'introduced', level: 'none' }],
        },
        body: expect.stringContaining('**Why it matters**: ') as unknown,
      },
    });
    expect(terraform.asked.filter(({ method }) => method === 'PATCH')).toEqual(
      told.map(
        () =>
          expect.objectContaining({
            url: sample['task_result_callback_url'],
            authorization: `Bearer ${token}`,
            contentType: 'application/vnd.api+json',
          }) as unknown,
      ),
    );
  });

  test('of a sound plan passes', async () => {
    const { run } = await setting(plan(true));
    expect((await run()).attributes).toEqual({
      status: 'passed',
      message: expect.stringMatching(/^gate open: 0 blocking, /) as unknown,
    });
  });

  test('that takes no outcomes gets none', async () => {
    const { terraform, run } = await setting(plan(false));
    expect((await run({ capabilities: {} })).attributes.status).toBe('failed');
    expect(terraform.told().flatMap(outcomesIn)).toEqual([]);
  });

  test.each(['pre_apply', 'post_apply'])('at the stage %s is judged as well', async (stage) => {
    const { run } = await setting(plan(true));
    expect((await run({ stage })).attributes.status).toBe('passed');
  });

  test.each([
    ['pre_plan', { plan_json_api_url: undefined }, 'there is no plan at the stage pre-plan'],
    ['post_destroy', {}, 'this stage is not known'],
    ['post_plan', { plan_json_api_url: null }, 'the request names no plan'],
  ])('at the stage %s with %j has failed', async (stage, more, message) => {
    const { terraform, run } = await setting(plan(true));
    const { attributes } = await run({ stage, ...more });
    expect(attributes).toEqual({ status: 'failed', message: expect.stringContaining(message) as unknown });
    expect(terraform.asked.filter(({ method }) => method === 'GET')).toEqual([]);
  });

  test.each([
    ['is errored', readFileSync('fixtures/plans/errored.json', 'utf8'), 'could not judge everything'],
    ['is damaged', plan(true).slice(0, -10), 'the JSON is damaged'],
    ['is none', '{"errors":[]}', 'could not judge everything'],
    ['is empty', '', 'could not judge everything'],
  ])('whose plan %s has failed', async (_, content, message) => {
    const { run } = await setting(content);
    expect((await run()).attributes).toEqual({
      status: 'failed',
      message: expect.stringContaining(message) as unknown,
    });
  });

  test('is judged by the configuration of the server', async () => {
    const folder = folderWith({
      'off.yaml': 'controls: { storage-encrypted: off }\n',
      'broken.yaml': 'presett: strict\n',
    });
    const off = await setting(plan(false), { options: { judge: judgeHere({ config: 'off.yaml', from: folder }) } });
    expect((await off.run()).attributes.status).toBe('passed');
    const broken = await setting(plan(true), {
      options: { judge: judgeHere({ config: 'broken.yaml', from: folder }) },
    });
    expect((await broken.run()).attributes).toEqual({
      status: 'failed',
      message: expect.stringContaining('could not judge: broken.yaml') as unknown,
    });
  });

  test('whose judging breaks has failed, and says no more than that', async () => {
    const judge: Judge = () => Promise.reject(new TypeError(`cannot read ${token}`));
    const { run, log } = await setting(plan(true), { options: { judge } });
    expect((await run()).attributes).toEqual({
      status: 'failed',
      message: 'could not judge: internal error (TypeError)',
    });
    expect(log.join()).not.toContain(token);
  });

  test('that is asked for twice is one task', async () => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const judge: Judge = (bytes) => held.then(() => judgePlan(bytes, judging()));
    const { terraform, post } = await setting(plan(true), { options: { judge } });
    const body = JSON.stringify(sample);
    expect((await post(body)).status).toBe(200);
    expect((await post(body)).status).toBe(200);
    go();
    await terraform.lastWord();
    expect(terraform.told().filter(({ attributes }) => attributes.status === 'passed')).toHaveLength(1);
  });

  test('says that it is at it while it takes long', async () => {
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    let news = 0;
    const impatient: Wait = async (milliseconds, signal) => {
      if (milliseconds > 60_000 && ++news > 2) go();
      await wait(news > 2 ? milliseconds : 1, signal);
    };
    const judge: Judge = (bytes) => held.then(() => judgePlan(bytes, judging()));
    const { terraform, run } = await setting(plan(true), { options: { judge }, wait: impatient });
    await run();
    const said = terraform.told().map(({ attributes: { status, message } }) => [status, message]);
    expect(said.filter(([, message]) => message === 'Demarc is at it')).toHaveLength(2);
    expect(said.at(-1)?.[0]).toBe('passed');
  });
});

describe('the token', () => {
  test('goes to the trusted host, never to where that redirects, and into no log', async () => {
    const { terraform, run, log } = await setting(plan(false));
    await run();
    const asked = terraform.asked.filter(({ method }) => method === 'GET');
    expect(asked.map(({ url, authorization }) => [url, authorization])).toEqual([
      [`https://app.terraform.io${planPath}`, `Bearer ${token}`],
      [archive, undefined],
    ]);
    expect(log.length).toBeGreaterThan(0);
    expect(log.join('\n')).not.toContain(token);
    expect(log.join('\n')).not.toContain('secret');
  });

  test.each([
    ['another host', 'https://evil.example/plan'],
    ['plain text', `http://app.terraform.io${planPath}`],
    ['another port', `https://app.terraform.io:8443${planPath}`],
    ['a name before the host', `https://app.terraform.io@evil.example${planPath}`],
    ['a host that ends alike', `https://app.terraform.io.evil.example${planPath}`],
    ['a file', 'file:///etc/passwd'],
    ['nothing', 'no address'],
  ])('goes to no plan at %s', async (_, address) => {
    const { terraform, run } = await setting(plan(true));
    const { attributes } = await run({ plan_json_api_url: address });
    expect(attributes).toMatchObject({
      status: 'failed',
      message: expect.stringMatching(/^could not judge: /) as unknown,
    });
    expect(terraform.asked.filter(({ method }) => method === 'GET')).toEqual([]);
  });

  test('goes to no other place that wants the result', async () => {
    const { terraform, post, log, stop } = await setting(plan(true));
    await post(JSON.stringify({ ...sample, task_result_callback_url: 'https://evil.example/callback' }));
    await stop(10_000);
    expect(terraform.told()).toEqual([]);
    expect(log.join('\n')).toContain('passed (and could not say so)');
    expect(log.join('\n')).toContain('evil.example is none of the hosts that this server trusts');
  });

  test('goes to a Terraform Enterprise that the server was told of', async () => {
    const { run } = await setting(plan(true), { hosts: ['tfe.example.com:8443'] });
    const elsewhere = (key: string) => String(sample[key]).replace('app.terraform.io', 'tfe.example.com:8443');
    const changes = Object.fromEntries(
      ['plan_json_api_url', 'task_result_callback_url'].map((key) => [key, elsewhere(key)]),
    );
    expect((await run(changes)).attributes.status).toBe('passed');
  });

  test.each(['http://archivist.terraform.io/plan', '//user:secret@archivist.terraform.io/plan', ''])(
    'is not followed by a redirect to %j',
    async (location) => {
      const { terraform, run } = await setting(plan(true), {
        answers: { GET: [{ status: 307, ...(location !== '' && { headers: { location } }) }] },
      });
      expect((await run()).attributes.status).toBe('failed');
      expect(terraform.asked.filter(({ method }) => method === 'GET')).toHaveLength(1);
    },
  );

  test('a circle of redirects ends', async () => {
    const circle = { status: 307, headers: { location: `https://app.terraform.io${planPath}` } };
    const { run } = await setting(plan(true), { answers: { GET: [circle, circle, circle, circle, circle] } });
    expect((await run()).attributes.message).toBe('could not judge: app.terraform.io redirects more than 3 times');
  });
});

describe('what goes wrong on the way', () => {
  test('is tried again, with pauses that grow', async () => {
    const { run, pauses } = await setting(plan(true), {
      answers: { GET: [{ status: 204 }, { status: 503 }, { status: 429, headers: { 'retry-after': '30' } }] },
    });
    expect((await run()).attributes.status).toBe('passed');
    expect(pauses).toEqual([1000, 2000, 30_000]);
  });

  test('is tried no more than six times', async () => {
    const { run, terraform } = await setting(plan(true), {
      answers: { GET: Array(9).fill({ status: 500 }) as Answer[] },
    });
    expect((await run()).attributes).toEqual({
      status: 'failed',
      message: 'could not judge: app.terraform.io answers 500 to a request for the plan',
    });
    expect(terraform.asked.filter(({ method }) => method === 'GET')).toHaveLength(6);
  });

  test.each([401, 404, 422])('is not tried again after %d', async (status) => {
    const { run, pauses } = await setting(plan(true), { answers: { GET: [{ status }] } });
    expect((await run()).attributes.message).toContain(String(status));
    expect(pauses).toEqual([]);
  });

  test('a result is said again until it is heard', async () => {
    const { run, terraform } = await setting(plan(true), {
      answers: { PATCH: [{ status: 502 }, { status: 429 }, { status: 204 }] },
    });
    expect((await run()).attributes.status).toBe('passed');
    expect(terraform.told().filter(({ attributes }) => attributes.status === 'running')).toHaveLength(3);
  });

  test('outcomes that are refused do not cost the last word', async () => {
    const { run, log } = await setting(plan(false), { answers: { PATCH: [{ status: 422 }, { status: 422 }] } });
    expect((await run()).attributes.status).toBe('failed');
    expect(log.filter((line) => line.includes('answers 422 to a request for the result'))).toHaveLength(2);
  });

  test('nobody who answers is waited for, for a while', async () => {
    const nobody = 'https://app.terraform.io/api/v2/task-results/x/callback';
    const refusing: typeof fetch = () =>
      Promise.reject(
        new TypeError(`fetch failed: ${nobody}`, { cause: Object.assign(new Error(nobody), { code: 'ECONNREFUSED' }) }),
      );
    const { post, log, stop } = await setting(plan(true), {
      options: { connection: { fetch: refusing, wait: () => Promise.resolve(), hosts: ['app.terraform.io'] } },
    });
    // News would be said without a pause: what runs here ends before them.
    await post(JSON.stringify({ ...sample, stage: 'pre_plan' }));
    await stop(5000);
    expect(log.at(-1)).toContain('failed (and could not say so)');
    expect(log.join('\n')).toContain('app.terraform.io cannot be reached: ECONNREFUSED');
    expect(log.join('\n')).not.toContain(nobody);
  });
});

describe('a request', () => {
  const body = JSON.stringify(sample);

  test.each([
    ['none', {}],
    ['an empty one', { 'x-tfc-task-signature': '' }],
    ['that of another key', { 'x-tfc-task-signature': sign(body, 'another key') }],
    ['that of another body', { 'x-tfc-task-signature': sign(`${body} `) }],
    ['a short one', { 'x-tfc-task-signature': sign(body).slice(0, 64) }],
    ['a right one and more', { 'x-tfc-task-signature': `${sign(body)}00` }],
    ['two', { 'x-tfc-task-signature': `${sign(body)}, ${sign(body)}` }],
  ])('with a signature, but %s, is refused', async (_, headers) => {
    const { post, terraform, stop } = await setting(plan(true));
    expect((await post(body, headers as Record<string, string>)).status).toBe(401);
    await stop(0);
    expect(terraform.asked).toEqual([]);
  });

  test('needs no signature where the server says so', async () => {
    const { post, terraform } = await setting(plan(true), { options: { key: null } });
    expect((await post(body, {})).status).toBe(200);
    expect((await terraform.lastWord()).attributes.status).toBe('passed');
  });

  test('that only tries out the address is answered, and nothing else', async () => {
    const { post, terraform, stop } = await setting(plan(true));
    const trying = JSON.stringify({ ...sample, stage: 'test', access_token: 'test-token' });
    expect((await post(trying)).status).toBe(200);
    expect((await post(trying, {})).status).toBe(401);
    await stop(0);
    expect(terraform.asked).toEqual([]);
  });

  test.each([
    ['no JSON', '{', 'the body is no JSON'],
    ['no object', '[]', 'the body is no object'],
    ['of another version', JSON.stringify({ ...sample, payload_version: 2 }), 'payload_version is not 1'],
    ['without a token', JSON.stringify({ ...sample, access_token: '' }), 'access_token is no token'],
    [
      'with a token of two lines',
      JSON.stringify({ ...sample, access_token: 'a\r\nHost: b' }),
      'access_token is no token',
    ],
    ['without a task', JSON.stringify({ ...sample, task_result_id: 7 }), 'task_result_id is no text'],
  ])('that is %s is refused', async (_, bad, message) => {
    const { post } = await setting(plan(true));
    const response = await post(bad);
    expect([response.status, await response.text()]).toEqual([400, `${message}\n`]);
  });

  test('that is too large is refused', async () => {
    const { post } = await setting(plan(true));
    expect((await post('x'.repeat(300_000))).status).toBe(413);
  });

  test('goes to one place, by POST', async () => {
    const { post, url } = await setting(plan(true));
    expect((await post(body, undefined, '/other')).status).toBe(404);
    expect((await fetch(url)).status).toBe(405);
    expect((await fetch(`${url}/health`)).status).toBe(200);
    expect((await post(body, undefined, '/health')).status).toBe(405);
  });

  test('beyond a hundred tasks is put off', async () => {
    const judge: Judge = (_, signal) =>
      new Promise((__, reject) => {
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      });
    const { post, terraform, stop } = await setting(plan(true), { options: { judge } });
    const statuses = await Promise.all(
      Array.from({ length: 101 }, async (__, n) => {
        const one = JSON.stringify({ ...sample, task_result_id: `taskrs-${String(n)}` });
        return (await post(one)).status;
      }),
    );
    expect(statuses.filter((status) => status === 503)).toHaveLength(1);
    await stop(0);
    const last = terraform.told().filter(({ attributes }) => attributes.status === 'failed');
    expect(last).toHaveLength(100);
    expect(last[0]?.attributes.message).toBe('could not judge: the server is stopping; run it again');
  });

  test('names may hold anything', async () => {
    const { run, log } = await setting(plan(true));
    await run({ workspace_name: '\u001b[2J\n::error::x', run_id: `run-${'x'.repeat(5000)}` });
    expect(log.every((line) => !/\p{Cc}/u.test(line) && line.length < 1000)).toBe(true);
  });
});

describe('plans', () => {
  test('are judged a few at a time', async () => {
    let now = 0;
    let most = 0;
    let begin = (): void => undefined;
    const three = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const judge: Judge = async (bytes) => {
      most = Math.max(most, ++now);
      if (now === 3) begin();
      await three;
      await wait(5, new AbortController().signal);
      now--;
      return judgePlan(bytes, judging());
    };
    const { post, terraform } = await setting(plan(true), { options: { judge, concurrency: 3 } });
    for (let n = 0; n < 12; n++) await post(JSON.stringify({ ...sample, task_result_id: `taskrs-${String(n)}` }));
    await terraform.lastWord(12);
    expect(most).toBe(3);
  });

  const thread = { execArgv: ['-r', resolve('test/support/typescript.cjs')] };
  const never = new AbortController().signal;

  test('are judged in a thread', async () => {
    const judge = judgingInThread(judging(), thread);
    expect(await judge(Buffer.from(plan(false)), never)).toEqual(judgePlan(Buffer.from(plan(false)), judging()));
  });

  test('that take too long are given up', async () => {
    const reason = new Error('it takes too long');
    const judge = judgingInThread(judging(), thread);
    await expect(judge(Buffer.from(plan(true)), AbortSignal.abort(reason))).rejects.toBe(reason);
    const later = new AbortController();
    const judged = judge(Buffer.from(plan(true)), later.signal);
    later.abort(reason);
    await expect(judged).rejects.toBe(reason);
  });

  test('whose thread breaks have failed', async () => {
    const judge = judgingInThread(judging(), { execArgv: ['-r', resolve('test/support/no-such-file.cjs')] });
    await expect(judge(Buffer.from(plan(true)), never)).rejects.toThrow('no-such-file');
  });
});

describe('outcomes', () => {
  const hostile =
    '`x` <script>alert(1)</script> [a](javascript:b) ![i](//evil) | # **b**\n\n# T \u001b[31m \u202e @all';
  const judged = (count: number, name = 'data') => {
    const whole = JSON.parse(plan(false)) as { resource_changes: { address: string; name: string }[] };
    const [one] = whole.resource_changes;
    const resource_changes = Array.from({ length: count }, (_, n) => ({
      ...one,
      address: `aws_ebs_volume.${name}["${String(n)}"]`,
    }));
    return judgePlan(Buffer.from(JSON.stringify({ ...whole, resource_changes })), judging());
  };

  test('are the worst hundred, and the rest is counted', () => {
    const { outcomes } = judged(150);
    expect(outcomes).toHaveLength(101);
    expect(outcomes[0]?.attributes.tags['Status']).toEqual([{ label: 'Blocks', level: 'error' }]);
    expect(outcomes.at(-1)?.attributes.description).toMatch(/^and \d+ more findings$/);
    expect(Buffer.byteLength(JSON.stringify(outcomes))).toBeLessThan(1_100_000);
  });

  test('hold names that mean nothing in Markdown', () => {
    const { outcomes } = judged(1, hostile);
    expect(outcomes.length).toBeGreaterThan(0);
    for (const { attributes } of outcomes) {
      expect(attributes.description).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      const withoutCode = attributes.body.replace(/(`+) (?:(?!\1).)* \1/gu, '');
      expect(withoutCode).not.toMatch(/(?<!\\)[<>[\]!#|]/u);
      expect(attributes.body).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
      expect(attributes.body).not.toMatch(/^# T/mu);
    }
  });

  test('leave out what a more specific finding says', () => {
    const { outcomes } = judged(1);
    expect(new Set(outcomes.map(({ attributes }) => attributes['outcome-id'])).size).toBe(outcomes.length);
    expect(outcomesOf({ inputs: [] } as never)).toEqual([]);
  });
});

describe('demarc serve run-task', () => {
  const folder = folderWith({ 'broken.yaml': 'presett: strict\n', 'plugins.yaml': 'plugins: [own]\n' });

  test.each([
    [['serve'], 'say what to serve'],
    [['serve', 'run-tasks'], 'say what to serve'],
    [['serve', 'run-task'], 'set DEMARC_RUN_TASK_KEY'],
    [['serve', 'run-task', '--unsigned', '--port', 'http'], '--port: "http" is no number from 0 to 65535'],
    [['serve', 'run-task', '--unsigned', '--concurrency', '0'], '--concurrency: "0" is no number from 1 to 64'],
    [
      ['serve', 'run-task', '--unsigned', '--hostname', 'https://tfe.example.com'],
      '--hostname: "https://tfe.example.com"',
    ],
    [['serve', 'run-task', '--unsigned', '--hostname', 'a@b'], 'is no host name'],
    [['serve', 'run-task', '--unsigned', '--config', 'broken.yaml'], 'broken.yaml'],
    [['serve', 'run-task', '--unsigned', '--config', 'plugins.yaml'], 'plugins are code'],
    [['serve', 'run-task', '--unsigned', '--only', 'nothing-such'], 'nothing-such'],
    [['serve', 'run-task', '--unsigned', '--address', '192.0.2.1'], 'cannot listen at 192.0.2.1'],
    [['serve', 'run-task', '--key', 'x'], 'unknown option'],
  ])('%j does not start', async (argv, message) => {
    const ran = await demarcLaterIn(folder, argv);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain(message);
  });

  test('runs until it is told to end', async () => {
    const argv = ['-r', resolve('test/support/typescript.cjs'), resolve('src/cli/main.ts'), 'serve', 'run-task'];
    const child = spawn(process.execPath, [...argv, '--port', '0'], {
      cwd: folder,
      env: { ...process.env, DEMARC_RUN_TASK_KEY: key },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    let err = '';
    const url = await new Promise<string>((found, fail) => {
      child.once('exit', () => {
        fail(new Error(err));
      });
      child.stderr.on('data', (text: Buffer) => {
        err += text.toString();
        const [, at] = /run task at (http:\S+)\n/.exec(err) ?? [];
        if (at !== undefined) found(at);
      });
    });
    expect((await fetch(`${url}health`)).status).toBe(200);
    expect((await fetch(url, { method: 'POST', body: JSON.stringify(sample) })).status).toBe(401);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(err).toContain('refused: the signature is missing or wrong');
    expect(err).not.toContain(key);
    expect(err).toContain('demarc: stopping');
  }, 60_000);
});
