import { json } from '../../src/reports/json';
import { finding, input, options, result } from '../support/result';

test('the document is the result', () => {
  const one = result([input([finding()])]);
  expect(JSON.parse(json(one, options()))).toEqual(one);
});

test('it is written as one would write it whole', () => {
  const one = result([input([finding(), finding({ waiver: null })]), input([])]);
  expect(json(one, options())).toBe(`${JSON.stringify(one, null, 2)}\n`);
});

test('hostile names are kept, and hold nothing that a terminal acts upon', () => {
  const name = '\u001b[2J\u009b\u202e\u2028\u{e0001}"\\';
  const text = json(result([input([finding({}, { address: name })])]), options());
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}]/u);
  const parsed = JSON.parse(text) as ReturnType<typeof result>;
  expect(parsed.inputs[0]?.findings[0]?.resource.address).toBe(name);
});
