import { is, not } from '../model/truth';
import { control } from './control';

export const websiteNotHosted = control({
  id: 'website-not-hosted',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'website',
  title: 'Stores serve no web pages by themselves',
  failure: 'serves web pages by itself',
  why: 'Such a website speaks plain HTTP, and everybody must be able to read the store for it.',
  fix: 'Serve the pages by a content delivery network, and keep the store private.',
  holds: ({ hosted }) => not(is(hosted, (on) => on, 'website')),
});
