import { edits, editOf } from '../src/fixes';
import type { Configuration } from '../src/gate/configuration';
import { didYouMean } from '../src/gate/suggestion';
import { readStacks } from '../src/readers/cdk-assembly/reader';
import { stacksOf } from './app-stacks';
import { isResource, isStack, type ConstructLike, type StackLike } from './constructs';
import { inspectOne, type RunOptions } from './settings';

/** An L1 construct, as far as properties are overridden. */
interface Overridable {
  readonly cfnResourceType: string;
  addPropertyOverride(path: string, value: unknown): void;
}

/**
 * A mixin that mends what controls find, where one edit of a resource does:
 *
 *     Mixins.of(stack).apply(new Mend('storage-encrypted', 'key-rotation'));
 *
 * It touches a resource only where the control fails on it when it is applied: never what holds already, and never what is
 * settled only at deployment.
 */
export class Mend {
  private readonly controls: readonly string[];
  private readonly failing = new WeakMap<StackLike, ReadonlyMap<string, readonly string[]>>();

  /**
   * @param controls ids of the controls to mend.
   * @throws Error for a control that no edit mends.
   */
  constructor(...controls: readonly string[]) {
    const known = [...new Set(edits.map(({ control }) => control))];
    for (const control of controls)
      if (!known.includes(control)) throw new Error(`no edit mends "${control}"${didYouMean(control, known)}`);
    this.controls = controls;
  }

  supports(construct: ConstructLike): boolean {
    return (
      isResource(construct) &&
      this.controls.some((control) => editOf(control, (construct as unknown as Overridable).cfnResourceType))
    );
  }

  applyTo(construct: ConstructLike): void {
    const stack = construct.node.scopes.filter((scope): scope is StackLike => isStack(scope)).at(-1);
    if (!stack) return;
    const resource = construct as unknown as Overridable;
    for (const control of this.failingIn(stack).get(construct.node.path) ?? []) {
      const edit = editOf(control, resource.cfnResourceType);
      for (const [path, value] of Object.entries(edit?.settings ?? {})) resource.addPropertyOverride(path, value);
    }
  }

  /** The controls that fail, by construct path; a stack is inspected when its first resource asks. */
  private failingIn(stack: StackLike): ReadonlyMap<string, readonly string[]> {
    const known = this.failing.get(stack);
    if (known) return known;
    const configuration: Configuration = { preset: 'strict', only: [...this.controls] };
    const run: RunOptions = { config: false };
    const result = inspectOne(readStacks(stacksOf(stack), { path: stack.node.path }), configuration, run);
    const found = new Map<string, string[]>();
    for (const { verdict, control, resource } of result.inputs.flatMap(({ findings }) => findings))
      if (verdict === 'fail' && resource.constructPath !== null)
        found.set(resource.constructPath, [...(found.get(resource.constructPath) ?? []), control]);
    this.failing.set(stack, found);
    return found;
  }
}
