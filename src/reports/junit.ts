import type { ReportedFinding, ReportedInput, ReportedWaiver, Result } from '../model/result';
import { clip, countWithin } from './clip';
import { worstFirst } from './order';
import { documentOf, findingPlace } from './place';
import { reasons } from './pretty';
import { counted, printable } from './printable';
import type { Report, ReportOptions } from './report';
import { unclassifiedText } from './unjudged';
import { xmlElement, xmlText } from './xml';

/**
 * JUnit XML: a suite for each input, a case for the input itself and one for each finding. Only elements and attributes
 * that the schemas of Jenkins know are used, old and new; GitLab, Azure DevOps and GitHub's reporters read a part of them.
 *
 * What blocks is a failure, and nothing else is. Whatever is neither wrong nor right by the gate (a warning, a note, what
 * cannot be decided, what is waived) is skipped, with its text: a case that passes would say that it is right.
 *
 * @see https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd
 * @see https://docs.gitlab.com/ci/testing/unit_test_reports/ (what it reads; it ignores a second case of the same name)
 */
export const junit: Report = (result, options) => {
  const suites = suitesOf(result, options);
  const attributes = { name: 'demarc', ...countsOf(suites.flatMap(({ cases }) => cases)), skipped: undefined };
  const content = suites.map(({ name, cases }) =>
    xmlElement('testsuite', { name, ...countsOf(cases), time: 0 }, `\n${cases.map(({ xml }) => xml).join('')}`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xmlElement('testsuites', attributes, `\n${content.join('\n')}\n`)}\n`;
};

/** GitLab reads files that are smaller than 30 MB. */
const bytesAtMost = 30_000_000;
/** For the suites, and what was left out. */
const bytesReserved = 1_000_000;
const textAtMost = 2000;
const nameAtMost = 500;

type Outcome = 'error' | 'failure' | 'skipped' | 'passed';

interface Case {
  readonly outcome: Outcome;
  readonly xml: string;
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Told {
  readonly classname: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** Of the outcome; without it the case says no more than that it passed. */
  readonly text: readonly string[];
  /** The first line of a failure or an error, and its kind. */
  readonly message?: string;
  readonly type?: string;
  /** What else there is to say. */
  readonly aside?: readonly string[];
}

function suitesOf(result: Result, options: ReportOptions): readonly Suite[] {
  const unique = uniqueNames();
  const inputCases = result.inputs.map((input) => caseOf(unique(aboutInput(input))));
  const found = result.inputs
    .flatMap(({ path, findings }, suite) => findings.map((finding) => ({ finding, path, suite })))
    .sort((one, other) => worstFirst(one.finding, other.finding))
    .map((one) => ({ ...one, written: caseOf(unique(aboutFinding(one.finding, one.path, options))) }));
  const count = countWithin(
    found.map(({ written }) => written.xml),
    bytesAtMost - bytesReserved - inputCases.reduce((sum, { xml }) => sum + Buffer.byteLength(xml), 0),
  );
  const kept = found.slice(0, count);
  const casesOf = inputCases.map((one) => [one]);
  for (const { suite, written } of kept) casesOf[suite]?.push(written);
  const suites = result.inputs.map(({ path }, suite) => ({
    name: shown(path, nameAtMost) || 'demarc',
    cases: casesOf[suite] ?? [],
  }));
  const dropped = found.slice(count).map(({ finding }) => finding);
  const rest = [...(result.inputs.length === 0 ? [nothingInspected] : []), ...leftOut(dropped)];
  return rest.length === 0 ? suites : [...suites, { name: 'demarc', cases: rest.map((told) => caseOf(unique(told))) }];
}

const nothingInspected: Told = {
  classname: 'demarc.input',
  name: 'inputs',
  outcome: 'error',
  type: 'not-judged',
  message: 'nothing was inspected',
  text: ['nothing was inspected'],
};

function leftOut(dropped: readonly ReportedFinding[]): readonly Told[] {
  if (dropped.length === 0) return [];
  const blocking = dropped.filter(isBlocking).length;
  const text = `${counted(dropped.length, 'finding')} of the lowest rank left out, ${String(blocking)} of them blocking: GitLab reads 30 MB`;
  const outcome = blocking > 0 ? 'failure' : 'skipped';
  return [{ classname: 'demarc.report', name: 'left out', outcome, type: 'left-out', message: text, text: [text] }];
}

/** The input itself: that it was read and judged is a case too, so that a report without findings is not an empty one. */
function aboutInput(input: ReportedInput): Told {
  const { path, error, resources, notes, moves, fixed } = input;
  const named = { classname: 'demarc.input', name: shown(path, nameAtMost) };
  const aside = [
    `${counted(resources, 'resource')} inspected`,
    ...(fixed.length > 0 ? [`${counted(fixed.length, 'finding')} mended by this change`] : []),
    ...moves.map(({ message }) => message),
    ...notes,
  ];
  if (error !== null) {
    const message = error || 'could not be judged';
    return { ...named, outcome: 'error', type: 'not-judged', message, text: [message], aside };
  }
  const unclassified = unclassifiedText(input);
  return unclassified === undefined
    ? { ...named, outcome: 'passed', text: [], aside }
    : { ...named, outcome: 'skipped', text: [unclassified], aside };
}

function aboutFinding(finding: ReportedFinding, input: string, options: ReportOptions): Told {
  const { control, severity, resource, message } = finding;
  const name = resource.constructPath ?? (resource.address || resource.type);
  return {
    classname: `demarc.${shown(control, nameAtMost)}`,
    name: `${shown(name, nameAtMost)} in ${shown(nameOf(documentOf(finding, input), options.fromRoot), nameAtMost)}`,
    outcome: outcomeOf(finding),
    type: severity,
    message: message || control,
    text: linesOf(finding, input, options),
  };
}

const nameOf = (document: string, fromRoot: ReportOptions['fromRoot']): string =>
  document === '-' ? 'standard input' : fromRoot(document);

const isBlocking = ({ gate, verdict, waiver }: ReportedFinding): boolean =>
  gate === 'block' && verdict !== 'pass' && waiver === null;

function outcomeOf(finding: ReportedFinding): Outcome {
  if (finding.verdict === 'pass') return 'passed';
  return isBlocking(finding) ? 'failure' : 'skipped';
}

function linesOf(finding: ReportedFinding, input: string, { fromRoot }: ReportOptions): readonly string[] {
  const { gate, verdict, severity, waiver, why, fix, suggestion, change } = finding;
  const { at } = findingPlace({ finding, input });
  const document = documentOf(finding, input);
  const word = { block: 'error', warn: 'warning', note: 'note' }[gate];
  const label = (name: string, text: string) => (text === '' ? [] : [`${name}: ${text}`]);
  return [
    ...(waiver ? [waiverText(waiver)] : []),
    `${word}, ${severity}${verdict === 'undecided' ? ', undecided' : ''}${change ? `, ${change}` : ''}: ${finding.message}`,
    at ? `at ${nameOf(at.file, fromRoot)}:${String(at.line)}` : `in ${nameOf(document, fromRoot)}`,
    ...label('because', reasons(finding.witnesses, finding).join('; ')),
    ...label('why', why),
    ...label('help', suggestion === null ? fix : `${fix} Write: ${suggestion}`.trim()),
  ];
}

const waiverText = ({ reason, owner, until }: ReportedWaiver): string =>
  ['waived', until && `until ${until}`, owner && `by ${owner}`, reason && `because ${reason}`]
    .filter(Boolean)
    .join(' ');

function caseOf({ classname, name, outcome, text, message, type, aside = [] }: Told): Case {
  const body = xmlText(text.map((one) => shown(one, textAtMost)).join('\n'));
  const isBad = outcome === 'failure' || outcome === 'error';
  const attributes = isBad && message !== undefined ? { type, message: shown(message, textAtMost) } : {};
  const parts = [
    ...(outcome === 'passed' ? [] : [xmlElement(outcome, attributes, body)]),
    ...(aside.length === 0
      ? []
      : [
          xmlElement(
            'system-out',
            {},
            xmlText(clip(aside.map((one) => shown(one, textAtMost)).join('\n'), textAtMost)),
          ),
        ]),
  ];
  return { outcome, xml: `${xmlElement('testcase', { classname, name, time: 0 }, parts.join(''))}\n` };
}

/**
 * A text from an inspected file, in one line. Jenkins and GitLab would attach the file that `[[ATTACHMENT|path]]` names:
 * nobody but this program says what a report holds.
 */
const shown = (text: string, limit: number): string =>
  clip(printable(text.replace(/\[(?=\[ATTACHMENT\|)/giu, '[ ')), limit);

/** Gives the second case of a name another one. */
function uniqueNames(): (told: Told) => Told {
  const seen = new Map<string, number>();
  return (told) => {
    const key = JSON.stringify([told.classname, told.name]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? told : { ...told, name: `${told.name} (${String(count)})` };
  };
}

function countsOf(cases: readonly Case[]) {
  const count = (wanted: Outcome): number => cases.filter(({ outcome }) => outcome === wanted).length;
  return { tests: cases.length, failures: count('failure'), errors: count('error'), skipped: count('skipped') };
}
