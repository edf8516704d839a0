import {
  childrenOf,
  maximumHeight,
  parseFile,
  positionAt,
  type Body,
  type Expression,
  type Span,
} from '../../../src/hcl';
import { pick, randomFrom } from '../../support/hcl/random';
import { testedSources } from '../../support/hcl/sources';

/** How many damaged files are read; HCL_MUTATIONS asks for more, HCL_SEED for others. */
const count = Number(process.env['HCL_MUTATIONS'] ?? 1_000);
const seed = Number(process.env['HCL_SEED'] ?? 20_251_126);
const texts = testedSources()
  .map(({ text }) => text)
  .filter((text) => text.length < 5_000);

const fragments: readonly string[] = [
  ...Array.from('"{}[]()=.*~#/,:?!-+<>%$\\@\'`;\n\r\t \0'),
  ...[
    '==',
    '=>',
    '...',
    '[*]',
    '.*',
    '${',
    '%{',
    '$${',
    '%%{',
    '\r\n',
    '//',
    '/*',
    '*/',
    '<<E\n',
    '<<-EOT\n',
    'EOT\n',
    '::',
  ],
  ...[
    '&&',
    '||',
    '<=',
    '!=',
    'for ',
    ' in ',
    'if ',
    'else',
    'endif',
    'endfor',
    'null',
    'true',
    '1.5',
    '1e9',
    '.0',
    '\\u00e9',
  ],
  ...[
    '\\ud800',
    'é',
    'e\u0301',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '日本',
    '😀',
    'f(',
    'a.b',
    '__proto__',
    'resource "a" "b" {\n',
  ],
];

jest.setTimeout(1_800_000);

test(`${count} damaged files are read without an end that is no end`, () => {
  const random = randomFrom(seed);
  for (let index = 0; index < count; index++) {
    const text = damaged(pick(texts, random), random);
    const file = parseFile(text);
    const problem = problemOf(file.body, text) ?? file.errors.map((error) => outside(error, text)).find(Boolean);
    if (problem) throw new Error(`${problem} (seed ${seed}, file ${index}):\n${text}`);
    file.errors.forEach((error) => positionAt(file, error.start));
  }
  expect(count).toBeGreaterThan(0);
});

function damaged(text: string, random: () => number): string {
  let result = text;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    const start = Math.floor(random() * (result.length + 1));
    const end = start + Math.floor(random() * 12);
    const piece = pick(
      [
        '',
        pick(fragments, random),
        result.slice(start, end).repeat(2),
        pick(fragments, random) + result.slice(start, end),
      ],
      random,
    );
    result = result.slice(0, start) + piece + result.slice(end);
  }
  return result;
}

/** What is said of every tree: it lies in its text, in its parent, and is not too high. */
function problemOf(body: Body, text: string): string | undefined {
  for (const item of body.items) {
    const problem =
      outside(item, text, body) ??
      (item.kind === 'block' ? problemOf(item.body, text) : expressionProblem(item.expression, text, 1));
    if (problem) return problem;
  }
  return undefined;
}

function expressionProblem(expression: Expression, text: string, height: number): string | undefined {
  if (height > maximumHeight) return 'a tree is too high';
  for (const child of childrenOf(expression)) {
    const problem = outside(child, text, expression) ?? expressionProblem(child, text, height + 1);
    if (problem) return problem;
  }
  return undefined;
}

function outside(
  { start, end }: Span,
  text: string,
  parent: Span = { start: 0, end: text.length },
): string | undefined {
  return start <= end && start >= parent.start && end <= parent.end
    ? undefined
    : `${start}-${end} lies outside ${parent.start}-${parent.end}`;
}
