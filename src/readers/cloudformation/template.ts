import { Property } from '../../model/property';
import type { Raw } from '../../model/raw';
import type { Location, Resource } from '../../model/resource';
import { UnreadableInput } from '../input';
import { isCdkOwn } from './cdk-own';
import { conditionDecider } from './conditions';
import { entriesOf, isDataObject, listOf, member, scalarText, type Data } from './data';
import { parseSource, type SourceDocument } from './document';
import { evaluate, plainText } from './evaluate';
import { locator, type Origin } from './locator';
import { unroll } from './loops';
import { parameterValues, type BoundParameters, type GivenParameters } from './parameters';
import { expandServerless } from './sam';
import { assuming, type Scope } from './scope';

/** What the caller knows of a template beside its text. */
export interface TemplateContext {
  /** Path of the document, as findings name it. */
  readonly document: string;
  readonly stack?: string;
  readonly parameters?: GivenParameters;
  /** Pseudo parameters that are settled: `AWS::Region` of a stack with an environment. */
  readonly pseudo?: Readonly<Record<string, string>>;
  readonly account?: string;
  readonly region?: string;
  /** It is known to be a template: one without resources is no error. */
  readonly mayBeEmpty?: boolean;
  /** Of a nested stack: what the template around it gives to its parameters. */
  readonly bound?: BoundParameters;
  /** An output of a nested stack of this template, by the stack's logical id. */
  readonly outputOf?: (logicalId: string, output: string) => Raw | undefined;
  /** The code that a resource comes from, by its logical id. */
  readonly madeBy?: (logicalId: string) => Maker | undefined;
}

/** The construct that a resource stands for, and the line of code that makes it. */
export interface Maker {
  readonly constructPath: string;
  readonly location?: Location;
}

/** A resource as the template declares it, or as SAM or a loop writes it. */
export interface Declaration {
  readonly logicalId: string;
  readonly data: Data;
  readonly origin: Origin;
}

/** A template whose names are resolved as far as they lead inside of it. */
export interface Template {
  readonly context: TemplateContext;
  readonly notes: readonly string[];
  /**
   * Its resources, those left out whose condition certainly does not hold.
   *
   * @param imports what other templates of the same input export by a name.
   * @param onRead hears of every property that is read: the resource's type and the path, indices left out.
   */
  readonly resources: (imports: Imports, onRead?: OnRead) => readonly Resource[];
  /** Exported names that are known, and their values. */
  readonly exports: (imports: Imports) => readonly (readonly [string, () => Raw])[];
  /** The value of an output, whether exported or not. */
  readonly output: (name: string, imports: Imports) => Raw;
  /** What the template gives to the parameters of a nested stack, by the stack's logical id. */
  readonly parametersOf: (logicalId: string, imports: Imports) => BoundParameters;
}

export type Imports = (name: string) => Raw | undefined;
export type OnRead = (type: string, path: string) => void;

/**
 * Reads a template; several where a YAML text has one after another.
 *
 * @throws UnreadableInput when the text is no JSON or YAML, or no template.
 */
export function openTemplates(text: string | Buffer, context: TemplateContext): readonly Template[] {
  const documents = parseSource(context.document, text);
  if (documents.length === 0) throw new UnreadableInput(`${context.document}: empty`);
  return documents.map((document, n) =>
    openDocument(document, context, n === 0 ? context.document : `${context.document}[${String(n + 1)}]`),
  );
}

