import { styleText } from 'node:util';

export type Style = 'error' | 'warning' | 'note' | 'good' | 'strong' | 'faint';
export type Paint = (style: Style, text: string) => string;

const formats = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  note: ['bold', 'cyan'],
  good: ['bold', 'green'],
  strong: ['bold'],
  faint: ['blue'],
} as const;

/** Colours text, or leaves it alone. Whether the reader can see colours was decided by who made the options. */
export const painter =
  (color: boolean): Paint =>
  (style, text) =>
    color ? styleText([...formats[style]], text, { validateStream: false }) : text;

export const gateStyle = { block: 'error', warn: 'warning', note: 'note' } as const;
