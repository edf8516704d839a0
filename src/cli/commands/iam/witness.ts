import {
  actionNamed,
  holes,
  parsePolicy,
  serviceActions,
  type Action,
  type Holes,
  type Policy,
  type Witness,
} from '../../../iam';
import type { Question } from './outcome';

/**
 * A witness as plain as the policy lets it be. The engine finds the shortest request there is, such as one for an action
 * that no service has; this asks again for a real action, a resource of the kind it takes, and a role. What is not to be
 * had so stays as it was found.
 */
export function plainWitness(policy: Policy, question: Question, found: Witness): Witness {
  let witness = found;
  const narrowed: Policy[] = [policy];
  const settle = (more: Readonly<Record<string, unknown>>): boolean => {
    const narrower = parsePolicy({ Version: '2012-10-17', Statement: { Effect: 'Deny', ...more } });
    const answer = question([...narrowed, narrower]);
    if (answer.answer !== 'yes') return false;
    ({ witness } = answer);
    narrowed.push(narrower);
    return true;
  };
  if (!actionNamed(witness.action)) settle({ NotAction: candidateActions(witness.action), Resource: '*' });
  const action = actionNamed(witness.action);
  // The answers that follow are about this action and no other.
  if (action && settle({ NotAction: action.name, Resource: '*' }))
    resourceShapes(action).some((shapes) => settle({ Action: '*', NotResource: shapes }));
  if (witness.principal?.startsWith('AWS|') && !witness.principal.includes('<'))
    settle({ Action: '*', Resource: '*', NotPrincipal: { AWS: [holes('arn:aws:iam::*:role/', named('a role'))] } });
  return { ...witness, ...(action && { action: action.name }), ...spelled(witness) };
}

const named = (reference: string) => ({ reference });

/** Services that a policy which allows everything is shown with. */
const familiar = ['s3', 'iam'];

/** The actions of the service that the witness is for, or of familiar ones. The first the policy allows is shown. */
function candidateActions(shortest: string): readonly string[] {
  const prefix = shortest.slice(0, Math.max(shortest.indexOf(':'), 0));
  return (prefix === '' ? familiar : [prefix]).flatMap((one) =>
    (serviceActions(one)?.actions ?? []).map(({ name }) => name),
  );
}

/** ARNs an action takes: first with names that nobody mentions, then with any. */
function resourceShapes({ resourceTypes }: Action): readonly (readonly (string | Holes)[])[] {
  const arns = resourceTypes.map(({ arn }) => arn.replace('${Partition}', 'aws'));
  if (arns.length === 0) return [];
  const filled = (arn: string) =>
    holes(...arn.split(/\$\{([^}]*)\}/).flatMap((part, index) => (index % 2 === 0 ? part : named(part))));
  return [arns.map(filled), arns.map((arn) => arn.replaceAll(/\$\{[^}]*\}/g, '*'))];
}

/** `AWS|arn` is the engine's own spelling. */
function spelled({ principal }: Witness): { readonly principal?: string } {
  if (principal === undefined) return {};
  const bar = principal.indexOf('|');
  const [kind, name] = [principal.slice(0, bar), principal.slice(bar + 1)];
  return { principal: name === '' ? kind.toLowerCase() : `${kind} ${name}` };
}
