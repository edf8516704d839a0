import { ResourceGraph } from '../../model/graph';
import { choiceLeaf, type Raw } from '../../model/raw';
import { UnreadableInput, type Input } from '../input';
import { entriesOf, isDataObject, listOf, member, scalarText, type Data } from './data';
import { parseSource } from './document';
import type { GivenParameters } from './parameters';
import { openTemplates, type Imports, type OnRead, type Template } from './template';
import { decode } from './text';

export interface TemplateSource {
  readonly path: string;
  readonly text: string | Buffer;
}

/**
 * Reads the templates of one argument into one graph. Each template is a document of its own: names resolve inside it, and
 * beyond it only what one exports and another imports.
 *
 * @throws UnreadableInput when none of the templates can be read. Where only some can, the input is incomplete.
 */
export function readCloudFormation(
  sources: readonly TemplateSource[],
  options: { readonly path: string; readonly parameters?: GivenParameters; readonly onRead?: OnRead },
): Input {
  const templates: Template[] = [];
  const failures: UnreadableInput[] = [];
  for (const { path, text } of sources)
    try {
      templates.push(
        ...openTemplates(text, { document: path, ...(options.parameters && { parameters: options.parameters }) }),
      );
    } catch (error) {
      if (!(error instanceof UnreadableInput)) throw error;
      failures.push(error);
    }
  const [failure] = failures;
  if (templates.length === 0) throw failure ?? new UnreadableInput(`${options.path}: no template`);
  const imports = importsOf(templates);
  return {
    path: options.path,
    dialect: 'cloudformation',
    after: new ResourceGraph(templates.flatMap((template) => template.resources(imports, options.onRead))),
    notes: templates.flatMap((template) => template.notes),
    ...(failure && { incomplete: failures.map(({ message }) => message).join('; ') }),
    providerVersions: {},
  };
}

/** What the templates of one input export to one another. */
export function importsOf(templates: readonly Template[]): Imports {
  let exported: Map<string, (() => Raw)[]> | undefined;
  const imports: Imports = (name) => {
    if (!exported) {
      exported = new Map();
      collect(templates, imports, exported);
    }
    const values = exported.get(name);
    return (
      values &&
      choiceLeaf(
        `"${name}" is exported by several stacks`,
        values.map((value) => value()),
      )
    );
  };
  return imports;
}

function collect(templates: readonly Template[], imports: Imports, exported: Map<string, (() => Raw)[]>): void {
  const open = new Set<string>();
  // Stacks cannot import in a circle, but templates can say so.
  const unlessOpen: Imports = (name) => {
    if (open.has(name)) return undefined;
    open.add(name);
    const value = imports(name);
    open.delete(name);
    return value;
  };
  for (const template of templates)
    for (const [name, value] of template.exports(unlessOpen))
      exported.set(name, [...(exported.get(name) ?? []), value]);
}

/** Whether a text is a CloudFormation template, be it one that cannot be read. */
export function looksLikeTemplate(source: string | Buffer): boolean {
  const text = decode(source);
  const says = (word: string) => text.includes(word);
  if (!says('Resources') && !says('AWSTemplateFormatVersion')) return false;
  // Most YAML templates can be told without parsing them.
  if (/^AWSTemplateFormatVersion[ \t]*:/m.test(text)) return true;
  if (/^Resources[ \t]*:/m.test(text) && /^[ \t]+Type[ \t]*:[ \t]*["']?(?:AWS|Alexa|Custom)::/m.test(text)) return true;
  try {
    return parseSource('', text).some(({ data }) => isTemplate(data));
  } catch (error) {
    if (!(error instanceof UnreadableInput)) throw error;
    return says('AWSTemplateFormatVersion') || /\bType["']?\s*:\s*["']?(?:AWS|Alexa|Custom)::/.test(text);
  }
}

function isTemplate(data: Data): boolean {
  if (!isDataObject(data)) return false;
  if (member(data, 'AWSTemplateFormatVersion') !== undefined) return true;
  const types = entriesOf(member(data, 'Resources')).map(([, resource]) => member(resource, 'Type'));
  if (types.some((type) => typeof type === 'string' && /^(?:AWS|Alexa|Custom)::/.test(type))) return true;
  const transforms = listOf(member(data, 'Transform'));
  return isDataObject(member(data, 'Resources')) && transforms.some((name) => scalarText(name).startsWith('AWS::'));
}
