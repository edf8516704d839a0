import type { Maker } from '../src/readers/cloudformation/template';
import { userFrame, type Makers } from '../src/readers/cdk-assembly/makers';
import type { AssemblyStack } from '../src/readers/cdk-assembly/manifest';
import { isResource, isStack, isStage, within, type ConstructLike, type StackLike } from './constructs';
import { nearestTrace } from './creation-line';

/** The stacks of a scope, or the one around it, as they will be synthesized: overrides and references are in. */
export function stacksOf(scope: ConstructLike): readonly AssemblyStack[] {
  const inside = [...within(scope)].filter(isStack).filter((stack) => !stack.nestedStackParent);
  const around = scope.node.scopes.find(isStack);
  return (inside.length > 0 || !around ? inside : [around]).map(stackOf);
}

function stackOf(stack: StackLike): AssemblyStack {
  const nested = nestedIn(stack).flatMap((inner) => {
    const id = inner.nestedStackResource && stack.resolve(inner.nestedStackResource.logicalId);
    return typeof id === 'string' ? [[id, stackOf(inner)] as const] : [];
  });
  return {
    document: stack.templateFile,
    template: () => JSON.stringify(stack.resolve(stack._toCloudFormation())),
    name: stack.nestedStackParent ? stack.node.path : stack.stackName,
    stage: stageAround(stack),
    account: settled(stack.account),
    region: settled(stack.region),
    makers: makersIn(stack),
    nested: new Map(nested),
  };
}

const nestedIn = (stack: StackLike): readonly StackLike[] =>
  [...within(stack)].filter(isStack).filter(({ nestedStackParent }) => nestedStackParent === stack);

const stageAround = ({ node }: ConstructLike): string => node.scopes.filter(isStage).at(-1)?.node.path ?? '';

/** An account or region that is settled at deployment is a token. */
const settled = (text: string): string | undefined => (text.includes('${') ? undefined : text);

function makersIn(stack: StackLike): Makers {
  const byLogicalId = new Map<string, Maker>();
  for (const construct of within(stack)) {
    if (!isResource(construct) || construct.node.scopes.filter(isStack).at(-1) !== stack) continue;
    const id = stack.resolve(construct.logicalId);
    const location = userFrame(nearestTrace(construct));
    const maker = { constructPath: construct.node.path, ...(location && { location }) };
    if (typeof id === 'string') byLogicalId.set(id, maker);
  }
  return { byLogicalId, nested: new Map() };
}
