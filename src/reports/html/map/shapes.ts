import { markup, type Markup } from '../../../html/markup';
import type { Box } from './layout';

export const rectangle = ({ x, y, width, height }: Box, kind: string, radius: number): Markup =>
  markup`<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;

/** Text that never leaves its box, whatever the letters are as wide as. */
export const clipped = ({ x, y, width, height }: Box, texts: readonly Markup[]): Markup =>
  markup`<svg x="${x}" y="${y}" width="${width}" height="${height}" aria-hidden="true">${texts}</svg>`;

export const text = (kind: string, x: number, y: number, content: string, anchor = 'start'): Markup =>
  markup`<text class="${kind}" x="${x}" y="${y}" text-anchor="${anchor}">${content}</text>`;
