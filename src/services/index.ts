import { aws } from './aws';
import { azure } from './azure';
import { google } from './google';
import { providerBlocks } from './provider-blocks';
import { saas } from './saas';
import type { Service } from './service';
import { utilities } from './utilities';

/** Every service of every provider. */
export const services: readonly Service[] = [...aws, ...azure, ...google, ...saas, providerBlocks, utilities];
