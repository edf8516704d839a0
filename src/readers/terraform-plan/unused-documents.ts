import type { ByteSource } from '../source';
import { parseSteps, splitModules } from './address';
import type { Configuration, ConfigurationModule } from './configuration';
import { entryOf, type Entry } from './entry';
import { policyDocument } from './plan';
import type { Range } from './range';

/** A reference as the configuration writes it: `"data.aws_iam_policy_document.name`, less any key and attribute. */
const mention = /"data\.aws_iam_policy_document\.([A-Za-z0-9_-]{1,200})/g;

/**
 * Which policy documents nothing takes: no resource, output or module of the configuration refers to them. Locals hide
 * references, so a configuration that uses any tells nothing.
 */
export function unusedDocuments(
  source: ByteSource,
  configuration: Configuration | undefined,
): (entry: Entry) => boolean {
  let mentions: Mentions | undefined;
  return ({ mode, type, name, moduleAddress }) => {
    if (!configuration || mode !== 'data' || type !== policyDocument) return false;
    mentions ??= mentionsIn(source, configuration);
    return !mentions.hidden && !mentions.names.has(`${pathOf(moduleAddress)} ${name}`);
  };
}

/** Names by module path, and whether a local may hide more. */
interface Mentions {
  readonly names: ReadonlySet<string>;
  readonly hidden: boolean;
}

const pathOf = (moduleAddress: string): string =>
  splitModules(parseSteps(moduleAddress))
    .modules.map(({ name }) => `/${name}`)
    .join('');

function mentionsIn(source: ByteSource, { root }: Configuration): Mentions {
  const names = new Set<string>();
  let hidden = false;
  const scan = (path: string, range: Range, itself?: string): void => {
    const text = source.read(range.start, range.end).toString('utf8');
    hidden ||= text.includes('"local.');
    for (const [, name = ''] of text.matchAll(mention))
      if (`data.${policyDocument}.${name}` !== itself) names.add(`${path} ${name}`);
  };
  const visit = (module: ConfigurationModule, path: string): void => {
    for (const [key, range] of module.resources) scan(path, range, key);
    for (const range of module.outputs.values()) scan(path, range);
    for (const [name, { expressions, module: called }] of module.calls) {
      if (expressions) scan(path, expressions);
      if (called) visit(called, `${path}/${name}`);
    }
  };
  visit(root, '');
  return { names, hidden };
}

/** Policy documents as the configuration writes them, where each is certain to have one instance. */
export function configuredDocuments(source: ByteSource, configuration: Configuration | undefined): readonly Entry[] {
  const found: Entry[] = [];
  const visit = (module: ConfigurationModule, moduleAddress: string): void => {
    for (const [key, range] of module.resources) {
      const [mode, type, name = ''] = key.split('.');
      if (mode !== 'data' || type !== policyDocument) continue;
      if (/"(count|for_each)_expression"/.test(source.read(range.start, range.end).toString('utf8'))) continue;
      const address = `${moduleAddress}${moduleAddress && '.'}data.${type}.${name}`;
      const about = { address, moduleAddress, mode, type, name, actions: ['read'], importing: false };
      found.push(entryOf({ ...about, range, origin: 'configuration' }));
    }
    for (const [name, { repeated, module: called }] of module.calls)
      if (called && !repeated) visit(called, `${moduleAddress}${moduleAddress && '.'}module.${name}`);
  };
  if (configuration) visit(configuration.root, '');
  return found;
}
