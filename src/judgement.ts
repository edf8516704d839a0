import type { Control } from './controls/control';
import type { Fact } from './model/fact';
import type { Finding, Verdict } from './model/finding';
import { grown } from './model/listing';
import type { Resource } from './model/resource';
import type { Truth, Witness } from './model/truth';
import { passLists, type PassLists } from './pass-list';

export interface Judgement {
  readonly findings: readonly Finding[];
  /** The controls that a subject passes, where nothing else is kept of it: they are not among the findings. */
  readonly passes: ReadonlyMap<Resource, readonly string[]>;
  /** Managed resources of a type that no service knows. They never count as passed. */
  readonly unclassified: readonly Resource[];
  /** Services and controls that broke on a resource: what they would have said of it is missing. */
  readonly errors: readonly JudgementError[];
}

export interface JudgementError {
  readonly resource: Resource;
  /** The service or control that broke. */
  readonly by: string;
  readonly message: string;
}

/**
 * How much of a pass is kept: the finding, or the verdict alone. Most findings pass, and would take most of the memory.
 */
export type KeptPasses = 'whole' | 'verdict';

/** What was found out about a resource: by its services, and by the controls that judge what they state. */
export interface Heard {
  /** No service knows its type. */
  readonly unclassified: boolean;
  /** It rests on nothing but the resource and what was asked of the graph. Of a plugin's services nobody knows. */
  readonly shareable: boolean;
  readonly verdicts: readonly {
    readonly fact: Fact;
    readonly service: string;
    readonly control: Control;
    readonly truth: Truth;
  }[];
  readonly errors: readonly JudgementError[];
}

/** What was heard so far. */
export interface JudgementRecord {
  readonly add: (resource: Resource, heard: Heard) => void;
  /** To be asked once, when all was heard. */
  readonly judgement: () => Judgement;
}

/** What was found so far of one control on one subject. */
interface Draft extends Pick<Finding, 'verdict' | 'service' | 'noun'> {
  readonly control: Control;
  related: Resource[];
  witnesses: Witness[];
  facts: Fact[];
}

/** What is heard of one resource after the other, by subject and control. */
export function newRecord(controls: readonly Control[], passes: KeptPasses): JudgementRecord {
  const unclassified: Resource[] = [];
  const errors: JudgementError[] = [];
  /** Lists, of a dozen drafts at most. */
  const bySubject = new Map<Resource, Draft[]>();
  const passed = new Map<Resource, readonly string[]>();
  const lists = passLists();
  return {
    add(resource, heard) {
      if (heard.unclassified) unclassified.push(resource);
      errors.push(...heard.errors);
      for (const { fact, service, control, truth } of heard.verdicts) {
        const { subject } = fact;
        if (truth.holds === true && passes === 'verdict') {
          passed.set(subject, lists.with(passed.get(subject), control.id, { service, noun: fact.noun }));
          continue;
        }
        const drafts = bySubject.get(subject) ?? [];
        if (drafts.length === 0) bySubject.set(subject, drafts);
        enter(drafts, control, { fact, service, truth });
      }
    },
    judgement() {
      const broken = new Map(errors.map(({ resource, by }) => [resource, by]));
      const position = new Map(controls.map((control, index) => [control, index]));
      const order = ({ control }: Draft): number => position.get(control) ?? 0;
      for (const [subject, list] of passed) {
        const drafts = bySubject.get(subject) ?? [];
        const ids = list.filter((id) => !drafts.some(({ control }) => control.id === id));
        // Of a service that broke nobody knows whether they pass still.
        if (ids.length > 0 && broken.has(subject))
          bySubject.set(subject, [...drafts, ...draftsOf(controls, ids, lists.about(list))]);
        if (ids.length === 0 || broken.has(subject)) passed.delete(subject);
        else if (ids.length < list.length) passed.set(subject, ids);
      }
      const findings: Finding[] = [];
      for (const [subject, drafts] of bySubject) {
        const inOrder = drafts.toSorted((one, other) => order(one) - order(other));
        for (const draft of inOrder) findings.push(withoutPass(findingOf(subject, draft), broken.get(subject)));
        bySubject.delete(subject);
      }
      return { findings, passes: passed, unclassified, errors };
    },
  };
}

/** Passes of which the verdict alone was kept, as if all had been. */
const draftsOf = (
  controls: readonly Control[],
  ids: readonly string[],
  { service, noun }: ReturnType<PassLists['about']>,
): readonly Draft[] =>
  controls
    .filter(({ id }) => ids.includes(id))
    .map((control) => ({ control, verdict: 'pass', service, noun, related: [], witnesses: [], facts: [] }));

/** What a service would have said that broke on the subject is missing: nobody knows whether it would pass still. */
function withoutPass(finding: Finding, brokenService: string | undefined): Finding {
  if (brokenService === undefined || finding.verdict !== 'pass') return finding;
  const note = `internal error in ${brokenService}`;
  return { ...finding, verdict: 'undecided', witnesses: [{ at: { id: finding.subject.id, path: [] }, note }] };
}

const gravity: Readonly<Record<Verdict, number>> = { pass: 0, undecided: 1, fail: 2 };

/**
 * Enters a verdict as soon as it is known, so that nobody has to keep the fact. One finding per control and subject: the
 * failing facts are its witnesses, else the open ones, else all.
 */
function enter(
  drafts: Draft[],
  control: Control,
  { fact, service, truth }: { readonly fact: Fact; readonly service: string; readonly truth: Truth },
): void {
  const verdict = verdictOf(truth);
  const index = drafts.findIndex((draft) => draft.control === control);
  const known = drafts[index];
  if (known && gravity[verdict] < gravity[known.verdict]) return;
  const place = known ? index : drafts.length;
  const fresh = { control, verdict, service, noun: fact.noun, related: [], witnesses: [], facts: [] };
  const draft: Draft = known?.verdict === verdict ? known : fresh;
  drafts[place] = draft;
  for (const one of fact.related ?? []) draft.related = grown(draft.related, one);
  for (const witness of truth.because) draft.witnesses = grown(draft.witnesses, witness);
  // What a fault says is compared with what it said before; of the others only the verdicts are.
  if (verdict === 'fail') draft.facts = grown(draft.facts, fact);
}

const findingOf = (
  subject: Resource,
  { control, verdict, service, noun, witnesses, facts, related }: Draft,
): Finding => ({
  control: control.id,
  subject,
  verdict,
  service,
  noun,
  witnesses,
  facts,
  related: related.length === 0 ? related : [...new Set(related)].filter((one) => one !== subject),
});

const verdictOf = ({ holds }: Truth): Verdict => (holds === undefined ? 'undecided' : holds ? 'pass' : 'fail');
