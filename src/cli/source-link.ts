import { isAbsolute } from 'node:path';
import type { Io } from './io';

/**
 * Where the host of the repository shows a line of a file at the commit of the run, as far as the environment of the run
 * says: in GitHub Actions and in GitLab CI.
 *
 * @param file as seen from the root of the repository, with slashes. One outside of it has no address.
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/variables
 * @see https://docs.gitlab.com/ci/variables/predefined_variables/
 */
export function sourceLink(file: string, line: number, env: Io['env']): string | undefined {
  const commit = commitAddress(env);
  const segments = file.split('/');
  const isCommitted = !segments.some((segment) => /^\.{0,2}$/u.test(segment) || madeByTools.includes(segment));
  if (commit === undefined || isAbsolute(file) || !isCommitted) return undefined;
  return `${commit}/${segments.map(encoded).join('/')}#L${String(line)}`;
}

/** Folders of what nobody commits. */
const madeByTools: readonly string[] = ['.terraform', 'cdk.out', 'node_modules'];

function commitAddress(env: Io['env']): string | undefined {
  const github = env['GITHUB_ACTIONS'] === 'true';
  const project = github
    ? `${env['GITHUB_SERVER_URL'] ?? ''}/${env['GITHUB_REPOSITORY'] ?? ''}`
    : (env['CI_PROJECT_URL'] ?? '');
  const commit = (github ? env['GITHUB_SHA'] : env['CI_COMMIT_SHA']) ?? '';
  if (!/^https?:\/\/[\w.:-]+(?:\/[\w.~-]+)+$/u.test(project) || !/^[\da-f]{40,64}$/u.test(commit)) return undefined;
  return github ? `${project}/blob/${commit}` : `${project}/-/blob/${commit}`;
}

/** A segment of a path without anything that means something in an address or in Markdown. */
const encoded = (segment: string): string =>
  encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
