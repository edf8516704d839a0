import { collectionFunctions } from './collections';
import { conversionFunctions } from './conversions';
import type { Functions, Implementation } from './definition';
import { encodingFunctions } from './encodings';
import { fileFunctions } from './files';
import { formatFunctions } from './format';
import { mapFunctions } from './maps';
import { networkFunctions } from './network';
import { numberFunctions } from './numbers';
import { patternFunctions } from './patterns';
import { setFunctions } from './sets';
import { textFunctions } from './texts';
import { timeFunctions } from './times';
import { yamlFunctions } from './yaml';

const all: Functions = {
  ...collectionFunctions,
  ...conversionFunctions,
  ...encodingFunctions,
  ...fileFunctions,
  ...formatFunctions,
  ...mapFunctions,
  ...networkFunctions,
  ...numberFunctions,
  ...patternFunctions,
  ...setFunctions,
  ...textFunctions,
  ...timeFunctions,
  ...yamlFunctions,
};

/** What a function of the language does; undefined for those of providers, and those that are not known here. */
export const functionNamed = (name: string): Implementation | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined;

export const functionNames: readonly string[] = [...Object.keys(all), 'can', 'convert', 'try'];
