import { ResourceGraph } from '../../model/graph';
import { retold } from '../../model/resource';
import { entriesOf, isDataObject, member, type Data, type DataObject } from '../../readers/cloudformation/data';
import { parseSource } from '../../readers/cloudformation/document';
import { importsOf } from '../../readers/cloudformation/reader';
import { openTemplates, type Template } from '../../readers/cloudformation/template';
import { UnreadableInput, type Input } from '../../readers/input';
import type { Target } from './event';

const document = 'template';

/** A template before and after. */
export interface Revisions {
  readonly after: DataObject;
  /** Undefined where nothing was there, or nobody says what. */
  readonly before: DataObject | undefined;
  /** Something was there. */
  readonly isUpdate: boolean;
}

/**
 * A template's data, in one document.
 *
 * @throws UnreadableInput
 */
export function templateData(text: string): DataObject {
  const [first, second] = parseSource(document, text);
  if (second !== undefined) throw new UnreadableInput(`${document}: more than one document`);
  if (!isDataObject(first?.data)) throw new UnreadableInput(`${document}: no CloudFormation template`);
  return first.data;
}

/**
 * What is deployed, to be judged, beside what is there.
 *
 * @throws UnreadableInput
 */
export function inputOf({ after, before, isUpdate }: Revisions, target: Target): Input {
  const { graph, notes } = read(after, target);
  const previous = before && { path: document, graph: read(before, target).graph };
  const isThere = isUpdate && previous === undefined;
  return {
    path: document,
    dialect: 'cloudformation',
    // What is there already is not created, also where nobody says what it is.
    after: isThere ? new ResourceGraph(graph.resources.map((one) => retold(one, { action: 'update' }))) : graph,
    ...(previous && { previous }),
    notes,
    providerVersions: {},
  };
}

function read(template: DataObject, { account, region, stack }: Target) {
  const templates: readonly Template[] = openTemplates(JSON.stringify(withoutDefaults(template)), {
    document,
    mayBeEmpty: true,
    pseudo: {
      ...(account !== undefined && { 'AWS::AccountId': account }),
      ...(region !== undefined && { 'AWS::Region': region }),
      ...(stack !== undefined && { 'AWS::StackName': stack }),
    },
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
    ...(stack !== undefined && { stack }),
  });
  const imports = importsOf(templates);
  return {
    graph: new ResourceGraph(templates.flatMap(({ resources }) => resources(imports))),
    notes: templates.flatMap(({ notes }) => notes),
  };
}

/** Whoever deploys has given the parameters values, and the request does not say which: a default proves nothing. */
function withoutDefaults(template: DataObject): DataObject {
  const parameters = member(template, 'Parameters');
  if (parameters === undefined) return template;
  const open = entriesOf(parameters).map(([name, declaration]): readonly [string, Data] => [
    name,
    Object.fromEntries(entriesOf(declaration).filter(([key]) => key !== 'Default')),
  ]);
  return { ...template, Parameters: Object.fromEntries(open) };
}
