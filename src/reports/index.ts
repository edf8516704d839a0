import type { Result } from '../model/result';
import type { Report } from './report';

export type { ControlText, ProposedEdit, Report, ReportOptions } from './report';

export const formats = ['github', 'gitlab', 'html', 'json', 'junit', 'markdown', 'pretty', 'sarif'] as const;
export type Format = (typeof formats)[number];

/** Every report by the name of its format, loaded when it is asked for. */
export const reports: Readonly<Record<Format, () => Report>> = {
  github: () => (require('./github') as typeof import('./github')).github,
  gitlab: () => (require('./gitlab') as typeof import('./gitlab')).gitlab,
  html: () => (require('./html') as typeof import('./html')).html,
  json: () => (require('./json') as typeof import('./json')).json,
  junit: () => (require('./junit') as typeof import('./junit')).junit,
  markdown: () => (require('./markdown') as typeof import('./markdown')).markdown,
  pretty: () => (require('./pretty') as typeof import('./pretty')).pretty,
  sarif: () => (require('./sarif') as typeof import('./sarif')).sarif,
};

/** A report in pieces, where it may be larger than anybody would keep in memory. */
export const inPieces: Readonly<Partial<Record<Format, () => (result: Result) => Iterable<string>>>> = {
  json: () => (require('./json') as typeof import('./json')).jsonPieces,
};
