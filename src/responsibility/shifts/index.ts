import { awsShifts } from './aws';
import { azureShifts } from './azure';
import { googleShifts } from './google';
import type { Shift } from './shift';

/** Every rule by which a configuration moves the line. Of several that hold, the last counts. */
export const shifts: readonly Shift[] = [...awsShifts, ...azureShifts, ...googleShifts];
