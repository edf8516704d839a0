const sourceName = /^(?!\.).+\.(?:tf|tofu)(?:\.json)?$/u;
/** Editors leave these behind. */
const leftover = /~$|^#.*#$/u;

/** Whether a file of this name belongs to a module. */
export const isSourceName = (name: string): boolean => sourceName.test(name) && !leftover.test(name);

/** Whether a file belongs to what `terraform init` has downloaded. */
export const isDownloaded = (path: string): boolean => path.split(/[/\\]/u).includes('.terraform');
