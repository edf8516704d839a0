import { commentWaivers, waiverBeside } from '../../src/gate/comment-waivers';

const whole = 'demarc: allow storage-encrypted until 2027-03-31 by data-platform because scratch data, by and by';

test.each([
  ['alone', whole],
  ['after a hash', `# ${whole}`],
  ['after slashes', `//${whole}`],
  ['in a block', `/* ${whole} */`],
  ['in a block of lines', `/*\n * Of the batch.\n * ${whole}\n */`],
  [
    'with other spaces',
    `#   demarc:allow storage-encrypted  until  2027-03-31   by data-platform because scratch data, by and by  `,
  ],
])('a waiver %s', (_, text) => {
  expect(commentWaivers(text)).toEqual([
    {
      control: 'storage-encrypted',
      until: '2027-03-31',
      owner: 'data-platform',
      reason: 'scratch data, by and by',
      problems: [],
    },
  ]);
});

test('an owner may be several words, and the reason may hold all of them', () => {
  const [read] = commentWaivers(
    '# demarc: allow iam-no-admin until 2027-01-01 by the data team because it runs until May, by order, because',
  );
  expect(read).toMatchObject({
    owner: 'the data team',
    reason: 'it runs until May, by order, because',
    problems: [],
  });
});

test('several stand on lines of their own', () => {
  const text = `# ${whole}\n# demarc: allow versioned until 2027-01-01 by ops because rebuilt`;
  expect(commentWaivers(text).map(({ control }) => control)).toEqual(['storage-encrypted', 'versioned']);
});

test.each([
  ['an ordinary comment', '# the volume of demarc'],
  ['a mention in a sentence', '# see demarc: allow is what you want'],
  ['nothing', ''],
])('%s is none', (_, text) => {
  expect(commentWaivers(text)).toEqual([]);
});

test.each([
  ['allow', 'names no control'],
  ['ignore storage-encrypted', 'names no control'],
  ['allow until 2027-01-01 by ops because x', 'names no control'],
])('"demarc: %s": %s', (text, problem) => {
  const [read] = commentWaivers(`# demarc: ${text}`);
  expect(read).toMatchObject({ control: '', reason: null });
  expect(read?.problems.join()).toContain(problem);
});

test.each([
  ['', ['until <date>', 'by <owner>', 'because <reason>'], []],
  [' until 2027-01-01', ['by <owner>', 'because <reason>'], []],
  [' by ops because x', ['until <date>'], []],
  [' until 2027-01-01 because x', ['by <owner>'], []],
  [' until 2027-01-01 by ops', ['because <reason>'], []],
  [' until 2027-01-01 by ops because', ['because <reason>'], []],
  [' until by ops because x', ['until <date>'], []],
  [' by ops until 2027-01-01 because x', ['until <date>'], ['until stands out of order']],
  [' because x', ['until <date>', 'by <owner>'], []],
  [' until soon by ops because x', [], ['ends on "soon", which is no date']],
  [' until 2027-02-30 by ops because x', [], ['ends on "2027-02-30", which is no date']],
])('"allow versioned%s" says what is missing', (rest, missing, more) => {
  const [read] = commentWaivers(`# demarc: allow versioned${rest}`);
  expect(read?.control).toBe('versioned');
  const said = read?.problems.join('; ') ?? '';
  for (const part of ['until <date>', 'by <owner>', 'because <reason>'])
    expect([part, said.replace(/it reads ".*"/, '').includes(part)]).toEqual([part, missing.includes(part)]);
  for (const text of more) expect(said).toContain(text);
  expect(read?.problems).toHaveLength((missing.length > 0 ? 1 : 0) + more.length);
});

test('becomes a waiver of the resource it stands on, whatever it lacks', () => {
  const [read] = commentWaivers('# demarc: allow versioned until 2027-01-01');
  const place = { resource: 'aws_s3_bucket.b', ids: ['aws_s3_bucket.b'], file: 'main.tf', line: 3, column: 1 };
  expect(read && waiverBeside(read, place)).toEqual({
    control: 'versioned',
    reason: null,
    owner: null,
    until: '2027-01-01',
    ticket: null,
    source: 'comment',
    ...place,
  });
});

test('does not take long over a hostile comment', () => {
  const hostile = `# demarc: allow x until ${' by '.repeat(100_000)} because`;
  expect(commentWaivers(hostile)).toHaveLength(1);
});
