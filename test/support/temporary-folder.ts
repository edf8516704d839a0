import { mkdtempSync, readdirSync, rmSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All folders of a process stand in one, which has its number in its name. */
const prefix = 'demarc-tests-';
let home: string | undefined;
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  if (home !== undefined) rmdirSync(home);
});

/** An empty folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  home ??= newHome();
  const folder = mkdtempSync(join(home, 'folder-'));
  folders.push(folder);
  return folder;
}

function newHome(): string {
  for (const name of readdirSync(tmpdir())) if (isAbandoned(name)) rmSync(join(tmpdir(), name), { recursive: true, force: true }); // prettier-ignore
  return mkdtempSync(join(tmpdir(), `${prefix}${String(process.pid)}-`));
}

/** Tests that are stopped in the middle leave their folders: whoever comes an hour later takes them away. */
function isAbandoned(name: string): boolean {
  if (!name.startsWith(prefix) || isRunning(Number.parseInt(name.slice(prefix.length)))) return false;
  const found = statSync(join(tmpdir(), name), { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > 3_600_000;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
