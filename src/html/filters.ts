import { markup, type Content, type Markup } from './markup';

export type Choice = readonly [value: string, label: string];

/** The form of the filters. It is shown by the script, which it is nothing without. */
export const filterForm = (label: string, hint: string, choices: Content): Markup =>
  markup`<form id="filters" role="search" aria-label="${label}" autocomplete="off" hidden>
<label class="search"><span>Search</span><input type="search" name="text" placeholder="${hint}"></label>
${choices}
<button type="button">Clear</button>
</form>`;

/** A field that offers what occurs, and everything. */
export const choice = (name: string, label: string, choices: readonly Choice[]): Markup =>
  markup`<label><span>${label}</span><select name="${name}"><option value="">All</option>${choices.map(
    ([value, word]) => markup`<option value="${value}">${word}</option>`,
  )}</select></label>`;
