import { parseFile, type Body, type Expression, type SourceFile } from '../../../src/hcl';
import { fileAsJson } from '../../support/hcl/json';
import { parseExpressions, parseFiles, type FileAnswer } from '../../support/hcl/oracle';
import { shapeOf, shapeOfTree } from '../../support/hcl/shape';
import { testedSources } from '../../support/hcl/sources';

/**
 * HashiCorp's own parser is the judge: over the sources of this project always, and over every Terraform file below the folder
 * that HCL_CORPUS names.
 */
const sources = testedSources();
const read = new Map(sources.map(({ path, text }) => [path, parseFile(text)] as const));
const answers = new Map<string, FileAnswer>();

jest.setTimeout(600_000);

beforeAll(() => {
  const given = parseFiles(sources.map(({ text }) => text));
  sources.forEach(({ path }, index) => {
    const answer = given[index];
    if (answer) answers.set(path, answer);
  });
});

test('the same files are accepted', () => {
  expect(sources.length).toBeGreaterThanOrEqual(15);
  const disagreements = [...read].filter(([path, file]) => isValid(file) === isRejected(answers.get(path)));
  expect(disagreements.map(([path, file]) => ({ path, ours: file.errors, theirs: answers.get(path)?.error }))).toEqual(
    [],
  );
});

test('what is accepted says the same', () => {
  for (const [path, file] of read) {
    const answer = answers.get(path);
    if (!isValid(file) || !answer || isRejected(answer)) continue;
    expect({ path, json: plain(fileAsJson(file)) }).toEqual({ path, json: 'json' in answer ? answer.json : undefined });
  }
});

test('expressions have the same shape', () => {
  const expressions = distinctExpressions();
  const trees = parseExpressions([...expressions.keys()]);
  const pairs = [...expressions].map(([text, expression], index) => ({ text, expression, answer: trees[index] }));
  const unequal = pairs.flatMap(({ text, expression, answer }) => {
    const ours = shapeOf(expression);
    const theirs = answer && answer.error === undefined ? shapeOfTree(answer.tree) : answer?.error;
    return ours === theirs ? [] : [{ text, ours, theirs }];
  });
  expect(pairs.length).toBeGreaterThan(150);
  expect(unequal).toEqual([]);
});

const isValid = (file: SourceFile): boolean => file.errors.length === 0;
const isRejected = (answer: FileAnswer | undefined): boolean => answer?.error !== undefined;
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** By their text. A heredoc needs the lines around it, and a stripped text is left out on one side only. */
function distinctExpressions(): ReadonlyMap<string, Expression> {
  const found = new Map<string, Expression>();
  for (const file of read.values()) if (isValid(file)) collect(file.body, file.text, found);
  return found;
}

function collect(body: Body, text: string, found: Map<string, Expression>): void {
  for (const item of body.items) {
    if (item.kind === 'block') collect(item.body, text, found);
    else {
      const source = text.slice(item.expression.start, item.expression.end);
      if (!source.includes('<<') && !source.includes('~')) found.set(source, item.expression);
    }
  }
}
