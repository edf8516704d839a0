import { lazily, type DataFile } from './load';

/** What a sensitive action gives away. */
export type Sensitivity = 'data' | 'credentials' | 'exposure';

type Packed = DataFile & Readonly<Record<Sensitivity, readonly string[]>>;

const load = lazily('sensitive-actions') as () => Packed;

export const sensitiveActions = (kind: Sensitivity): readonly string[] => load()[kind];