/** @param prefix of the ids of its resources. */
function openDocument(document: SourceDocument, context: TemplateContext, prefix: string): Template {
  checkTemplate(document, context);
  const section = (name: string) => member(document.data, name);
  const parameters = parameterValues(section('Parameters'), context.parameters ?? {}, context.bound);
  const base: Omit<Scope, 'parameters' | 'decide'> = {
    mappings: section('Mappings'),
    resources: new Map(),
    pseudo: context.pseudo ?? {},
    assumed: new Map(),
    imports: () => undefined,
    outputOf: context.outputOf ?? (() => undefined),
    writtenOf: () => undefined,
    budget: { left: 20_000 },
  };
  const early: Scope = { ...base, parameters: parameters.said, decide: () => undefined };
  const conditions = new Map(
    unroll(section('Conditions'), early, evaluate).members.map(({ key, value }) => [key, value]),
  );
  const decide = conditionDecider(conditions, () => ({ ...early, parameters: parameters.certain }));
  const { members, open } = unroll(section('Resources'), early, evaluate, ['Resources']);
  const declared = members.map(({ key, value, path }) => ({
    logicalId: key,
    data: value,
    origin: { resource: path, properties: [[...path, 'Properties']] },
  }));
  const serverless = expandServerless(declared, section('Globals'));
  const isResource = ({ data }: Declaration) => typeof member(data, 'Type') === 'string';
  const declarations = serverless.declarations.filter(isResource);
  const idOf = (logicalId: string) => `${prefix}#${logicalId}`;
  const scopeWith = (imports: Imports): Scope => ({
    ...early,
    decide,
    imports,
    resources: new Map(declarations.map(({ logicalId }) => [logicalId, idOf(logicalId)])),
    writtenOf: (logicalId, attribute) => writtenIn(declarations, logicalId, attribute),
  });
  const excluded = declarations.filter(({ data }) => decide(member(data, 'Condition') ?? null, base.assumed) === false);
  const included = declarations.filter((declaration) => !excluded.includes(declaration));
  return {
    context,
    notes: [
      ...document.notes,
      ...serverless.notes.map((note) => `${context.document}: ${note}`),
      ...describeGaps(
        document,
        open,
        serverless.declarations.filter((one) => !isResource(one)),
        excluded,
      ),
    ],
    resources: (imports, onRead) => {
      const scope = scopeWith(imports);
      return included.map((declaration) =>
        toResource(declaration, { document, context, id: idOf(declaration.logicalId), scope, onRead }),
      );
    },
    exports: (imports) => exportsOf(unroll(section('Outputs'), early, evaluate).members, scopeWith(imports)),
    output: (name, imports) => {
      const value = member(member(section('Outputs'), name), 'Value');
      return value === undefined ? undefined : evaluate(value, scopeWith(imports));
    },
    parametersOf: (logicalId, imports) => {
      const data = declarations.find((declaration) => declaration.logicalId === logicalId)?.data;
      const given = member(member(data, 'Properties'), 'Parameters');
      return new Map(entriesOf(given).map(([name, value]) => [name, evaluate(value, scopeWith(imports))]));
    },
  };
}

/** Attributes that say again what is written in a property of their name, and of which types. */
const echoes: Readonly<Record<string, readonly string[]>> = {
  CidrBlock: ['AWS::EC2::Subnet', 'AWS::EC2::VPC'],
};

function writtenIn(declarations: readonly Declaration[], name: string, attribute: string): Data | undefined {
  if (!Object.hasOwn(echoes, attribute)) return undefined;
  const data = declarations.find(({ logicalId }) => logicalId === name)?.data;
  return echoes[attribute]?.includes(scalarText(member(data, 'Type')))
    ? member(member(data, 'Properties'), attribute)
    : undefined;
}

function checkTemplate({ path, data }: SourceDocument, { mayBeEmpty = false }: TemplateContext): void {
  if (!isDataObject(data)) throw new UnreadableInput(`${path}: no CloudFormation template: its top level is no map`);
  const resources = member(data, 'Resources');
  if (resources === undefined && mayBeEmpty) return;
  if (resources === undefined || resources === null)
    throw new UnreadableInput(`${path}: no CloudFormation template: it has no "Resources"`);
  if (!isDataObject(resources)) throw new UnreadableInput(`${path}: "Resources" is no map of logical ids`);
}

/** Transforms that are understood here, or that neither add nor change resources that matter. */
const knownTransforms: readonly string[] = ['AWS::Serverless-2016-10-31', 'AWS::LanguageExtensions'];

