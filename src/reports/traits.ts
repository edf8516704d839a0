import type { ReportedFinding } from '../model/result';

/** `high, undecided, introduced`: how bad, whether it is known, and what the change did. */
export const traitsOf = ({ severity, verdict, change }: ReportedFinding): string =>
  [severity, ...(verdict === 'undecided' ? ['undecided'] : []), ...(change === null ? [] : [change])].join(', ');
