import type { Result } from '../model/result';
import { clip } from './clip';
import { fold } from './fold';
import { openFindings, type Placed } from './order';
import { painter } from './paint';
import { documentOf, findingPlace } from './place';
import { reasons } from './pretty';
import { counted, printable } from './printable';
import type { Report, ReportOptions } from './report';
import { summary } from './summary';
import { traitsOf } from './traits';
import { placedError } from './unjudged';

/**
 * Annotations for GitHub Actions, the worst first, and a summary for who reads the log.
 *
 * Every line either begins with a command of ours or holds no beginning of a command: what the inspected files say is made
 * printable, and inside a command escaped as well.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export const github: Report = (result, options) => {
  const annotations = annotationsOf(result, options);
  const shown = levels.flatMap((level) => annotations.filter((one) => one.level === level).slice(0, annotationsAtMost));
  const lines = [
    ...shown.map(command),
    ...leftOut(annotations, shown),
    ...summary(result, { ...options, width: logWidth }, painter(false)),
  ];
  return `${lines.join('\n')}\n`;
};

/**
 * What GitHub shows of each level for one step.
 *
 * @see https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
 */
const annotationsAtMost = 10;

/** The runner cuts a message at 4,096 characters (`_maxIssueMessageLength`); five lines of this length stay below. */
const lineAtMost = 600;
const titleAtMost = 200;
const fileAtMost = 1000;
const logWidth = 120;

const levels = ['error', 'warning', 'notice'] as const;
type Level = (typeof levels)[number];

const levelOf = { block: 'error', warn: 'warning', note: 'notice' } as const;

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** Each is one line. */
  readonly message: readonly string[];
}

function annotationsOf(result: Result, options: ReportOptions): readonly Annotation[] {
  const { spoken, covered } = fold(openFindings(result));
  const wanted = options.quiet ? spoken.filter(({ finding }) => finding.gate === 'block') : spoken;
  return [
    ...unjudged(result, options),
    ...wanted.map((placed) => annotationOf(placed, covered.get(placed.finding) ?? [], options)),
  ];
}

/** An input that could not be judged comes before all findings: they do not speak for it. */
const unjudged = ({ inputs }: Result, { fromRoot }: ReportOptions): readonly Annotation[] =>
  inputs.flatMap(({ path, error }): readonly Annotation[] =>
    error === null
      ? []
      : [
          {
            level: 'error',
            title: 'Demarc could not judge this input, or not wholly',
            file: path === '-' ? null : fromRoot(path),
            line: null,
            column: null,
            message: [placedError(path, error).text],
          },
        ],
  );

function annotationOf(placed: Placed, also: readonly string[], { fromRoot }: ReportOptions): Annotation {
  const { finding, input } = placed;
  const { name, at } = findingPlace(placed);
  const document = documentOf(finding, input);
  return {
    level: levelOf[finding.gate],
    title: `${finding.control} (${traitsOf(finding)})`,
    file: at ? fromRoot(at.file) : document === '-' ? null : fromRoot(document),
    line: at?.line ?? null,
    column: at?.column ?? null,
    message: [
      finding.message.includes(name) ? finding.message : `${finding.message} (${name})`,
      ...withLabel('because', reasons(finding.witnesses, finding).join('; ')),
      ...withLabel('why', finding.why),
      ...withLabel('fix', [finding.fix, finding.suggestion].filter((text) => text !== null).join(' Write: ')),
      ...withLabel('also', also.join(', ')),
    ],
  };
}

const withLabel = (label: string, text: string): readonly string[] => (text === '' ? [] : [`${label}: ${text}`]);

function leftOut(all: readonly Annotation[], shown: readonly Annotation[]): readonly string[] {
  const counts = levels.flatMap((level) => {
    const count = (list: readonly Annotation[]) => list.filter((one) => one.level === level).length;
    const left = count(all) - count(shown);
    return left === 0 ? [] : [counted(left, `more ${level}`)];
  });
  return counts.length === 0
    ? []
    : [
        `and ${counts.join(', ')}: GitHub shows ${String(annotationsAtMost)} of each. The job summary has the report, \`--format json\` every finding.`,
      ];
}

/** `::error file=main.tf,line=4,title=storage-encrypted::message`. */
function command({ level, title, file, line, column, message }: Annotation): string {
  const place = [
    ...(file === null ? [] : [`file=${property(file, fileAtMost)}`]),
    ...(line === null ? [] : [`line=${String(line)}`]),
    ...(column === null ? [] : [`col=${String(column)}`]),
  ];
  const text = message.map((part) => data(part, lineAtMost)).join('%0A');
  return `::${level} ${[...place, `title=${property(title, titleAtMost)}`].join(',')}::${text}`;
}

/**
 * One line of text, with what the runner takes back when it reads a command.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
const data = (text: string, limit: number): string =>
  clip(printable(text), limit).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string, limit: number): string =>
  data(text, limit).replaceAll(':', '%3A').replaceAll(',', '%2C');