function describeGaps(
  { path, data }: SourceDocument,
  loops: readonly string[],
  untyped: readonly Declaration[],
  excluded: readonly Declaration[],
): readonly string[] {
  const macros = listOf(member(data, 'Transform'))
    .map((transform) => scalarText(isDataObject(transform) ? (member(transform, 'Name') ?? 'AWS::Include') : transform))
    .filter((name) => !knownTransforms.includes(name));
  const missing = (what: string) => `${path}: ${what}`;
  return [
    ...macros.map((name) => missing(`macro "${name}" may change the template at deployment; judged as written`)),
    ...[...new Set(loops)].map((name) =>
      missing(`${name} goes over what is settled at deployment; its resources are not judged`),
    ),
    ...untyped.map(({ logicalId }) =>
      missing(
        logicalId === 'Fn::Transform'
          ? 'a macro adds resources at deployment; they are not judged'
          : `"${logicalId}" has no Type; it is not judged`,
      ),
    ),
    ...excluded.map(({ logicalId, data: resource }) =>
      missing(`"${logicalId}" is left out: condition "${scalarText(member(resource, 'Condition'))}" does not hold`),
    ),
  ];
}

interface Place {
  readonly document: SourceDocument;
  readonly context: TemplateContext;
  readonly id: string;
  readonly scope: Scope;
  readonly onRead: OnRead | undefined;
}

/** Properties are evaluated when they are first asked for. */
function toResource({ logicalId, data, origin }: Declaration, place: Place): Resource {
  const { document, context, id, onRead } = place;
  const type = scalarText(member(data, 'Type'));
  // Inside a resource its own condition holds: without it there is no resource.
  const scope = assuming(place.scope, member(data, 'Condition'), true);
  const record =
    onRead &&
    ((path: string) => {
      onRead(type, path);
    });
  const written = member(member(data, 'Metadata'), 'aws:cdk:path');
  // What SAM makes of a resource comes from the code that the resource comes from.
  const maker = context.madeBy?.(logicalId) ?? context.madeBy?.(String(origin.resource[1]));
  const constructPath = maker?.constructPath ?? written;
  const locate = locator(document, data, origin, scope);
  const lazily = (part: () => Data, recorded: boolean) =>
    new Property(
      once(() => evaluate(part(), scope)),
      { id, ...(recorded && record && { record }) },
    );
  const properties = lazily(() => member(data, 'Properties') ?? {}, true);
  const attributes = lazily(() => attributesOf(data), false);
  const documentMetadata = lazily(() => member(document.data, 'Metadata') ?? {}, false);
  return {
    id,
    address: logicalId,
    type,
    vocabulary: 'cloudformation',
    properties,
    attributes,
    documentMetadata,
    mode: 'managed',
    action: 'unknown',
    document: context.document,
    ...(typeof constructPath === 'string' && { constructPath, ...(isCdkOwn(constructPath) && { madeByTool: true }) }),
    ...(context.stack !== undefined && { stack: context.stack }),
    ...(context.account !== undefined && { account: context.account }),
    ...(context.region !== undefined && { region: context.region }),
    locate: maker?.location ? () => maker.location : locate,
  };
}

const attributesOf = (data: Data): Data =>
  Object.fromEntries(Object.entries(data ?? {}).filter(([key]) => key !== 'Type' && key !== 'Properties'));

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function exportsOf(
  outputs: readonly { readonly value: Data }[],
  scope: Scope,
): readonly (readonly [string, () => Raw])[] {
  return outputs.flatMap(({ value: output }) => {
    const name = member(member(output, 'Export'), 'Name');
    const condition = member(output, 'Condition');
    const text = name === undefined ? undefined : plainText(evaluate(name, scope));
    if (text === undefined || scope.decide(condition ?? null, scope.assumed) === false) return [];
    return [[text, once(() => evaluate(member(output, 'Value') ?? null, assuming(scope, condition, true)))] as const];
  });
}
