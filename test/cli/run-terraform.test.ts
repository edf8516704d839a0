import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { demarcIn, folderWith } from '../support/command-line';

const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', CHECKPOINT_DISABLE: '1' };

function terraform(folder: string, ...argv: readonly string[]): void {
  const { status, stderr, error } = spawnSync('terraform', argv, { cwd: folder, env, encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(stderr);
}

const isInstalled = spawnSync('terraform', ['version'], { env }).status === 0;
const describeHere = isInstalled ? describe : describe.skip;

describeHere(isInstalled ? 'Terraform itself' : 'SKIPPED without terraform', () => {
  test('shows a plan that it saved, in the folder of its providers and in another', () => {
    const folder = folderWith({});
    cpSync('fixtures/saved-plans/disks', folder, { recursive: true });
    terraform(folder, 'init', '-input=false');
    terraform(folder, 'plan', '-input=false', '-out=tfplan');
    const { code, out } = demarcIn(folder, ['check', '--run-terraform', '--format', 'json', 'tfplan'], { env });
    const { decision, inputs } = JSON.parse(out) as Readonly<Record<'decision' | 'inputs', unknown>>;
    expect([code, decision]).toEqual([0, 'open']);
    expect(inputs).toEqual([
      expect.objectContaining({ path: 'tfplan', dialect: 'terraform-plan', resources: 3, error: null }),
    ]);
    // The waiver that stands in the module is read from the plan; nothing that it is for is there.
    expect(JSON.stringify(inputs)).toContain('"file":"modules/disk/main.tf","line":5');
    const elsewhere = folderWith({ tfplan: readFileSync(`${folder}/tfplan`) });
    expect(demarcIn(elsewhere, ['check', '--run-terraform', 'tfplan'], { env }).out).toContain('3 resources');
  }, 120_000);
});
