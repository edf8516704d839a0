import type { Settings } from './gate/settings';
import type { JudgedGraph } from './gate/change';
import type { JudgedInput } from './gate/weigh';
import { judgeAll, settingsFor, type InspectOptions } from './inspect';
import type { Area, Finding } from './model/finding';
import type { Resource } from './model/resource';
import type { Input } from './readers/input';
import type { Matrix } from './responsibility/formats/format';
import { sideOf } from './responsibility/line';
import {
  accountRows,
  detailsOf,
  joinRows,
  matrixOf,
  type MatrixInput,
  type MatrixRow,
  type Verified,
} from './responsibility/matrix';
import { toolVersion } from './version';

/**
 * Who answers for what, of everything that inputs declare. Reads no file and asks nobody.
 *
 * @throws ConfigurationError where the configuration names what does not exist.
 */
export function matrix(inputs: readonly Input[], options: InspectOptions): Matrix {
  const { version = toolVersion() } = options;
  const settings = settingsFor(options);
  return matrixOfJudged(judgeAll(inputs, options, settings), settings, version);
}

/** The same of inputs that are judged already. */
export function matrixOfJudged(judged: readonly JudgedInput[], settings: Settings, version: string): Matrix {
  const { accountability, today } = settings;
  return {
    rows: joinRows([
      ...accountRows(accountability),
      ...judged.flatMap(({ after }) => (after ? matrixOf(matrixInputOf(after, after.unclassified, settings)) : [])),
    ]),
    inputs: judged.map(({ path }) => path),
    today,
    version,
    accountability,
  };
}

/** A line for every area of every resource: what reviews compare. */
export const detailsOfJudged = (judged: readonly JudgedInput[], settings: Settings): readonly MatrixRow[] =>
  joinRows([
    ...accountRows(settings.accountability),
    ...judged.flatMap(({ after }) => (after ? detailsOf(matrixInputOf(after, after.unclassified, settings)) : [])),
  ]);

function matrixInputOf(
  { graph, findings }: JudgedGraph,
  unclassified: readonly Resource[],
  { accountability, today, controls }: Settings,
): MatrixInput {
  const areas = new Map(controls.map(({ id, area }) => [id, area]));
  const found = byResourceAndArea(findings, graph, areas);
  return {
    graph,
    verified: (resource, area) => found.get(`${resource.id} ${area}`) ?? [],
    unclassified,
    accountability,
    today,
  };
}

function byResourceAndArea(
  findings: readonly Finding[],
  graph: JudgedGraph['graph'],
  areas: ReadonlyMap<string, Area>,
): ReadonlyMap<string, readonly Verified[]> {
  const found = new Map<string, Verified[]>();
  for (const finding of findings) {
    const { control, verdict, subject } = finding;
    const area = areas.get(control);
    if (!area) continue;
    const side = verdict === 'pass' ? sideOf(finding, area, graph) : undefined;
    const covered = side?.party === 'provider' ? side.because : null;
    const key = `${subject.id} ${area}`;
    found.set(key, [...(found.get(key) ?? []), { control, verdict, covered }]);
  }
  return found;
}
