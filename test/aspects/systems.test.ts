import { inspectSubject } from '../../aspects/testing';
import type { Result } from '../../src/model/result';
import { today } from './support';
import { systems } from './systems';

/** What fails, whatever the gate makes of it, and what is left open of grave controls: each with its witnesses. */
const alarmsOf = ({ inputs }: Result): readonly string[] =>
  inputs
    .flatMap(({ findings }) => findings)
    .filter(({ verdict, severity }) => verdict === 'fail' || severity === 'critical' || severity === 'high')
    .map(({ verdict, control, resource, witnesses }) =>
      [
        `${verdict} ${control} ${resource.address}`,
        ...witnesses.map(({ path, note }) => `${path.join('.')}: ${note}`),
      ].join('\n  '),
    );

describe('a well-built system raises no alarm', () => {
  test.each(systems)('%s', (_, app, least) => {
    const result = inspectSubject(app(), { config: false, today });
    expect(alarmsOf(result)).toEqual([]);
    expect(result.inputs.flatMap(({ unclassifiedTypes }) => unclassifiedTypes)).toEqual([]);
    expect(result.summary.resources).toBeGreaterThanOrEqual(least);
  });
});
