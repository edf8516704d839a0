/** What people are told of an input's path: `-` is standard input. */
export const inputName = (path: string): string => (path === '-' ? 'standard input' : path);
