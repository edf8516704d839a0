import {
  actionNamed,
  isAdmin,
  type Identity,
  type Judgement,
  type PolicySet,
  type StatementReference,
  type Witness as Request,
} from '../iam';
import type { Permissions, PolicyFact } from '../model/fact';
import { all, any, not, truth, type Truth, type Witness } from '../model/truth';
import type { Place } from '../model/value';
import { anywhere, readPolicies, type ReadPolicies } from './policy-set';

/** Questions of the policy engine, asked of facts: answers become truths whose witnesses stand in the input. */

type Yes<D> = Extract<Judgement<D>, { readonly answer: 'yes' }>;

/** A statement at fault, and what it is to be said of it. */
export interface Fault {
  readonly statement: StatementReference | undefined;
  readonly note: (label: string) => string;
}

/** `"Admin" allows s3:DeleteBucket on arn:aws:s3:::<BucketName>`: the request that shows a fault. */
export const allowsRequest =
  ({ action, resource }: Request) =>
  (label: string): string =>
    `${label} allows ${spelled(action)} on ${resource}`;

/** An action as AWS writes it: the engine compares actions in small letters. */
export const spelled = (action: string): string => actionNamed(action)?.name ?? action;

/** Each statement of a judgement, with the request that shows the fault. */
export const statementsOf = ({ statements, witness }: Yes<unknown>): readonly Fault[] =>
  statements.map((statement) => ({ statement, note: allowsRequest(witness) }));

/**
 * Whether a principal may do what a question asks about. A fault that one of its groups has alone is the group's.
 *
 * @returns undefined where a group answers.
 */
export function mayDo<D>(
  fact: Permissions,
  ask: (identity: Identity) => Judgement<D>,
  faults: (found: Yes<D>, reading: ReadPolicies<Identity>) => readonly Fault[] = statementsOf,
): Truth | undefined {
  const answer = truthOf(identitiesOf(fact), placeOf(fact), (reading) => ask(reading.sets), faults);
  if (answer.holds === false || !fact.groups) return answer;
  const ofGroup = fact.groups.some(
    (policies) =>
      truthOf(identitiesOf(groupOf(fact, policies)), placeOf(fact), (one) => ask(one.sets), faults).holds !== false,
  );
  return ofGroup ? undefined : answer;
}

const administrators = new WeakMap<Identity, ReturnType<typeof isAdmin>>();

/** Whether a principal is an administrator, found out once: nothing else that may be asked of one is worth the time. */
export function administration(identity: Identity): ReturnType<typeof isAdmin> {
  const known = administrators.get(identity) ?? isAdmin(identity);
  administrators.set(identity, known);
  return known;
}

/**
 * The same of what every administrator may do: where it belongs to one, it need not be asked.
 *
 * @returns undefined where a group answers.
 */
export const mayDoOrAll = <D>(
  fact: Permissions,
  ask: (identity: Identity) => Judgement<D>,
  faults: (found: Yes<D>, reading: ReadPolicies<Identity>) => readonly Fault[],
): Truth | undefined =>
  mayDo(
    fact,
    (identity): Judgement<D | { readonly grade: 'full' }> => {
      const admin = administration(identity);
      return admin.answer === 'yes' && admin.grade === 'full' ? { ...admin, grade: 'full' } : ask(identity);
    },
    (found, reading) => ('grade' in found ? found.statements.map(everything) : faults(found, reading)),
  );

const everything = (statement: StatementReference): Fault => ({
  statement,
  note: (label) => `${label} allows every action on every resource`,
});

const placeOf = ({ subject }: Permissions | PolicyFact): Place => ({ id: subject.id, path: [] });

const groupFacts = new WeakMap<readonly unknown[], Permissions>();

function groupOf({ kind, noun, subject }: Permissions, policies: Permissions['policies']): Permissions {
  const known = groupFacts.get(policies);
  if (known) return known;
  const fact: Permissions = { kind, noun, subject, policies };
  groupFacts.set(policies, fact);
  return fact;
}

/** The principal with what the provider gave it for a service of its own, too. */
export const withDuties = (fact: Permissions): Permissions =>
  fact.duties ? { ...fact, policies: [...fact.policies, ...fact.duties] } : fact;

const identities = new WeakMap<Permissions, readonly ReadPolicies<Identity>[]>();

/** The principal as the engine sees it, in each reading of its policies; read once. */
export function identitiesOf(fact: Permissions): readonly ReadPolicies<Identity>[] {
  const known = identities.get(fact);
  if (known) return known;
  const read = readPolicies('identity', (reader): Identity => ({
    policies: reader([...fact.policies, ...(fact.groups ?? []).flat()]),
    ...(fact.boundary && { boundaries: [reader([fact.boundary])] }),
    ...(fact.self && { self: fact.self.map(anywhere) }),
  }));
  identities.set(fact, read);
  return read;
}

const documents = new WeakMap<PolicyFact['document'], readonly ReadPolicies<PolicySet>[]>();

/** Whether the policy of a resource, or a trust policy, lets in those that a question asks about. */
export function letsIn<D>(
  fact: PolicyFact,
  ask: (policies: PolicySet) => Judgement<D>,
  note: (found: Yes<D>) => (label: string) => string,
): Truth {
  return truthOf(
    documentReadings(fact),
    fact.document.at,
    ({ sets }) => ask(sets),
    (found) => found.statements.map((statement) => ({ statement, note: note(found) })),
  );
}

/** A resource's policy as the engine sees it, in each reading; read once. */
export function documentReadings({ document }: PolicyFact): readonly ReadPolicies<PolicySet>[] {
  const readings = documents.get(document) ?? readPolicies('resource', (reader) => reader([document]));
  documents.set(document, readings);
  return readings;
}

/** All readings must agree; where they do not, what they differ by keeps the answer open. */
function truthOf<Sets, D>(
  readings: readonly ReadPolicies<Sets>[],
  at: Place,
  ask: (reading: ReadPolicies<Sets>) => Judgement<D>,
  faults: (found: Yes<D>, reading: ReadPolicies<Sets>) => readonly Fault[],
): Truth {
  const answers = readings.map((reading) =>
    reading.unread ? { holds: undefined, because: reading.unread } : answerOf(reading, at, ask(reading), faults),
  );
  const agreed = answers.every(({ holds }) => holds === answers[0]?.holds);
  if (agreed) return answers[0]?.holds === true ? all(...answers) : (answers[0] ?? truth(false, at, 'no policy'));
  const open = answers.filter(({ holds }) => holds === undefined);
  const choices = readings.flatMap((reading) => reading.choices);
  return { holds: undefined, because: open.length > 0 ? any(...open).because : choices };
}

function answerOf<Sets, D>(
  reading: ReadPolicies<Sets>,
  at: Place,
  judgement: Judgement<D>,
  faults: (found: Yes<D>, reading: ReadPolicies<Sets>) => readonly Fault[],
): Truth {
  if (judgement.answer === 'no') return truth(false, at, 'no policy allows it');
  if (judgement.answer === 'yes')
    return {
      holds: true,
      because: faults(judgement, reading).map(({ statement, note }): Witness => {
        const { at: place, label } = statement ? reading.locate(statement) : { at, label: 'a statement' };
        return { at: place.id === '' ? at : place, note: note(label) };
      }),
    };
  return {
    holds: undefined,
    because: judgement.missing.map((name) => reading.open(name) ?? { at, note: name }),
  };
}

/** A requirement that no such thing is allowed; none where a group answers for it. */
export const mayNot = (answer: Truth | undefined): Truth | undefined => answer && not(answer);
