import { csv } from './csv';
import type { MatrixFormat } from './format';
import { html } from './html';
import { json } from './json';
import { markdown } from './markdown';
import { assessmentResults } from './oscal/assessment-results';
import { componentDefinition } from './oscal/component-definition';
import { systemSecurityPlan } from './oscal/system-security-plan';
import { xlsx } from './xlsx';

/** Every format of the matrix by its name. */
export const matrixFormats = {
  csv,
  html,
  json,
  markdown,
  'oscal-assessment-results': assessmentResults,
  'oscal-component-definition': componentDefinition,
  'oscal-ssp': systemSecurityPlan,
  xlsx,
} as const satisfies Readonly<Record<string, MatrixFormat>>;

export type MatrixFormatName = keyof typeof matrixFormats;
