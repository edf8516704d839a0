import { markup, type Content, type Markup } from '../../html/markup';
import { inputName } from '../../model/input-name';
import type { ReportedFinding, ReportedWitness } from '../../model/result';
import { documentOf, hasPlace } from '../place';
import { counted } from '../printable';
import type { ReportOptions } from '../report';
import { drawnCode, noPicture, pictureOf, type Picture } from './code';
import type { Entry } from './entries';
import type { Subject } from './subjects';
import { capital, changeWords, named, shown } from './words';

/** What an item is written with. */
export interface ItemSetting {
  readonly subject: Subject | undefined;
  /** Where the map shows the subject. */
  readonly target: string;
  readonly options: ReportOptions;
  /** Whether its lines of code are shown: a page has room for some. */
  readonly hasCode: boolean;
  /** Whether the reason why it lies on that side of the line stands with its control already. */
  readonly isSideSaid: boolean;
}

/** One finding: what is wrong with what, where, why it is thought so, and what to write. */
export function item(entry: Entry, setting: ItemSetting): Markup {
  const { finding, standing, change } = entry;
  const { subject } = setting;
  return markup`<li class="finding" data-standing="${standing}" data-severity="${finding.severity}" data-area="${finding.area}" data-verdict="${finding.verdict}"${
    change === null ? '' : markup` data-change="${change}"`
  }${subject ? markup` data-resource="${subject.position}" data-place="${subject.place}"` : ''}>
<p class="message">${named(capital(finding.message === '' ? finding.control : finding.message))}${badges(entry)}</p>
<p class="where">${resourceName(finding, setting)}</p>
${standing === 'fixed' ? '' : evidence(entry, setting)}${remarks(entry, setting)}</li>
`;
}

function badges({ finding: { verdict }, change }: Entry): readonly Markup[] {
  const undecided = verdict === 'undecided' ? [markup` <span class="badge undecided">Undecided</span>`] : [];
  return change === null || change === 'fixed'
    ? undecided
    : [...undecided, markup` <span class="badge ${change}">${changeWords[change]}</span>`];
}

function resourceName({ resource }: ReportedFinding, { subject, target }: ItemSetting): Markup {
  const { address, constructPath, type } = resource;
  const name = named(constructPath ?? (address === '' ? type : address));
  const link = subject ? markup`<a href="#${target}" data-show="${subject.position}">${name}</a>` : name;
  return address === '' && constructPath === null ? link : markup`${link} <span class="type">${named(type)}</span>`;
}

function evidence({ finding, input }: Entry, { options, hasCode }: ItemSetting): Markup {
  const at = finding.witnesses.find(hasPlace);
  const file = at?.file ?? null;
  const picture = file !== null && hasCode ? pictureOf(finding, file, options.source) : noPicture;
  const rest = reasons(finding, picture);
  return markup`<p class="file">${spot(finding, input, at, options)}</p>
${drawnCode(picture)}${
    rest.length === 0 ? '' : markup`<ul class="reasons">${rest.map((text) => markup`<li>${named(text)}</li>`)}</ul>`
  }
`;
}

function spot(
  finding: ReportedFinding,
  input: string,
  at: ReportedWitness | undefined,
  { fromRoot, link }: ReportOptions,
): Markup {
  if (at?.file == null || at.line === null) {
    const document = documentOf(finding, input);
    return markup`in <code>${named(inputName(document))}</code>`;
  }
  const text = [fromRoot(at.file), at.line, at.column].filter((part) => part !== null).join(':');
  const target = link?.(at.file, at.line);
  const place = markup`<code>${named(text)}</code>`;
  return target !== undefined && /^https?:\/\//u.test(target)
    ? markup`<a href="${target}" rel="noopener noreferrer">${place}</a>`
    : place;
}

const reasonsAtMost = 3;

/** The witnesses that no picture shows, in words. What cannot be decided says why in its message already. */
function reasons({ witnesses, resource, message }: ReportedFinding, picture: Picture): readonly string[] {
  const texts = witnesses
    .filter((witness) => !picture.shown.has(witness))
    .map(({ address, path, note }) =>
      [
        [address === resource.address ? '' : address, path.join('.')].filter((part) => part !== '').join(' '),
        message.endsWith(note) ? '' : note,
      ]
        .filter((part) => part !== '')
        .join(': '),
    );
  const distinct = [...new Set(texts)].filter((text) => text !== '');
  const left = distinct.length - reasonsAtMost;
  return left > 1 ? [...distinct.slice(0, reasonsAtMost), `and ${counted(left, 'more place')} like these`] : distinct;
}

function remarks({ finding, standing }: Entry, { isSideSaid }: ItemSetting): Markup | undefined {
  const { suggestion, waiver, related, coveredBy, responsibility, witnesses } = finding;
  const given = witnesses.flatMap(({ givenAt = [] }) => givenAt.slice(-1))[0];
  const all: readonly (readonly [string, Content])[] = [
    ...(given && standing !== 'fixed'
      ? [['Value given at', markup`<code>${named(`${given.file}:${String(given.line)}`)}</code>`] as const]
      : []),
    ...(suggestion !== null && standing !== 'fixed'
      ? [['Write', markup`<code>${named(suggestion)}</code>`] as const]
      : []),
    ...(isSideSaid ? [] : [[partyWords[finding.party], named(capital(responsibility))] as const]),
    ...(related.length > 0 ? [['Together with', list(related)] as const] : []),
    ...(coveredBy === null ? [] : [['The same fault', markup`is said more closely by ${named(coveredBy)}`] as const]),
    ...(waiver ? [['Waived', waiverText(waiver)] as const] : []),
  ];
  return all.length === 0
    ? undefined
    : markup`<dl class="remarks">${all.map(([term, text]) => markup`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
`;
}

export const partyWords = { customer: 'Yours', shared: 'Shared', provider: 'The provider’s' } as const;

const namesAtMost = 4;

function list(names: readonly string[]): Markup {
  const left = names.length - namesAtMost;
  return markup`${names
    .slice(0, left > 1 ? namesAtMost : names.length)
    .map((name, i) => markup`${i > 0 ? ', ' : ''}${named(name, 200)}`)}${left > 1 ? ` and ${String(left)} more` : ''}`;
}

function waiverText({ reason, owner, until, ticket, source }: NonNullable<ReportedFinding['waiver']>): Markup {
  return markup`${until === null ? '' : markup`until ${shown(until)} `}${
    owner === null ? '' : markup`by ${named(owner)} `
  }${reason === '' ? 'without a reason' : markup`because ${named(reason)}`}${
    ticket === null ? '' : markup` (${named(ticket)})`
  }, written in: ${named(source)}`;
}
