import type { Severity } from '../../model/finding';
import type { ReportedFinding, Result } from '../../model/result';
import { sorted } from '../../reports/order';
import { counted, printable } from '../../reports/printable';
import { verdictText } from '../../reports/summary';

/**
 * What a Lambda Hook answers.
 *
 * @see https://docs.aws.amazon.com/cloudformation-cli/latest/hooks-userguide/lambda-hooks-create-lambda-function.html#lambda-hooks-create-lambda-function-request-response
 */
export interface HookResponse {
  readonly hookStatus: 'SUCCESS' | 'FAILED' | 'IN_PROGRESS';
  /** Why it failed: what was found, or that nobody could judge. */
  readonly errorCode?: 'NonCompliant' | 'InternalFailure';
  readonly message: string;
  readonly clientRequestToken?: string;
  readonly annotations?: readonly Annotation[];
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Annotation.html */
export interface Annotation {
  readonly annotationName: string;
  readonly status: 'PASSED' | 'FAILED' | 'SKIPPED';
  readonly statusMessage: string;
  readonly remediationMessage: string;
  readonly severityLevel: 'INFORMATIONAL' | 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';
}

/** Of a stack's 4,096 characters of a message, and Cloud Control's 1,024, the hook's result keeps 1,024. */
const messageAtMost = 1024;
const findingAtMost = 320;
const annotationsAtMost = 50;
const annotationAtMost = 2000;

/** The decision on what was judged; only an open gate succeeds. */
export function responseOf(result: Result): Omit<HookResponse, 'clientRequestToken'> {
  const problems = result.inputs.flatMap(({ error }) => (error === null ? [] : [error]));
  if (result.decision === 'incomplete') return failure(problems.join('; '));
  const findings = sorted(result)
    .map(({ finding }) => finding)
    .filter(({ verdict, gate }) => verdict !== 'pass' && gate !== 'note');
  const annotations = findings.slice(0, annotationsAtMost).map(annotationOf);
  const blocking = findings.filter(({ gate }) => gate === 'block');
  const head = verdictText(result);
  return {
    ...(result.decision === 'open'
      ? { hookStatus: 'SUCCESS', message: cut(head, messageAtMost) }
      : { hookStatus: 'FAILED', errorCode: 'NonCompliant', message: messageOf(head, blocking) }),
    ...(annotations.length > 0 && { annotations }),
  };
}

/** Nobody could judge: what is asked about must not go ahead on that. */
export const failure = (why: string): Omit<HookResponse, 'clientRequestToken'> => ({
  hookStatus: 'FAILED',
  errorCode: 'InternalFailure',
  message: cut(printable(`demarc could not judge: ${why}`), messageAtMost),
});

/** The worst first, as many as fit, and how many do not. */
function messageOf(head: string, blocking: readonly ReportedFinding[]): string {
  const texts = blocking.map(({ control, message, fix }) =>
    cut(printable(`${control}: ${message}. ${fix}`), findingAtMost),
  );
  let message = head;
  for (const [index, text] of texts.entries()) {
    const left = counted(texts.length - index, 'more finding');
    const room = messageAtMost - message.length - ` | and ${left}`.length;
    if (text.length + 3 > room) return `${message} | and ${left}`;
    message = `${message} | ${text}`;
  }
  return message;
}

const severityLevels: Readonly<Record<Severity, Annotation['severityLevel']>> = {
  critical: 'CRITICAL',
  high: 'HIGH',
  medium: 'MEDIUM',
  low: 'LOW',
};

function annotationOf({
  control,
  verdict,
  severity,
  message,
  fix,
  suggestion,
  witnesses,
}: ReportedFinding): Annotation {
  const open = verdict === 'undecided' ? witnesses.map(({ note }) => note) : [];
  return {
    annotationName: control,
    status: verdict === 'undecided' ? 'SKIPPED' : 'FAILED',
    statusMessage: cut(printable([message, ...open].join('; ')), annotationAtMost),
    remediationMessage: cut(printable(suggestion === null ? fix : `${fix} Write ${suggestion}`), annotationAtMost),
    severityLevel: severityLevels[severity],
  };
}

const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
