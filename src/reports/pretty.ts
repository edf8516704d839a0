import { inputName } from '../model/input-name';
import type { ReportedFinding, ReportedWitness } from '../model/result';
import { fold, groups, type Folded } from './fold';
import { frameLines, type FrameLine } from './frame';
import { openFindings, sorted, type Placed } from './order';
import { gateStyle, painter, type Paint } from './paint';
import { findingPlace } from './place';
import { counted, printable } from './printable';
import type { Report, ReportOptions } from './report';
import { summary } from './summary';

/** For people: a frame for each finding, what is worst first, and a summary at the end. */
export const pretty: Report = (result, options) => {
  const paint = painter(options.color);
  const passes = sorted(result).filter(({ finding }) => finding.verdict === 'pass');
  const { spoken, covered } = fold(openFindings(result));
  const wanted = options.quiet ? spoken.filter(({ finding }) => finding.gate === 'block') : spoken;
  const explained = new Set<string>();
  const blocks = groups(wanted).flatMap((group) => describe(group, { covered, explained, paint, options }));
  const passed = options.quiet ? [] : passes.map(({ finding }) => passLine(finding, paint));
  const sections = [...blocks, passed.join('\n'), summary(result, options, paint).join('\n')];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
};

interface Setting {
  readonly covered: Folded['covered'];
  /** Controls whose reason has been given already. */
  readonly explained: Set<string>;
  readonly paint: Paint;
  readonly options: ReportOptions;
}

/** More findings than this of one kind are listed, not framed. */
const framesAtMost = 10;
const listedAtMost = 20;

function describe(group: readonly Placed[], setting: Setting): readonly string[] {
  if (group.length <= framesAtMost) return group.map((placed) => describeOne(placed, [], setting));
  const [first, ...rest] = group;
  if (!first) return [];
  const listed = rest.slice(0, listedAtMost).map((placed) => placeOf(placed).text);
  const left = rest.length - listed.length;
  const notes = [
    `${counted(rest.length, 'more finding')} of ${first.finding.control}:`,
    ...listed.map((place) => `  ${place}`),
    ...(left > 0 ? [`  and ${counted(left, 'other')}: \`--format json\` lists every one`] : []),
  ];
  return [describeOne(first, notes, setting)];
}

/** Five lines at most: what, where, what decided it, why it matters, what to do. `explain` has the rest. */
function describeOne(placed: Placed, more: readonly string[], setting: Setting): string {
  const { finding } = placed;
  const { paint, explained, covered } = setting;
  const place = placeOf(placed);
  const picture = pictureOf(place.file, finding, setting);
  const rest = finding.witnesses.filter((witness) => !picture.shown.has(witness));
  const isFirst = !explained.has(finding.control);
  explained.add(finding.control);
  const remark = (label: string, text: string) =>
    text === '' ? [] : [`${paint('faint', ' =')} ${paint('strong', label)}: ${printable(text)}`];
  const because = [...reasons(rest, finding), ...origin(finding)].join('; ');
  const lines = [
    headline(finding, paint),
    `${paint('faint', ' -->')} ${place.text}${alsoText(covered.get(finding))}`,
    ...(picture.lines.length > 0
      ? picture.lines.map((line) => joined(line, because, paint))
      : remark('because', because)),
    ...(isFirst ? remark(finding.party === 'shared' ? 'why (shared)' : 'why', whyText(finding)) : []),
    ...remark('help', helpText(finding)),
    ...more.map(
      (line, i) => `${paint('faint', i === 0 ? ' = ' : '   ')}${i === 0 ? `${paint('strong', 'note')}: ` : ''}${line}`,
    ),
  ];
  return lines.join('\n');
}

const changeWords = {
  introduced: '',
  existing: ' (as before this change)',
  worsened: ' (worse by this change)',
} as const;

function headline({ gate, control, message, change }: ReportedFinding, paint: Paint): string {
  const word = { block: 'error', warn: 'warning', note: 'note' }[gate];
  const label = `${word}[${printable(control)}]`;
  return `${paint(gateStyle[gate], label)}: ${printable(message)}${change === null ? '' : changeWords[change]}`;
}

