import { reports } from '../../src/reports';
import { demarcIn, folderWith, plan } from '../support/command-line';
import { looseTags } from '../support/page';
import { hostileRun, largeRun, mapped, runWith, type Run } from '../support/report-page';
import { finding, input, options, result, witness } from '../support/result';

const write = (run: Run): string => reports.html()(run.result, run.options);
const bare = (page: string): string => page.replace(/<(style|script)>.*?<\/\1>/gs, '<$1></$1>');
const count = (page: string, text: string | RegExp): number => page.split(text).length - 1;

describe('whatever names hold', () => {
  const page = bare(write(hostileRun()));

  test('the page is well-formed', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(looseTags(page)).toEqual([]);
    expect(page.match(/<(?![!/a-z])/g)).toBeNull();
  });

  test('they are text', () => {
    expect(count(page, '<script>')).toBe(1);
    expect(page).not.toMatch(/<(?:img|iframe|object|embed|i|b>plan)\b/);
    expect(page).not.toMatch(/<[^>"]*\son\w+=/);
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('admin\\u202egnp.exe\\u2066');
    expect(page).toContain('\\u001b[2Jgone');
    expect(page.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  });

  test('nothing is loaded, and no link runs anything', () => {
    expect(page).toContain('default-src &#39;none&#39;; style-src &#39;sha256-');
    expect(page).not.toMatch(/\s(?:src|srcset|data|action|style|xlink:href)="/);
    const targets = Array.from(page.matchAll(/\shref="([^"]*)"/g), ([, target = '']) => target);
    expect(targets.filter((target) => !/^(?:#[\w-]+|data:,)$/.test(target))).toEqual([]);
    const code = write(hostileRun());
    expect(/<style>.*<\/style>/s.exec(code)?.[0]).not.toMatch(/url\(|@import|https?:/);
    expect(/<script>.*<\/script>/s.exec(code)?.[0]).not.toMatch(/https?:|fetch|innerHTML|eval/);
  });

  test('links within the page lead somewhere, and no name is given twice', () => {
    const ids = Array.from(page.matchAll(/\sid="([^"]*)"/g), ([, id = '']) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = Array.from(page.matchAll(/\shref="#([^"]*)"/g), ([, target = '']) => target);
    expect([...new Set(targets)].filter((target) => !ids.includes(target))).toEqual([]);
  });

  test('a secret beside what is shown is hidden', () => {
    expect(page).not.toContain('hunter2');
    expect(page).toContain('password = ****');
  });
});

describe('what the page says', () => {
  const volume = { address: 'aws_ebs_volume.data', type: 'aws_ebs_volume', document: 'plan.json' };
  const findings = [
    finding({ change: 'introduced', witnesses: [witness({ file: 'main.tf', line: 2, column: 3 })] }, volume),
    finding({ control: 'volume-kept', verdict: 'undecided', gate: 'warn', change: 'existing' }, volume),
    finding({ control: 'access-logged', gate: 'note', waiver: { reason: 'old', owner: 'ada', until: '2027-01-31', ticket: null, source: 'config' } }, volume), // prettier-ignore
  ];
  const run = input(findings, {
    path: 'plan.json',
    resources: 3,
    unclassified: ['acme_thing.x'],
    unclassifiedTypes: [{ type: 'acme_thing', count: 1 }],
    fixed: [finding({ control: 'key-rotation' }, volume)],
  });
  const resources = [
    mapped({ ...volume, input: 'plan.json' }),
    mapped({ input: 'plan.json', document: 'plan.json', address: 'acme_thing.x', type: 'acme_thing', service: null, provider: 'acme', areas: null }), // prettier-ignore
    mapped({
      input: 'plan.json',
      document: 'plan.json',
      address: 'aws_kms_key.main',
      type: 'aws_kms_key',
      service: 'kms',
    }),
  ];
  const source = 'resource "aws_ebs_volume" "data" {\n  encrypted = false\n}\n';
  const page = bare(
    write(
      runWith(
        result([run]),
        { resources, links: [[0, 2]] },
        { source: () => source, link: (file, line) => `https://example.com/${file}#L${String(line)}` },
      ),
    ),
  );

  test('the decision, and what every number counts', () => {
    expect(page).toContain('<span>The gate is blocked</span>');
    expect(page).toContain('data-filter="standing" data-value="block"><b>1</b><span>Blocking</span>');
    expect(page).toContain('data-filter="standing" data-value="fixed"><b>1</b>');
    expect(page).toContain('data-filter="verdict" data-value="undecided"><b>1</b>');
    expect(page).toContain('Gate blocked: 1 blocking, 1 warning, 0 notes, 1 waived');
    expect(page).toContain('1 resource of types that no service knows, not judged: acme_thing');
  });

  test('each finding with what filters go by, the deciding line and the place', () => {
    expect(page).toContain(
      '<li class="finding" data-standing="block" data-severity="high" data-area="data-at-rest" data-verdict="fail" data-change="introduced" data-resource="0" data-place="0">',
    );
    expect(page).toContain('<span class="number">2</span><span class="text">  <mark>encrypted</mark> = false</span>');
    expect(page).toContain(
      '<a href="https://example.com/main.tf#L2" rel="noopener noreferrer"><code><bdi>main.tf:2:3</bdi>',
    );
    expect(page).toContain(
      'data-standing="fixed" data-severity="high" data-area="data-at-rest" data-verdict="fail" data-change="fixed"',
    );
    expect(page).toContain('until 2027-01-31 by <bdi>ada</bdi> because <bdi>old</bdi>');
    expect(page).toContain('<option value="existing">Was so before</option>');
  });

  test('the map names every resource, how it stands, and whose its areas are', () => {
    expect(page).toContain(
      'aria-label="aws_ebs_volume.data (aws_ebs_volume): 1 blocking, 1 warning, 1 fixed, 1 waived; areas: 1 yours, 1 shared, 2 the provider’s"',
    );
    expect(page).toContain(
      'aria-label="acme_thing.x (acme_thing): not judged: no service knows this type; nobody’s side is claimed"',
    );
    expect(page).toContain('aria-label="aws_kms_key.main (aws_kms_key): no findings;');
    expect(page).toMatch(/<path data-from="\d+" data-to="\d+" d="M/);
  });

  test('where there is no before, there is no change to filter by', () => {
    expect(write(runWith(result([input([finding()])]), { resources: [mapped()], links: [] }))).not.toContain(
      'name="change"',
    );
  });

  test('nothing found is said, and so is what nobody could read', () => {
    const empty = bare(write(runWith(result([input([])]), { resources: [], links: [] })));
    expect(looseTags(empty)).toEqual([]);
    expect(empty).toContain('Nothing was found.');
    expect(empty).not.toContain('NaN');
    const broken = bare(reports.html()(result([input([], { error: 'not a template' })]), options()));
    expect(broken).toContain('<span>Not everything could be judged</span>');
    expect(broken).toContain('<bdi>not a template</bdi>');
    expect(broken).toContain('There is no map');
    expect(empty).not.toContain('There is no map');
  });
});

describe('what is large', () => {
  test('is the same every time, and stays a page that opens', () => {
    const page = write(largeRun(400, 5000));
    expect(page).toBe(write(largeRun(400, 5000)));
    expect(Buffer.byteLength(page)).toBeLessThan(4_000_000);
    expect(page).toContain('3000 findings of the lowest rank are not listed on this page');
    expect(count(page, '<li class="finding"')).toBe(2000);
    expect(page).toContain('400 resources and');
    expect(page).toMatch(/280 resources of them are counted in shared boxes/);
    expect(count(page, ' id="resource-')).toBe(120);
    expect(count(page, ' id="place-')).toBe(15);
    expect(page).toContain('25 other places');
  });

  test('is no larger where every name is', () => {
    expect(Buffer.byteLength(write(largeRun(400, 5000, 'x'.repeat(20_000))))).toBeLessThan(8_000_000);
  });
});

describe('from the command line', () => {
  test('a file, and the decision beside it', () => {
    const folder = folderWith({ 'plan.json': plan(false) });
    const { code, err } = demarcIn(folder, [
      'check',
      '--format',
      'html=report.html',
      '--format',
      'pretty',
      'plan.json',
    ]);
    expect([code, err]).toEqual([1, '']);
    const { out } = demarcIn(folder, ['check', '--format', 'html', 'plan.json']);
    expect(out).toContain('aria-label="aws_ebs_volume.data (aws_ebs_volume): 1 blocking');
    expect(out.endsWith('</html>\n')).toBe(true);
  });
});
