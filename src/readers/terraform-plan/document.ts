import type { ByteSource } from '../source';
import { kindOf, type DocumentKind } from './classify';
import { indexConfiguration, type Configuration } from './configuration';
import { entryTable, type EntryTable } from './entries';
import { indexChange, indexPriorState, sharing, type Entry } from './entry';
import { DamagedJson, type Range } from './range';
import { Scanner } from './scanner';

/** One plan, indexed by place. */
export interface PlanDocument {
  readonly formatVersion?: string;
  /** Its changes. Whoever reads on adds what else there is. */
  readonly entries: EntryTable;
  /** Of the prior state. */
  readonly data: readonly Entry[];
  readonly configuration?: Configuration;
  readonly variables?: Range;
  readonly errored: boolean;
  /** Absent in plans of older versions and of OpenTofu, which says nothing. */
  readonly complete?: boolean;
  readonly deferred: number;
  readonly drifted: number;
  readonly invocations: number;
  /** It lists resources that it plans to have, but no change that leads there: a part was cut out. */
  readonly changesMissing: boolean;
}

export interface Documents {
  readonly plans: readonly PlanDocument[];
  /** What the documents are that are no plans. */
  readonly others: readonly Exclude<DocumentKind, 'plan'>[];
}

/** What came before: a document, the opening of an outermost array. */
interface Seen {
  document: boolean;
  array: boolean;
}

/** How deep a plan may be wrapped in objects of others: `{"mock": {"valid": {plan}}}`. */
const deepestWrapper = 3;

/**
 * Finds and indexes every plan of a source: one document, a stream of them, or an array, with lines of a wrapper before,
 * between and after.
 *
 * @throws DamagedJson where a document breaks.
 */
export function indexDocuments(source: ByteSource): Documents {
  const plans: PlanDocument[] = [];
  const others: Exclude<DocumentKind, 'plan'>[] = [];
  const scanner = new Scanner(source);
  const seen: Seen = { document: false, array: false };
  while (toDocument(scanner, source, seen)) {
    seen.document = true;
    const found = indexDocument(source, scanner, plans.length, 0);
    plans.push(...found.plans);
    others.push(...found.others);
    // A log has thousands of lines, and one tells what it is.
    if (found.others.includes('ui-log') && plans.length === 0) break;
  }
  return { plans, others };
}

/**
 * Moves to the next object that begins a line, or to the next element of an outermost array, past everything else.
 * Behind a document no line of a wrapper begins as the rest of a document would: then one brace too many has closed it.
 */
function toDocument(scanner: Scanner, source: ByteSource, seen: Seen): boolean {
  for (let byte = scanner.space(); byte !== -1; byte = scanner.space()) {
    const start = scanner.position;
    if (byte === 0x7b && /^\{\s*["}]/u.test(source.read(start, start + 100).toString('latin1'))) return true;
    const rest = seen.array ? '"}' : '"},]';
    if (seen.document && rest.includes(String.fromCharCode(byte)))
      throw new DamagedJson(start, 'text follows the end of the document');
    scanner.advance();
    if (byte === 0x5b && isPrefixed(scanner, source)) return true;
    if (byte === 0x5b && (scanner.isObject() || scanner.peek() === 0x5d)) seen.array = true;
    else if (byte !== 0x5d && byte !== 0x2c) scanner.line();
  }
  return false;
}

/** `[module/path] {"format_version"…`: terragrunt writes the module in front of each line. */
function isPrefixed(scanner: Scanner, source: ByteSource): boolean {
  const start = scanner.position;
  const line = source.read(start, start + 1000).toString('latin1');
  const found = /^[^\n{]*\] (?=\{"format_version")/u.exec(line);
  if (found) scanner.seek(start + found[0].length);
  return found !== null;
}

type Draft = { -readonly [K in keyof PlanDocument]: PlanDocument[K] };

/** The first plan of a source has its path, the second `path#2`, and so on. */
const pathOf = ({ path }: ByteSource, earlier: number): string =>
  earlier === 0 ? path : `${path}#${String(earlier + 1)}`;

/**
 * Indexes the object that the scanner stands at, and moves past it.
 *
 * @param earlier how many plans stand before it
 */
function indexDocument(source: ByteSource, scanner: Scanner, earlier: number, depth: number): Documents {
  const keys = new Set<string>();
  const wrapped: Range[] = [];
  const entries = entryTable(pathOf(source, earlier));
  const data: Entry[] = [];
  const share = sharing();
  let plannedValues: Range | undefined;
  const draft: Draft = {
    entries,
    data,
    errored: false,
    deferred: 0,
    drifted: 0,
    invocations: 0,
    changesMissing: false,
  };
  const read: Readonly<Record<string, () => void>> = {
    format_version: () => {
      const version = scanner.value();
      draft.formatVersion = typeof version === 'string' || typeof version === 'number' ? String(version) : 'unknown';
    },
    resource_changes: () => {
      scanner.expect(['list', 'null'], 'the list of resource changes');
      scanner.elements(() => {
        scanner.expect(['object', 'null'], 'a resource change');
        entries.add(indexChange(scanner, share));
      });
    },
    prior_state: () => {
      indexPriorState(scanner, data, share);
    },
    configuration: () => {
      const configuration = indexConfiguration(source, scanner);
      if (configuration) draft.configuration = configuration;
    },
    variables: () => {
      draft.variables = scanner.range();
    },
    planned_values: () => {
      plannedValues = scanner.range();
    },
    errored: () => {
      draft.errored = scanner.value() === true;
    },
    complete: () => {
      draft.complete = scanner.value() !== false;
    },
    deferred_changes: () => {
      draft.deferred = count(scanner);
    },
    resource_drift: () => {
      draft.drifted = count(scanner);
    },
    action_invocations: () => {
      draft.invocations = count(scanner);
    },
  };
  scanner.members((key) => {
    keys.add(key);
    if (Object.hasOwn(read, key)) read[key]?.();
    else if (scanner.isObject()) wrapped.push(scanner.range());
    else scanner.skip();
  });
  const kind = kindOf(keys);
  if (kind !== 'plan') return unwrap(source, scanner, wrapped, kind, { earlier, depth });
  draft.changesMissing = !keys.has('resource_changes') && plannedValues !== undefined && plans(source, plannedValues);
  return { plans: [draft], others: [] };
}

function unwrap(
  source: ByteSource,
  scanner: Scanner,
  wrapped: readonly Range[],
  kind: Exclude<DocumentKind, 'plan'>,
  { earlier, depth }: { readonly earlier: number; readonly depth: number },
): Documents {
  const end = scanner.position;
  const found: PlanDocument[] = [];
  if (kind === 'other' && depth < deepestWrapper)
    for (const { start } of wrapped) {
      scanner.seek(start);
      found.push(...indexDocument(source, scanner, earlier + found.length, depth + 1).plans);
    }
  scanner.seek(end);
  return found.length > 0 ? { plans: found, others: [] } : { plans: [], others: [kind] };
}

/** Whether `planned_values` lists any resource. */
function plans(source: ByteSource, { start, end }: Range): boolean {
  const scanner = new Scanner(source, start, end);
  let any = false;
  scanner.members((key) => {
    if (key !== 'root_module') scanner.skip();
    else
      scanner.members((part) => {
        if (part === 'resources' || part === 'child_modules') any = count(scanner) > 0 || any;
        else scanner.skip();
      });
  });
  return any;
}

function count(scanner: Scanner): number {
  let elements = 0;
  scanner.elements(() => {
    elements++;
    scanner.skip();
  });
  return elements;
}
