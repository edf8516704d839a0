/** The time conditions are judged at where the caller gives none: one moment for the life of a process. */
export const present = Date.now();
