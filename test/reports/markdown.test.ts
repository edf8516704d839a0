import fc from 'fast-check';
import type { ReportedFinding } from '../../src/model/result';
import { markdown, markdownInBytes } from '../../src/reports/markdown';
import { choose } from '../../src/reports/markdown/sections';
import { code, prose } from '../../src/reports/markdown/text';
import { printable } from '../../src/reports/printable';
import { hostileNames } from '../support/hostile';
import { renderedMarkdown } from '../support/rendered-markdown';
import { finding, input, options, result, witness } from '../support/result';

const link = (file: string, line: number) => `https://host.example/o/r/blob/abc/${file}#L${String(line)}`;
const at = (file: string, line: number, more = {}) => witness({ file, line, column: 3, ...more });
const waiver = { reason: 'moves in May', owner: 'ops', until: '2027-05-31', ticket: 'OPS-17', source: 'config' };

const full = result([
  input(
    [
      finding({
        change: 'introduced',
        message: 'EBS volume aws_ebs_volume.data is not encrypted at rest',
        suggestion: 'encrypted = true',
        supports: ['PCI DSS 4.0.1: 3.5.1'],
        witnesses: [at('infra/main.tf', 4, { path: ['encrypted'], givenAt: [{ file: 'a.tf', line: 9, column: 1 }] })],
      }),
      finding({ control: 'backup-kept', gate: 'warn', change: 'worsened', severity: 'medium', verdict: 'undecided' }),
      finding({ control: 'versioned', gate: 'note', change: 'existing', severity: 'low', party: 'shared' }),
      finding({ control: 'key-rotation', waiver }),
      finding({ control: 'acl-not-public', verdict: 'pass', gate: 'note', message: 'S3 bucket is private' }),
    ],
    {
      resources: 5,
      unclassified: ['A'],
      unclassifiedTypes: [{ type: 'aws_rare', count: 1 }],
      notes: ['provider version assumed'],
      fixed: [finding({ message: 'EBS volume Old no longer fails' })],
      moves: [
        {
          resource: 'f',
          type: 't',
          area: 'runtime',
          from: 'provider',
          to: 'customer',
          because: 'b',
          message: 'this change moves runtime patching of aws_lambda_function.api from AWS to you',
        },
      ],
    },
  ),
  input([], { path: 'state.json', resources: 0, error: 'a state file\n  not a plan' }),
]);

test('the whole report', () => {
  expect(markdown(full, options({ link }))).toBe(`\
<!-- demarc -->
## Demarc: could not judge everything

> [!CAUTION]
> **1 input could not be judged, or not wholly.** What is said below does not speak for that.
>
> - \`state.json\`: a state file not a plan

|  | findings | introduced | worsened | existing | undecided |
| :--- | ---: | ---: | ---: | ---: | ---: |
| blocks | 1 | 1 | 0 | 0 | 0 |
| warns | 1 | 0 | 1 | 0 | 1 |
| notes | 1 | 0 | 0 | 1 | 0 |

5 resources, 1 unclassified, 1 waived, 1 fixed. _Undecided_ is no pass, and no fault: the input does not settle it.

**Not judged**: 1 resource of types that no service knows: \`aws_rare\`.

### Moves across the line

- \`runtime\`: this change moves runtime patching of \`aws_lambda_function.api\` from AWS to you

### Blocks (1)

- **\`storage-encrypted\`** (high, introduced): EBS volume \`aws_ebs_volume.data\` is not encrypted at rest
  - at [\`infra/main.tf:4:3\`](https://host.example/o/r/blob/abc/infra/main.tf#L4), \`Data\`
  - because: encrypted: encryption at rest (EBS encrypts only when told to); given at [\`a.tf:9\`](https://host.example/o/r/blob/abc/a.tf#L9)
  - why: Whoever gets at the disk reads it. Yours: AWS runs the disks; whether this data is encrypted is yours. Supports \`PCI DSS 4.0.1: 3.5.1\`.
  - fix: Switch encryption on. Write \`encrypted = true\`

<details>
<summary>Warnings (1)</summary>

- **\`backup-kept\`** (medium, undecided, worsened): EBS volume is not encrypted at rest
  - of \`Data\` in \`template.yaml\`
  - because: Encrypted: encryption at rest (EBS encrypts only when told to)
  - why: Whoever gets at the disk reads it. Yours: AWS runs the disks; whether this data is encrypted is yours.
  - fix: Switch encryption on.

</details>

<details>
<summary>Notes (1)</summary>

- **\`versioned\`** (low, existing): EBS volume is not encrypted at rest
  - of \`Data\` in \`template.yaml\`
  - because: Encrypted: encryption at rest (EBS encrypts only when told to)
  - why: Whoever gets at the disk reads it. Shared: AWS runs the disks; whether this data is encrypted is yours.
  - fix: Switch encryption on.

</details>

<details>
<summary>Waived (1)</summary>

- **\`key-rotation\`**: EBS volume is not encrypted at rest; waived until \`2027-05-31\` by \`ops\`, ticket \`OPS-17\`, because moves in May

</details>

<details>
<summary>Fixed by this change (1)</summary>

- **\`storage-encrypted\`**: EBS volume Old no longer fails

</details>

<details>
<summary>Passed (1)</summary>

- **\`acl-not-public\`**: S3 bucket is private

</details>

### Remarks

- \`template.yaml\`: provider version assumed

_\`demarc explain CONTROL\` says more of a control. Demarc 0.1.0_
`);
});

