import { existsSync, writeFileSync } from 'node:fs';
import { configurationNames } from '../../gate/load-configuration';
import { fileProblem } from '../../readers/detect';
import { parseArguments } from '../arguments';
import type { Command } from '../command';
import { UsageError } from '../io';

const file = 'demarc.config.yaml';

/** What `init` writes: the defaults, and what else can be said, in comments. */
export const initialConfiguration = `# yaml-language-server: $schema=./node_modules/demarc/schemas/config.schema.json
# The configuration of Demarc. \`demarc controls\` lists what can be named here, \`demarc explain <control>\` says more.

# baseline: what almost everybody wants blocked. strict: no control is off. A framework's (pci-dss, ...): baseline, labelled.
preset: baseline

# new: a change is held to what it brings or worsens. all: to everything that is there.
# block: new

# What the gate does with findings that the input does not settle, at most: block, warn, note or off.
# undecided: warn

# Gate levels of single controls: block, warn, note, or off (not judged).
# controls:
#   customer-managed-key: warn
#   no-public-address:
#     overrides:
#       - { resource: module.bastion.**, gate: note }

# What is true of the account, and no template can show.
# assume:
#   ebsEncryptionByDefault: true
#   s3AccountPublicAccessBlock: true

# Settings by environment: the one chosen by --environment, else the first that matches a resource.
# environments:
#   production:
#     match: { stack: '*-production' }
#     preset: strict

# Who answers for what: the first entry that matches counts. \`demarc matrix\` shows it.
# owners:
#   - { area: [data-at-rest, key-management], owner: data-platform, verifier: security }
#   - { owner: platform-team, verifier: security }

# Accepted findings. Each needs a reason, somebody who answers for it, and its last day.
waivers: []
#  - control: endpoint-not-public
#    resource: module.legacy.aws_db_instance.reports
#    reason: Partners connect directly until the gateway is live
#    owner: data-platform
#    until: 2027-03-31
#    ticket: DATA-123
`;

export const init: Command = {
  name: 'init',
  help: `Writes a ${file} with comments to the working folder. Never overwrites one.

Usage: demarc init
`,
  options: [],
  run(argv, io) {
    const { positionals } = parseArguments(argv, {});
    if (positionals.length > 0) throw new UsageError('init takes no argument: it writes to the working folder');
    const present = configurationNames.find((name) => existsSync(name));
    if (present !== undefined) throw new UsageError(`${present} is already there, and is left as it is`);
    try {
      writeFileSync(file, initialConfiguration, { flag: 'wx' });
    } catch (error) {
      throw new UsageError(`${file} cannot be written: ${fileProblem(error)}`);
    }
    io.out(`Wrote ${file}.\n`);
    return 0;
  },
};
