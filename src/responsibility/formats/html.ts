import type { MatrixFormat } from './format';
import { page } from './html/page';

/** One file that needs nothing else: for the screen, the phone and paper. */
export const html: MatrixFormat = page;