test('it renders as the table, the lists and the folds that it means', () => {
  const { kinds, rows, links, html, headings } = renderedMarkdown(markdown(full, options({ link })));
  expect(rows.map((cells) => cells.length)).toEqual([6, 6, 6, 6]);
  expect(headings[0]).toBe('Demarc: could not judge everything');
  expect(links).toEqual([link('infra/main.tf', 4), link('a.tf', 9)]);
  expect(html.filter((one) => one.startsWith('<details>'))).toHaveLength(5);
  expect(html.filter((one) => one === '</details>')).toHaveLength(5);
  expect([...kinds].filter((kind) => /code_block|fence|image|html_inline|^s$|hr/.test(kind))).toEqual([]);
});

test('without a finding the gate is open, and nothing more is claimed', () => {
  const text = markdown(result([input([], { resources: 3 })]), options());
  expect(text).toMatch(/^<!-- demarc -->\n## Demarc: gate open\n/);
  expect(text).toContain('3 resources, 0 unclassified, 0 waived.\n');
  expect(text).not.toContain('<details>');
  expect(text).not.toContain('introduced');
});

test('what could not be judged is said before everything else, and a cut list says so', () => {
  const broken = Array.from({ length: 30 }, (_, i) => input([], { path: `${String(i)}.json`, error: 'no plan' }));
  const text = markdown(result([input([finding()]), ...broken]), options());
  expect(text.indexOf('30 inputs could not be judged')).toBeLessThan(text.indexOf('| blocks'));
  expect(text).toContain('> - and 20 more inputs: `--format json` has them\n');
});

test('an input of nothing but unknown types says so loudly', () => {
  const unknown = input([], { unclassified: ['A'], unclassifiedTypes: [{ type: 'T', count: 1 }] });
  expect(markdown(result([unknown]), options())).toContain('> **Nothing was judged**');
  expect(markdown(result([input([])]), options())).not.toContain('Nothing was judged');
});

test('a finding is folded into the more specific one that speaks for it', () => {
  const general = finding({ control: 'iam-no-wildcard-action', coveredBy: 'iam-no-admin' });
  const text = markdown(result([input([general, finding({ control: 'iam-no-admin' })])]), options());
  expect(text).toContain('(also `iam-no-wildcard-action`)');
  expect(text).not.toContain('**`iam-no-wildcard-action`**');
  // The table counts both; the list has one.
  expect(text).toContain('| blocks | 2 | 0 |');
  expect(text).toContain(' Behind _also_ 1 finding more, covered by a more specific one.\n');
});

test('the second of a kind is one line', () => {
  const two = ['A', 'B'].map((address) => finding({ message: `EBS volume ${address} is bare` }, { address }));
  const text = markdown(result([input(two)]), options());
  expect(text).toContain('- **`storage-encrypted`** (high): EBS volume B is bare, in `template.yaml`.\n');
  expect(text.match(/why:/g)).toHaveLength(1);
});

test('quiet keeps what blocks, and what was not judged', () => {
  const text = markdown(
    result([input([finding(), finding({ gate: 'warn', control: 'w' })], { notes: ['n'], fixed: [finding()] })]),
    options({ quiet: true }),
  );
  expect(text).toContain('### Blocks (1)');
  expect(text).not.toContain('<details>');
  expect(text).not.toContain('Remarks');
});

/** 5,000 findings of 50 controls, a third of each weight. */
const many = (name: (i: number) => string, more: Partial<ReportedFinding> = {}) =>
  Array.from({ length: 5000 }, (_, i) =>
    finding(
      {
        gate: (['note', 'warn', 'block'] as const)[i % 3] ?? 'note',
        control: `control-${String(i % 50)}`,
        witnesses: [at(`infra/module-${String(i)}/main.tf`, i + 1)],
        ...more,
      },
      { address: name(i) },
    ),
  );

test('5,000 findings fit into a comment: whole ones are left out from the least important end, and that is said', () => {
  const text = markdown(result([input(many((i) => `module.${String(i)}.aws_ebs_volume.data`))]), options({ link }));
  expect(text.length).toBeLessThan(65_536);
  expect(text.length).toBeGreaterThan(60_000);
  const shown = text.match(/^- \*\*/gm)?.length ?? 0;
  expect(text).toContain(`**${String(5000 - shown)} of 5000 findings are left out here for want of room**`);
  // All of what is shown blocks, and each kind of it is there.
  expect(text).toMatch(/### Blocks \(1666\)/);
  for (let i = 0; i < 50; i++) expect(text).toContain(`**\`control-${String(i)}\`**`);
  expect(text).toContain(`- and ${String(1666 - shown)} more, left out here\n`);
  expect(text).toContain('<summary>Warnings (1667)</summary>\n\n- and 1667 more, left out here\n\n</details>');
  expect(text).toMatch(/Demarc 0\.1\.0_\n$/);
});

test('with the first finding that does not fit, everything less important is left out', () => {
  const item = (size: number, first = false) => ({ first, text: () => 'x'.repeat(size) });
  const [a, b, c, d] = [item(10, true), item(5), item(80), item(5)];
  const [e, f] = [item(10, true), item(10, true)];
  const sections = [
    { title: 'A', folded: false, items: [a, b, e, c, d] },
    { title: 'B', folded: true, items: [f] },
  ];
  const within = (limit: number) => [...choose(sections, { limit, size: (text) => text.length }).keys()];
  expect(within(1000)).toEqual([a, e, b, c, d, f]);
  expect(within(60)).toEqual([a, e, b]);
  expect(within(9)).toEqual([]);
});

test('counted in bytes it fits, too', () => {
  const text = markdownInBytes(result([input(many(() => '\u4e16'.repeat(100)))]), options(), 500_000);
  expect(Buffer.byteLength(text)).toBeLessThan(500_000);
  expect(Buffer.byteLength(text)).toBeGreaterThan(480_000);
});

test('the longest names everywhere leave room for findings', () => {
  for (const name of [
    'x'.repeat(20_000),
    '#, '.repeat(20_000),
    '\u0000'.repeat(20_000),
    '`'.repeat(20_000),
    '\ud83d\ude00'.repeat(10_000),
  ]) {
    const text = markdown(hostile(name, 100), options({ link }));
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/^- \*\*/m);
  }
});

/** A result that says one name wherever an input may have a say. */
function hostile(name: string, times = 1) {
  const place = { address: name, constructPath: name, document: name, type: name, stack: name, service: name };
  const words = { control: name, message: name, why: name, fix: name, responsibility: name };
  const own = finding(
    {
      ...words,
      suggestion: name,
      supports: [name],
      witnesses: [
        witness({ address: name, path: [name, 1], note: name }),
        at(name, 1, { note: name, givenAt: [{ file: name, line: 2, column: 1 }] }),
      ],
    },
    place,
  );
  const exception = { reason: name, owner: name, until: name, ticket: name, source: name };
  const all = [
    own,
    { ...own, gate: 'warn' as const, message: `${name} ${name}` },
    { ...own, gate: 'note' as const, verdict: 'undecided' as const },
    { ...own, control: 'other', coveredBy: name },
    { ...own, waiver: exception },
    { ...own, verdict: 'pass' as const },
  ];
  const move = {
    resource: name,
    type: name,
    area: 'runtime',
    from: 'provider',
    to: 'customer',
    because: name,
  } as const;
  return result([
    input(all, {
      path: name,
      unclassified: [name],
      unclassifiedTypes: Array.from({ length: times }, (_, i) => ({ type: `${name}${String(i)}`, count: 2 })),
      notes: Array.from({ length: times }, () => name),
      fixed: [own],
      moves: Array.from({ length: times }, () => ({ ...move, message: name })),
    }),
    ...Array.from({ length: times }, () => input([], { path: name, error: name })),
  ]);
}

const ours = /^(?:<!-- demarc -->|<details>\n<summary>[A-Z][a-z ]+ \(\d+\)<\/summary>|<\/details>)$/;
/** What may stand in text that a host looks into. `@`, `#`, `!`, brackets, markup and addresses are not among it. */
const harmless = /^[\p{L}\p{N} .,;:?()"'’+=&/…–—-]*$/u;
const references = /\b[\da-f]{7,}\b|[\p{L}\d]-\d|\p{L}\d{3}|[:/]{2}|\.\p{L}|:\p{L}/iu;

test.each(hostileNames.map((name) => [JSON.stringify(name), name]))('nothing acts upon %s', (_, name) => {
  const text = markdown(hostile(name), options({ link: () => 'https://host.example/x#L1' }));
  const { kinds, rows, links, html, texts } = renderedMarkdown(text);
  expect(html.filter((one) => !ours.test(one))).toEqual([]);
  expect(links.filter((one) => one !== 'https://host.example/x#L1')).toEqual([]);
  expect([...kinds].sort()).toEqual(['blockquote', 'bullet_list', 'code_inline', 'em', 'heading', 'html_block', 'link', 'list_item', 'paragraph', 'softbreak', 'strong', 'table', 'tbody', 'td', 'text', 'th', 'thead', 'tr'].filter((kind) => kinds.has(kind))); // prettier-ignore
  expect(rows.map((cells) => cells.length)).toEqual([3, 3, 3, 3]);
  expect(texts.filter((one) => one !== '[!CAUTION]' && one !== 'Demarc 0.1.0' && !(harmless.test(one) && !references.test(one)))).toEqual([]); // prettier-ignore
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  // A build server that prints it, and a host that reads commands at the start of lines, find none.
  expect(text).not.toMatch(/^\s*(?:::|\/)|##\[|##vso\[/m);
});

test('an address that is none of ours makes no link', () => {
  const one = result([input([finding({ witnesses: [at('a.tf', 1)] })])]);
  for (const address of [
    'javascript:alert(1)',
    'https://x.example/) [x](https://y.example',
    'https://x.example/<b>',
    '',
  ])
    expect(renderedMarkdown(markdown(one, options({ link: () => address }))).links).toEqual([]);
});

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...Array.from('`*_~[]()<>#@!|\\&;:/-+=.0123456789abcdef \t\n\r"\'$^{}%')),
    fc.constantFrom('@user', '#1', 'GH-1', 'http://x.y', '</details>', '``', '\u202e', '\ud800', '::', '##['),
    fc.string({ unit: 'binary', maxLength: 1 }),
  ),
  maxLength: 80,
});

