import { json } from './json';
import { pretty } from './pretty';
import type { Report } from './report';
import { sarif } from './sarif';

export type { ControlText, Report, ReportOptions } from './report';

export const formats = ['json', 'pretty', 'sarif'] as const;
export type Format = (typeof formats)[number];

/** Every report by the name of its format. */
export const reports: Readonly<Record<Format, Report>> = { json, pretty, sarif };
