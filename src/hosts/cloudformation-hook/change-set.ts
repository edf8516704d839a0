import {
  entriesOf,
  intrinsic,
  isDataList,
  isDataObject,
  member,
  scalarText,
  unsettled,
  type Data,
  type DataObject,
} from '../../readers/cloudformation/data';
import { UnreadablePayload } from './payload';

/** A resource that a change set changes. */
interface Change {
  readonly logicalId: string;
  readonly type: string;
  readonly before: Data | undefined;
  readonly after: Data | undefined;
}

/** Stands for what is settled when the change set is executed. */
const openText = '{{changeSet:KNOWN_AFTER_APPLY}}';

/**
 * The template as it is and as it will be. The change set knows what parameters and conditions come to, the template how
 * resources hang together: where the template names another resource, its word counts, and elsewhere that of the change
 * set.
 *
 * @see https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks-create-lambda-function.html#lambda-hooks-create-lambda-function-change-set-input
 * @throws UnreadablePayload
 */
export function withChanges(
  template: DataObject,
  changedResources: unknown,
): { readonly before: DataObject; readonly after: DataObject } {
  const changes = changesOf(changedResources);
  const resources = new Map(entriesOf(member(template, 'Resources')));
  const names = new Set(resources.keys());
  const put = (which: 'before' | 'after'): DataObject => {
    const all = new Map(resources);
    // What is replaced goes and comes: what comes counts.
    for (const { logicalId, [which]: context } of changes) if (context === undefined) all.delete(logicalId);
    for (const { logicalId, type, [which]: context } of changes)
      if (context !== undefined) all.set(logicalId, resourceOf(resources.get(logicalId), type, context, names));
    return { ...template, Resources: Object.fromEntries(all) };
  };
  return { before: put('before'), after: put('after') };
}

/** What a macro made of it has another type than what was written, and nothing else in common. */
function resourceOf(written: Data | undefined, type: string, context: Data, names: ReadonlySet<string>): Data {
  const isSame = isDataObject(written) && member(written, 'Type') === type;
  const properties = member(context, 'Properties') ?? {};
  return {
    ...(isSame && written),
    Type: type,
    Properties: overlay(isSame ? member(written, 'Properties') : undefined, properties, names),
  };
}

function overlay(written: Data | undefined, resolved: Data, names: ReadonlySet<string>): Data {
  const call = intrinsic(written);
  const isScalar = typeof resolved !== 'object' || resolved === null;
  if (written !== undefined && call && isScalar && mentions(written, names)) return written;
  if (typeof resolved === 'string' && resolved.includes(openText))
    return written ?? unsettled('settled when the change set is executed');
  if (isDataList(resolved)) {
    const items = isDataList(written) && written.length === resolved.length ? written : [];
    return resolved.map((item, index) => overlay(items[index], item, names));
  }
  if (!isDataObject(resolved)) return resolved;
  const members = call ? undefined : written;
  return Object.fromEntries(
    Object.entries(resolved).map(([key, value]) => [key, overlay(member(members, key), value, names)]),
  );
}

/** Whether something written names a resource of the template. */
function mentions(data: Data, names: ReadonlySet<string>): boolean {
  const call = intrinsic(data);
  if (call?.name === 'Ref') return typeof call.argument === 'string' && names.has(call.argument);
  if (call?.name === 'Fn::GetAtt') {
    const [name] = isDataList(call.argument) ? call.argument : scalarText(call.argument).split('.');
    return typeof name === 'string' && names.has(name);
  }
  if (call?.name === 'Fn::Sub') {
    const text = isDataList(call.argument) ? call.argument[0] : call.argument;
    const holes = [...scalarText(text).matchAll(/\$\{([^!.}]+)/gu)].map(([, name = '']) => name.trim());
    if (holes.some((name) => names.has(name))) return true;
  }
  return typeof data === 'object' && data !== null && Object.values(data).some((item: Data) => mentions(item, names));
}

function changesOf(changedResources: unknown): readonly Change[] {
  if (!Array.isArray(changedResources)) throw new UnreadablePayload('the change set lists no changes');
  return changedResources.map((one: Readonly<Record<string, unknown>> | null) => {
    const { logicalResourceId: logicalId, resourceType: type, action, beforeContext, afterContext } = one ?? {};
    if (typeof logicalId !== 'string' || typeof type !== 'string')
      throw new UnreadablePayload('the change set lists a change of nothing');
    if (action !== 'DELETE' && (afterContext === null || afterContext === undefined))
      throw new UnreadablePayload('the change set does not say what a resource becomes');
    return { logicalId, type, before: contextOf(beforeContext), after: contextOf(afterContext) };
  });
}

function contextOf(text: unknown): Data | undefined {
  if (text === null || text === undefined) return undefined;
  try {
    const context: unknown = typeof text === 'string' ? JSON.parse(text) : text;
    if (typeof context === 'object' && context !== null) return context as Data;
  } catch {
    // Said below.
  }
  throw new UnreadablePayload('the change set holds properties that cannot be read');
}