test('whatever a name is, its code span shows it, and nothing else', () => {
  fc.assert(
    fc.property(nasty, (name) => {
      const { codes, texts, kinds } = renderedMarkdown(`- x ${code(name)}, y`);
      if (name === '') return;
      expect(codes).toEqual([printable(name)]);
      expect(texts.join('')).toBe('x , y');
      expect([...kinds].sort()).toEqual(['bullet_list', 'code_inline', 'list_item', 'paragraph', 'text']);
    }),
    { numRuns: 1000 },
  );
});

test('whatever a sentence is, it becomes text and code, and no word is lost', () => {
  fc.assert(
    fc.property(nasty, (sentence) => {
      const line = prose(sentence);
      const { codes, texts, kinds, links } = renderedMarkdown(`- x: ${line}`);
      expect([...kinds].filter((kind) => !['bullet_list', 'code_inline', 'list_item', 'paragraph', 'text'].includes(kind))).toEqual([]); // prettier-ignore
      expect(links).toEqual([]);
      for (const text of texts) expect(text).toMatch(/^[^@#<>[\]*_~`\\|$^{}%]*$/);
      const letters = (text: string) => text.replace(/[`\s]/g, '');
      expect(letters(`${texts.join('')}${codes.join('')}`).length).toBe(letters(`x:${printable(sentence)}`).length);
    }),
    { numRuns: 1000 },
  );
});

test('plain sentences stay plain', () => {
  for (const sentence of [
    'S3 bucket is not encrypted (EBS encrypts only when told to).',
    "It's self-signed; port 22 is open",
    'a - b',
  ])
    expect(prose(sentence)).toBe(sentence);
});

test('what a sentence quotes is one piece of code', () => {
  const sentence = 'Plan first (`terraform plan -out tfplan`), then `terraform show -json tfplan > plan.json`.';
  expect(prose(sentence)).toBe(sentence);
  expect(prose('two `a b` `c d`')).toBe('two `a b` `c d`');
  expect(prose('half `a b')).toBe('half `` `a `` b');
});