const joined = (line: string, because: string, paint: Paint): string =>
  because === '' ? line : `${line}${paint('faint', `; ${printable(because)}`)}`;

/** Where the value comes from, beyond the place that is shown: the argument of a module. */
const origin = ({ witnesses }: ReportedFinding): readonly string[] =>
  witnesses
    .flatMap(({ givenAt = [] }) => givenAt.slice(-1))
    .slice(0, 1)
    .map(({ file, line }) => `given at ${file}:${String(line)}`);

const whyText = ({ why, supports }: ReportedFinding): string =>
  supports.length > 0 ? `${why} Supports ${supports.join('; ')}.` : why;

const helpText = ({ fix, suggestion }: ReportedFinding): string =>
  suggestion === null ? fix : `${fix} Write: ${suggestion}`;

const alsoNamed = 3;

/** The controls that the finding speaks for. */
function alsoText(controls: readonly string[] = []): string {
  if (controls.length === 0) return '';
  const left = controls.length - alsoNamed;
  const named = controls.slice(0, left > 1 ? alsoNamed : controls.length).map(printable);
  return `; also ${[...named, ...(left > 1 ? [`${String(left)} more`] : [])].join(', ')}`;
}

/** Where to look: the file if one is known, and what the resource is called. */
function placeOf(placed: Placed): { readonly text: string; readonly file: string | null } {
  const { name, document, at } = findingPlace(placed);
  if (at === null) return { file: null, text: `${printable(name)} in ${printable(inputName(document))}` };
  const position = [at.file, at.line, at.column].filter((part) => part !== null).join(':');
  return { file: at.file, text: `${printable(position)} (${printable(name)})` };
}

function pictureOf(file: string | null, finding: ReportedFinding, { options, paint }: Setting) {
  const source = file === null ? undefined : options.source(file);
  if (source === undefined) return { lines: [], shown: new Set<ReportedWitness>() };
  const here = finding.witnesses.filter((witness) => witness.file === file);
  const { lines, shown } = frameLines(here, source, { secret: finding.control.includes('secret'), limit: 1 });
  return { lines: lines.map((line) => frameText(line, paint)), shown };
}

/** `5 |   encrypted = false  <- encryption at rest`, with what decided it marked. */
function frameText({ line, text, start, length, labels }: FrameLine, paint: Paint): string {
  const marked = `${text.slice(0, start)}${paint('strong', text.slice(start, start + length))}${text.slice(start + length)}`;
  return `${paint('faint', `${String(line)} |`)} ${marked}  ${paint('faint', `<- ${labels.join('; ')}`)}`;
}

const reasonsAtMost = 2;

/** The witnesses that no frame shows, in words. */
export function reasons(witnesses: readonly ReportedWitness[], finding: ReportedFinding): readonly string[] {
  const texts = [...new Set(witnesses.map((witness) => reason(witness, finding)))].filter((text) => text !== '');
  const left = texts.length - reasonsAtMost;
  return left > 1 ? [...texts.slice(0, reasonsAtMost), `and ${counted(left, 'more place')} like these`] : texts;
}

function reason({ address, path, note }: ReportedWitness, { resource, message }: ReportedFinding): string {
  const where = [address === resource.address ? '' : address, pathText(path)].filter((part) => part !== '').join(' ');
  // What cannot be decided says why in its message already.
  const said = message.endsWith(note) ? '' : note;
  return [where, said].filter((part) => part !== '').join(': ');
}

/** `ingress[0].cidr_blocks`. */
export const pathText = (path: readonly (string | number)[]): string =>
  path.map((key, i) => (typeof key === 'number' ? `[${String(key)}]` : i === 0 ? key : `.${key}`)).join('');

const passLine = ({ control, message, party, responsibility }: ReportedFinding, paint: Paint): string => {
  const covered = party === 'provider' ? `; ${responsibility}` : '';
  return `${paint('good', `pass[${printable(control)}]`)}: ${printable(`${message}${covered}`)}`;
};
