import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  parseAllDocuments,
  visit,
  type Document,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { applyEdits, type TextEdit } from '../hcl/edit';
import { lineStartsOf, positionAt } from '../hcl/lines';
import type { Value } from './edit';
import { isTree, treeOf, type Tree } from './line';
import { shortly, type Mended, type Mender, type WantedEdit } from './mend';
import { insertion, keyText, spelled, startOf, type Spot } from './template-insertion';

/** A file of templates: its text, and its nodes with their places. */
interface Template {
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly documents: readonly Document.Parsed[];
  /** Anchors that an alias refers to: what stands there is written in one place and counts in several. */
  readonly aliased: ReadonlySet<string>;
}

/**
 * Opens a file of CloudFormation templates, in YAML or JSON, to write in its resources: in the style that the file is
 * written in, everything else byte for byte as it was. Nothing is written where a function, a macro, a merge key or an alias
 * says what stands there.
 */
export function openTemplate(text: string): Mender {
  const template = parse(text);
  return (wanted) => {
    const plans = wanted.map((one) => ({ one, plan: planOf(template, [one]) }));
    const refused = plans.flatMap(({ one, plan }) => (typeof plan === 'string' ? [{ wanted: one, why: plan }] : []));
    const made = plans.flatMap(({ one, plan }) => (typeof plan !== 'string' && plan.length > 0 ? [one] : []));
    return mended(template, made, refused);
  };
}

/** All edits of one resource are planned together: they may stand in the same property. */
function mended(template: Template, made: readonly WantedEdit[], refused: Mended['refused']): Mended {
  const plans = byResource(made).map((wanted) => ({ wanted, plan: planOf(template, wanted) }));
  const broken = plans.flatMap(({ wanted, plan }) =>
    typeof plan === 'string' ? wanted.map((one) => ({ wanted: one, why: plan })) : [],
  );
  return {
    text: applyEdits(
      template.text,
      plans.flatMap(({ plan }) => (typeof plan === 'string' ? [] : plan)),
    ),
    made: plans.flatMap(({ wanted, plan }) => (typeof plan === 'string' ? [] : wanted)),
    refused: [...refused, ...broken],
  };
}

