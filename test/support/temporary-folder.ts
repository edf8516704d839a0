import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** All folders of a test file stand in one, which has the number of its process in its name. */
const prefix = 'demarc-tests-';
let home: string | undefined;

afterAll(cleanUp);

function cleanUp(): void {
  if (home !== undefined) rmSync(home, { recursive: true, force: true });
  home = undefined;
}

/** An empty folder that is gone after the tests of the file. */
export function temporaryFolder(): string {
  home ??= newHome();
  return mkdtempSync(join(home, 'folder-'));
}

function newHome(): string {
  for (const name of readdirSync(tmpdir()).filter(isAbandoned))
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  // Where modules outlive the tests of a file, as in mutation testing.
  process.once('exit', cleanUp);
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
