import { page } from './html/page';
import type { Report } from './report';

/** One file that needs nothing else: for the screen, the phone and paper. */
export const html: Report = page;
