import type { ReportedFinding, ReportedWitness } from '../model/result';
import { frame } from './frame';
import { sorted, type Placed } from './order';
import { gateStyle, painter, type Paint } from './paint';
import { counted, printable, wrap } from './printable';
import type { Report, ReportOptions } from './report';
import { summary } from './summary';

/** For people: a frame for each finding, what is worst first, and a summary at the end. */
export const pretty: Report = (result, options) => {
  const paint = painter(options.color);
  const findings = sorted(result).filter(({ finding }) => finding.verdict !== 'pass' && !finding.waiver);
  const passes = sorted(result).filter(({ finding }) => finding.verdict === 'pass');
  const { spoken, covered } = fold(findings);
  const wanted = options.quiet ? spoken.filter(({ finding }) => finding.gate === 'block') : spoken;
  const explained = new Set<string>();
  const blocks = groups(wanted).flatMap((group) => describe(group, { covered, explained, paint, options }));
  const passed = options.quiet ? [] : passes.map(({ finding }) => passLine(finding, paint));
  const sections = [...blocks, passed.join('\n'), summary(result, options, paint).join('\n')];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
};

interface Folded {
  readonly spoken: readonly Placed[];
  /** For each finding that speaks for others, the controls it speaks for. */
  readonly covered: ReadonlyMap<ReportedFinding, readonly string[]>;
}

/** Folds a finding into the more specific one that speaks for it, where that one is shown and weighs as much. */
function fold(findings: readonly Placed[]): Folded {
  const key = ({ finding: { resource }, input }: Placed, control: string) =>
    JSON.stringify([input, resource.document, resource.stack, resource.constructPath, resource.address, control]);
  const rank = { block: 0, warn: 1, note: 2 };
  const byKey = new Map(findings.map((placed) => [key(placed, placed.finding.control), placed.finding]));
  const covered = new Map<ReportedFinding, readonly string[]>();
  /** Who speaks in the end, where one that speaks is itself spoken for. */
  const speakerOf = (placed: Placed): ReportedFinding | undefined => {
    let speaker: ReportedFinding | undefined;
    const passed = new Set([placed.finding]);
    for (let next = placed.finding.coveredBy; next !== null; next = speaker.coveredBy) {
      const found = byKey.get(key(placed, next));
      if (!found || passed.has(found)) break;
      passed.add(found);
      speaker = found;
    }
    return speaker;
  };
  const spoken = findings.filter((placed) => {
    const { control, gate } = placed.finding;
    const speaker = speakerOf(placed);
    if (!speaker || rank[speaker.gate] > rank[gate]) return true;
    covered.set(speaker, [...(covered.get(speaker) ?? []), control]);
    return false;
  });
  return { spoken, covered };
}

/** Findings that read alike: one control, one verdict, one level. */
function groups(findings: readonly Placed[]): readonly (readonly Placed[])[] {
  const byKind = new Map<string, Placed[]>();
  for (const placed of findings) {
    const { control, verdict, gate } = placed.finding;
    const key = `${gate} ${verdict} ${control}`;
    const group = byKind.get(key);
    if (group) group.push(placed);
    else byKind.set(key, [placed]);
  }
  return [...byKind.values()];
}

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

function describeOne(placed: Placed, more: readonly string[], setting: Setting): string {
  const { finding } = placed;
  const { paint, options, explained } = setting;
  const place = placeOf(placed);
  const picture = pictureOf(place.file, finding, setting);
  const rest = finding.witnesses.filter((witness) => !picture.shown.has(witness));
  const first = !explained.has(finding.control);
  explained.add(finding.control);
  const remark = (label: string, text: string) => remarkLines(label, printable(text), options.width, paint);
  const lines = [
    ...headline(finding, options.width, paint),
    `${paint('faint', ' -->')} ${place.text}`,
    ...picture.lines,
    ...reasons(rest, finding).flatMap((reason) => remark('because', reason)),
    ...finding.witnesses
      .flatMap(({ givenAt = [] }) => givenAt.slice(-1))
      .slice(0, 1)
      .flatMap(({ file, line }) => remark('given', `${file}:${String(line)}`)),
    ...(first ? remark('why', finding.why) : []),
    ...(first ? remark(finding.party === 'shared' ? 'shared' : 'yours', finding.responsibility) : []),
    ...remark('help', finding.fix),
    ...remark('write', finding.suggestion ?? ''),
    ...(first ? remark('supports', finding.supports.join('; ')) : []),
    ...alsoControls(setting.covered.get(finding)).flatMap((also) => remark('also', also)),
    ...changeNotes(finding).flatMap((note) => remark('note', note)),
    ...more.map(
      (line, i) => `${paint('faint', i === 0 ? ' = ' : '   ')}${i === 0 ? `${paint('strong', 'note')}: ` : ''}${line}`,
    ),
  ];
  return lines.join('\n');
}

function headline({ gate, control, message }: ReportedFinding, width: number, paint: Paint): readonly string[] {
  const word = { block: 'error', warn: 'warning', note: 'note' }[gate];
  const label = `${word}[${printable(control)}]`;
  const [first = '', ...rest] = wrap(`${label}: ${printable(message)}`, width);
  return [first.replace(label, () => paint(gateStyle[gate], label)), ...rest.map((line) => `  ${line}`)];
}

/** Where to look: the file if one is known, and what the resource is called. */
function placeOf({ finding, input }: Placed): { readonly text: string; readonly file: string | null } {
  const { address, constructPath, type, document } = finding.resource;
  const name = printable(constructPath ?? (address === '' ? type : address));
  const witness = finding.witnesses.find(({ file, line }) => file !== null && line !== null);
  if (typeof witness?.file !== 'string') {
    const file = document === '' ? input : document;
    return { file: null, text: `${name} in ${file === '-' ? 'standard input' : printable(file)}` };
  }
  const position = [witness.file, witness.line, witness.column].filter((part) => part !== null).join(':');
  return { file: witness.file, text: `${printable(position)} (${name})` };
}

const linesInFrame = 4;

function pictureOf(file: string | null, finding: ReportedFinding, { options, paint }: Setting) {
  const source = file === null ? undefined : options.source(file);
  if (source === undefined) return { lines: [], shown: new Set<ReportedWitness>() };
  const here = finding.witnesses.filter((witness) => witness.file === file);
  const look = { secret: finding.control.includes('secret'), width: options.width, limit: linesInFrame };
  return frame(here, source, look, (text) => paint('faint', text));
}

const reasonsAtMost = 3;

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

const alsoControls = (controls: readonly string[] | undefined): readonly string[] =>
  controls ? [controls.join(', ')] : [];

function changeNotes({ change }: ReportedFinding): readonly string[] {
  if (change === 'existing') return ['it was so before this change'];
  return change === 'worsened' ? ['this change makes it worse'] : [];
}

function remarkLines(label: string, text: string, width: number, paint: Paint): readonly string[] {
  if (text === '') return [];
  const start = ` = ${label}: `;
  const [first = '', ...rest] = wrap(text, Math.max(width - start.length, 40));
  const indent = ' '.repeat(start.length);
  return [`${paint('faint', ' =')} ${paint('strong', label)}: ${first}`, ...rest.map((line) => indent + line)];
}

const passLine = ({ control, message, party, responsibility }: ReportedFinding, paint: Paint): string => {
  const covered = party === 'provider' ? `; ${responsibility}` : '';
  return `${paint('good', `pass[${printable(control)}]`)}: ${printable(`${message}${covered}`)}`;
};
