/**
 * HashiCorp's own parser, in a process of its own because it adds to the global scope of the one it runs in.
 * In: a JSON list of `{ text }` or `{ expression }`. Out: a JSON list of `{ json }`, `{ tree }` or `{ error }`.
 */
import { readFileSync } from 'node:fs';
import { getExpressionAst, parse } from '@cdktn/hcl2json';

/** What decides about the shape of an expression, without ranges and source texts. */
function reduced({ type, children, meta = {} }) {
  const { name, operator, expandedFinalArgument, traversal, groupedValue, keyVar, valVar } = meta;
  const segments = traversal?.map((part) => part.segment);
  const said = { name, operator, expandedFinalArgument, segments, groupedValue, keyVar, valVar };
  return { type, ...said, value: type === 'literalValue' ? meta.value : undefined, children: children.map(reduced) };
}

async function answer(question) {
  try {
    if ('text' in question) return { json: await parse('question.tf', question.text) };
    const tree = await getExpressionAst('question.tf', question.expression);
    return tree ? { tree: reduced(tree) } : { error: 'nothing' };
  } catch (error) {
    return { error: String(error?.message ?? error) };
  }
}

const answers = [];
for (const question of JSON.parse(readFileSync(0, 'utf8'))) answers.push(await answer(question));
process.stdout.write(JSON.stringify(answers));
