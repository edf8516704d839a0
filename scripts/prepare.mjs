import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Builds the package. Where npm installs it from git for the whole machine, as it does for pre-commit, older versions of
 * npm come here without having installed what the build needs: that is then done first.
 *
 * @see https://github.com/npm/cli/issues/8440
 */
const npm = (...args) => {
  const { status } = spawnSync('npm', args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, npm_config_global: 'false' },
  });
  if (status !== 0) process.exit(status ?? 1);
};

if (!existsSync('node_modules/typescript')) npm('ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund');
npm('run', 'build');
