/**
 * What the runner of GitHub Actions makes of a line of a step's output, in its new and in its old form.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

/** The commands that a runner obeys; a name counts in any case. */
const known = 'add-mask add-matcher add-path debug echo endgroup error group internal-set-repo-path notice remove-matcher save-state set-env set-output stop-commands warning'.split(' '); // prettier-ignore

export function workflowCommand(line: string): WorkflowCommand | undefined {
  return (
    parsed(/^\s*::(.*?)::(.*)$/s.exec(line), ',', ['%0D', '%0A', '%3A', '%2C', '%25']) ??
    parsed(/^.*?##\[(.*?)\](.*)$/s.exec(line), ';', ['%3B', '%0D', '%0A', '%5D', '%25'])
  );
}

function parsed(match: RegExpExecArray | null, separator: string, escapes: readonly string[]) {
  if (!match) return undefined;
  const [, info = '', data = ''] = match;
  const [name = '', ...rest] = info.split(' ');
  if (!known.includes(name.toLowerCase())) return undefined;
  const unescaped = (text: string, which: readonly string[]) =>
    which.reduce((left, escape) => left.replaceAll(escape, decodeURIComponent(escape)), text);
  const pairs = rest.join(' ').trim().split(separator).map((pair) => /^([^=]+)=(.+)$/s.exec(pair)); // prettier-ignore
  return {
    name: name.toLowerCase(),
    properties: Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', unescaped(pair[2] ?? '', escapes)]] : []))), // prettier-ignore
    data: unescaped(
      data,
      escapes.filter((escape) => !['%3A', '%2C'].includes(escape)),
    ),
  };
}
