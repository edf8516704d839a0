import { parseFile, type Block, type SourceFile } from '../../../src/hcl';
import { pick, randomFrom } from '../../support/hcl/random';
import { testedSources, type Source } from '../../support/hcl/sources';

/** One damaged character takes its own block with it, and hardly ever another. */
const damages: readonly (readonly [name: string, pattern: RegExp, replacement: string])[] = [
  ['a brace is missing', /[{}]/g, ''],
  ['a bracket is missing', /[()[\]]/g, ''],
  ['a quote is missing', /"/g, ''],
  ['an equals sign is missing', /=/g, ''],
  ['a character too many', /[a-z]/g, '@'],
];
const attempts = Number(process.env['HCL_DAMAGES'] ?? 20);
const required = 0.95;

const sources = testedSources().filter(({ text }) => {
  const file = parseFile(text);
  return file.errors.length === 0 && blocksOf(file).length > 1;
});

jest.setTimeout(1_800_000);

test.each(damages)('%s', (_name, pattern, replacement) => {
  const random = randomFrom(7);
  let others = 0;
  let found = 0;
  for (const source of sources) {
    for (let attempt = 0; attempt < attempts; attempt++) {
      const survivors = damage(source, pattern, replacement, random);
      others += survivors.others;
      found += survivors.found;
    }
  }
  if (process.env['HCL_CORPUS']) console.info(`${found} of ${others} other blocks found (${pattern.source})`);
  expect(others).toBeGreaterThan(100);
  expect(found / others).toBeGreaterThanOrEqual(required);
});

/** Damages one place inside a block, and counts the blocks that were not touched and those of them that are still read from end to end. */
function damage({ text }: Source, pattern: RegExp, replacement: string, random: () => number) {
  const blocks = blocksOf(parseFile(text));
  const places = [...text.matchAll(pattern)].map(({ index }) => index).filter((place) => blocks.some(holds(place)));
  if (places.length === 0) return { others: 0, found: 0 };
  const place = pick(places, random);
  const read = parseFile(text.slice(0, place) + replacement + text.slice(place + 1));
  const whole = new Set(blocksOf(read).map(({ start, end }) => read.text.slice(start, end)));
  const others = blocks.filter((block) => !holds(place)(block)).map(({ start, end }) => text.slice(start, end));
  return { others: others.length, found: others.filter((block) => whole.has(block)).length };
}

const holds = (place: number) => (block: Block) => block.start <= place && place < block.end;

function blocksOf({ body }: SourceFile): readonly Block[] {
  return body.items.filter((item) => item.kind === 'block');
}