function byResource(wanted: readonly WantedEdit[]): readonly (readonly WantedEdit[])[] {
  const groups = new Map<string, WantedEdit[]>();
  for (const one of wanted) {
    const key = `${String(one.line)} ${one.name}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** The failsafe schema leaves every scalar as it is written: the reader reads templates in the same way. */
function parse(text: string): Template {
  const documents: readonly Document.Parsed[] = parseAllDocuments(text, {
    schema: 'failsafe',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const aliased = new Set<string>();
  for (const document of documents) visit(document, { Alias: (_, { source }) => void aliased.add(source) });
  return { text, lineStarts: lineStartsOf(text), documents, aliased };
}

/** The edits that give one resource its settings, or why it cannot be given them. */
function planOf(template: Template, wanted: readonly WantedEdit[]): readonly TextEdit[] | string {
  const [first] = wanted;
  if (!first) return [];
  const spot = resourceOf(template, first);
  if (typeof spot === 'string') return spot;
  const type = memberOf(spot.map, 'Type');
  const written = type && isScalar(type.value) && type.value.tag === undefined ? String(type.value.value) : undefined;
  if (written !== first.edit.type) return `it is written as ${written ?? 'something else'}`;
  const settings = Object.assign({}, ...wanted.map(({ edit }) => edit.settings)) as WantedEdit['edit']['settings'];
  return setIn(template, { ...spot, after: type }, { Properties: treeOf(settings) });
}

function resourceOf(template: Template, { name, line }: WantedEdit): Spot | string {
  if (template.documents.some(({ errors }) => errors.length > 0)) return 'the template cannot be read';
  for (const { contents } of template.documents) {
    const resources = isMap(contents) ? memberOf(contents, 'Resources') : undefined;
    if (!resources || !isMap(resources.value)) continue;
    const pair = memberOf(resources.value, name);
    if (!pair || positionAt(template, startOf(pair.key)).line !== line) continue;
    return (
      firstText([contents, resources.value].map((node) => closed(template, node, 'Resources'))) ??
      opened(template, pair, name)
    );
  }
  return 'a loop, a macro or a transform writes it';
}

const firstText = (texts: readonly (string | undefined)[]): string | undefined =>
  texts.find((text) => text !== undefined);

/** The last of equal keys counts. */
const memberOf = (map: YAMLMap, name: string): Pair | undefined =>
  map.items.findLast(({ key }) => isScalar(key) && key.tag === undefined && key.value === name);

/** The map that a key holds, where something can be written in it; else why not. */
function opened(template: Template, pair: Pair, name: string): Spot | string {
  const { value } = pair;
  const why = closed(template, value, name);
  if (why !== undefined) return why;
  if (!isMap(value)) return `"${name}" is ${textOf(template, value) || 'empty'}`;
  const decided = value.items.map(({ key }) => keyText(key)).find((key) => /^(?:Ref|Fn::.*|<<)$/su.test(key));
  return decided === undefined ? { map: value, header: pair } : `"${name}" is ${shortly(decided)}`;
}

/** Why nobody can say by writing here what this one node is: it is a function, or counts in several places. */
function closed(template: Template, node: unknown, name: string): string | undefined {
  if (isAlias(node)) return `"${name}" is the alias *${shortly(node.source)}`;
  if (!isScalar(node) && !isCollection(node)) return undefined;
  if (node.anchor !== undefined && template.aliased.has(node.anchor))
    return `"${name}" is used elsewhere as *${shortly(node.anchor)}`;
  return node.tag === undefined ? undefined : `"${name}" is ${shortly(`${node.tag} ${textOf(template, node)}`)}`;
}

function textOf({ text }: Template, node: unknown): string {
  const range = isScalar(node) || isCollection(node) ? node.range : undefined;
  return range ? shortly(text.slice(range[0], range[1])) : '';
}

/** The edits that write a tree in a map: what is missing in one piece, what is there one by one. */
function setIn(template: Template, spot: Spot, tree: Tree): readonly TextEdit[] | string {
  const edits: TextEdit[] = [];
  const missing: [string, Tree | Value][] = [];
  for (const [name, value] of Object.entries(tree)) {
    const pair = memberOf(spot.map, name);
    if (!pair) {
      missing.push([name, value]);
      continue;
    }
    const inner = isTree(value) ? setInside(template, pair, name, value) : replaceScalar(template, pair, name, value);
    if (typeof inner === 'string') return inner;
    edits.push(...inner);
  }
  if (missing.length === 0) return edits;
  const added = insertion(template.text, spot, missing);
  return typeof added === 'string' ? added : [...edits, added];
}

function setInside(template: Template, pair: Pair, name: string, tree: Tree): readonly TextEdit[] | string {
  const spot = opened(template, pair, name);
  return typeof spot === 'string' ? spot : setIn(template, spot, tree);
}

/** Only what is written plainly is written anew. */
function replaceScalar(template: Template, pair: Pair, name: string, value: Value): readonly TextEdit[] | string {
  const { value: node } = pair;
  const why = closed(template, node, name);
  if (why !== undefined) return why;
  const written = textOf(template, node);
  if (!isScalar(node) || !node.range || written === '') return `"${name}" is ${written || 'empty'}`;
  const source = String(node.value);
  const isBlock = node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL';
  if (isBlock || source.includes('{{resolve:')) return `"${name}" is ${written}`;
  if (saysAlready(source, value)) return [];
  return [{ start: node.range[0], end: node.range[1], text: spelled(value, pair.key) }];
}

/** CloudFormation reads booleans by the rules of YAML 1.1, in quotes too. */
const saysAlready = (source: string, value: Value): boolean =>
  typeof value === 'boolean'
    ? (value ? /^(?:true|yes|on)$/iu : /^(?:false|no|off)$/iu).test(source)
    : source === String(value);
