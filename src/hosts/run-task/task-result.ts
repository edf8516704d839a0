/**
 * The callback of a run task, a JSON:API document.
 *
 * @see https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run-tasks/run-tasks-integration#request-body-1
 */
export interface TaskResult {
  readonly data: {
    readonly type: 'task-results';
    readonly attributes: { readonly status: TaskStatus; readonly message: string };
    readonly relationships?: { readonly outcomes: { readonly data: readonly Outcome[] } };
  };
}

export type TaskStatus = 'running' | 'passed' | 'failed';

/** A detail of a result: what people read of one finding. */
export interface Outcome {
  readonly type: 'task-result-outcomes';
  readonly attributes: {
    readonly 'outcome-id': string;
    /** One line. */
    readonly description: string;
    /** Markdown. */
    readonly body: string;
    readonly tags: Readonly<Record<string, readonly Tag[]>>;
  };
}

export interface Tag {
  readonly label: string;
  readonly level: 'none' | 'info' | 'warning' | 'error';
}

export const taskResult = (status: TaskStatus, message: string, outcomes: readonly Outcome[] = []): TaskResult => ({
  data: {
    type: 'task-results',
    attributes: { status, message },
    ...(outcomes.length > 0 && { relationships: { outcomes: { data: outcomes } } }),
  },
});
