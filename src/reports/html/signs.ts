import { markup, type Markup } from '../../html/markup';
import type { State } from './subjects';

/** A form for each state, so that none is told by its colour alone. Drawn on a square of twenty. */
export const signs: Markup = markup`<svg class="unseen" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<symbol id="sign-block" viewBox="0 0 20 20"><path class="fill" d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z"/><path class="cut" d="M6.6 6.6l6.8 6.8m0-6.8l-6.8 6.8"/></symbol>
<symbol id="sign-warn" viewBox="0 0 20 20"><path class="fill" d="M10 1.2 19.4 18H.6z"/><path class="cut" d="M10 7.2v5m0 2.6v.2"/></symbol>
<symbol id="sign-note" viewBox="0 0 20 20"><circle class="fill" cx="10" cy="10" r="9"/><path class="cut" d="M10 9.2v5m0-8.2v.2"/></symbol>
<symbol id="sign-waived" viewBox="0 0 20 20"><circle class="ring" cx="10" cy="10" r="8"/><path class="stroke" d="M4.6 15.4 15.4 4.6"/></symbol>
<symbol id="sign-unjudged" viewBox="0 0 20 20"><circle class="ring dashed" cx="10" cy="10" r="8"/><path class="stroke" d="M7.6 8a2.4 2.4 0 1 1 3.6 2.1c-.9.5-1.2 1-1.2 1.9m0 2.4v.2"/></symbol>
<symbol id="sign-none" viewBox="0 0 20 20"><circle class="ring" cx="10" cy="10" r="8"/><path class="stroke" d="M7 10h6"/></symbol>
<symbol id="sign-fixed" viewBox="0 0 20 20"><circle class="fill" cx="10" cy="10" r="9"/><path class="cut" d="M5.8 10.4l3 3 5.4-6.4"/></symbol>
<symbol id="sign-pass" viewBox="0 0 20 20"><circle class="ring" cx="10" cy="10" r="8"/><path class="stroke" d="M6.2 10.4l2.6 2.6 5-5.8"/></symbol>
</defs></svg>`;

/** The sign of a state, beside words that say the same. */
export const sign = (state: State): Markup =>
  markup`<svg class="sign ${state}" width="20" height="20" aria-hidden="true" focusable="false"><use href="#sign-${state}"/></svg>`;

/** The same within a drawing. */
export const signAt = (state: State, x: number, y: number, size: number): Markup =>
  markup`<use class="sign ${state}" href="#sign-${state}" x="${x}" y="${y}" width="${size}" height="${size}"/>`;
