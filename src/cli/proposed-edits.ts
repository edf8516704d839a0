import type { Mender } from '../fixes/mend';
import { replacementOf } from '../fixes/replacement';
import { lineStartsOf, positionAt } from '../hcl/lines';
import type { Resource } from '../model/resource';
import type { ReportedFinding } from '../model/result';
import type { Input } from '../readers/input';
import type { ProposedEdit } from '../reports';
import type { Remedy } from './mending';

/** Most findings are of plans, which no edit mends. */
const mending = () => require('./mending') as typeof import('./mending');

/**
 * What `demarc fix --write` would write for one finding alone, as the edit of a file: nothing for a finding that is accepted or
 * undecided, nor where no edit can be made. Computed when it is asked for.
 *
 * @param source the text of a file, or undefined where it cannot be read.
 */
export function proposedEdits(
  inputs: readonly Input[],
  source: (file: string) => string | undefined,
): (finding: ReportedFinding) => ProposedEdit | undefined {
  let declared: ReadonlyMap<string, Declared> | undefined;
  const files = new Map<string, OpenFile | undefined>();
  return (finding) => {
    if (finding.verdict !== 'fail' || finding.waiver !== null) return undefined;
    declared ??= declaredIn(inputs);
    const found = declared.get(keyOf(finding.resource));
    if (!found?.resource.locate) return undefined;
    const remedy = mending().remedyOf(finding.control, found.resource, found.dialect);
    if (!remedy || remedy.generated) return undefined;
    if (!files.has(remedy.file)) files.set(remedy.file, openFile(remedy, source));
    const file = files.get(remedy.file);
    return file && editOf(file, remedy);
  };
}

interface Declared {
  readonly resource: Resource;
  readonly dialect: Input['dialect'];
}

/** By what findings tell of a resource. What two resources have in common is the edit of neither. */
function declaredIn(inputs: readonly Input[]): ReadonlyMap<string, Declared> {
  const declared = new Map<string, Declared>();
  const shared = new Set<string>();
  for (const { after, dialect } of inputs)
    for (const resource of after.resources) {
      const key = keyOf(resource);
      if (declared.has(key)) shared.add(key);
      declared.set(key, { resource, dialect });
    }
  for (const key of shared) declared.delete(key);
  return declared;
}

const keyOf = ({ document, stack, address, type }: Named): string =>
  JSON.stringify([document, stack ?? null, address, type]);

interface Named {
  readonly document: string;
  readonly stack?: string | null | undefined;
  readonly address: string;
  readonly type: string;
}

interface OpenFile {
  readonly text: string;
  readonly lineStarts: readonly number[];
  readonly mend: Mender;
}

function openFile({ file, wanted }: Remedy, source: (file: string) => string | undefined): OpenFile | undefined {
  const text = source(file);
  return text === undefined
    ? undefined
    : { text, lineStarts: lineStartsOf(text), mend: mending().menderOf(file, text, wanted) };
}

function editOf(opened: OpenFile, { file, wanted }: Remedy): ProposedEdit | undefined {
  const { text: after, made } = opened.mend([wanted]);
  if (made.length === 0) return undefined;
  const { start, end, text } = replacementOf(opened.text, after);
  return { file, start: positionAt(opened, start), end: positionAt(opened, end), text };
}
