import type { Fact } from '../../model/fact';
import type { Property } from '../../model/property';
import type { Resource } from '../../model/resource';
import { map, otherwise, type Settled } from '../../model/value';
import { supported } from '../aws/end-of-support';
import type { Context } from '../service';
import { at, type About } from './platform-service';

/** Where a language's version is written, below `site_config`, and what the table of supported versions calls it. */
const places: readonly (readonly [path: string, language: string])[] = [
  ['application_stack.python_version', 'python'],
  ['application_stack.php_version', 'php'],
  ['application_stack.node_version', 'node'],
  ['application_stack.dotnet_version', 'dotnet'],
  ['application_stack.dotnet_core_version', 'dotnet'],
  ['application_stack.java_version', 'java'],
  ['application_stack.powershell_core_version', 'powershell'],
  ['dotnet_framework_version', 'dotnet'],
  ['java_version', 'java'],
  ['python_version', 'python'],
  ['php_version', 'php'],
];

/**
 * The languages and hosts that an app runs on, as far as they are named. Azure runs an app on after the end of its language,
 * and mends it no more. .NET Framework is part of Windows.
 *
 * @see https://learn.microsoft.com/azure/app-service/language-support-policy
 * @see https://learn.microsoft.com/azure/azure-functions/supported-languages
 */
export function* appRuntimeFacts(about: About, context: Context): Iterable<Fact> {
  for (const version of versions(about.subject))
    yield { kind: 'runtime', supported: supported('app-service', version, context.today), ...about };
}

function* versions(app: Resource): Iterable<Settled<string>> {
  for (const [path, language] of places) {
    const named = version(at(app, `site_config.${path}`), language);
    if (named && !isFramework(named)) yield named;
  }
  const image = at(app, 'site_config.linux_fx_version').text();
  const stack = image.state === 'known' ? stackOf(image.value) : undefined;
  if (image.state === 'known' && stack !== undefined) yield { ...image, value: stack };
  yield* flexible(app);
  const host = hostVersion(app);
  if (host) yield host;
}

/** `node 18` of `~18` or `18-lts`, `dotnet 6.0` of `v6.0`. */
function version(property: Property, language: string): Settled<string> | undefined {
  const text = property.text();
  if (text.state === 'absent' || (text.state === 'known' && text.value === '')) return undefined;
  return map(otherwise(text, '', 'none'), (written) => `${language} ${plain(written)}`);
}

const plain = (written: string): string => written.replace(/^[~v]/i, '').replace(/-lts$/i, '');

/** `v4.0`, `v3.5` and `v2.0` are versions of .NET Framework. */
const isFramework = (name: Settled<string>): boolean =>
  name.state === 'known' && /^dotnet (4|3\.5|2\.0$)/.test(name.value);

/** `python 3.9` of `PYTHON|3.9`, `dotnet 6.0` of `DOTNETCORE|6.0`. Of images nothing is known. */
function stackOf(image: string): string | undefined {
  const [, name = '', written = ''] =
    /^(python|node|php|dotnetcore|dotnet-isolated|dotnet)\|([\w.~-]+)$/i.exec(image) ?? [];
  return name === '' ? undefined : `${name.toLowerCase().replace(/^dotnet.*/, 'dotnet')} ${plain(written)}`;
}

/** Functions of the flexible plan name language and version beside each other. */
function* flexible(app: Resource): Iterable<Settled<string>> {
  const name = at(app, 'runtime_name').text();
  if (name.state !== 'known') return;
  const language = name.value.replace(/^dotnet.*/, 'dotnet');
  if (!['python', 'node', 'dotnet', 'powershell'].includes(language)) return;
  const named = version(at(app, 'runtime_version'), language);
  if (named) yield named;
}

/**
 * The version of the Functions host. Older types of the provider start version 1 where nothing is written.
 *
 * @see https://learn.microsoft.com/azure/azure-functions/functions-versions
 */
function hostVersion(app: Resource): Settled<string> | undefined {
  const name = (text: string): string => `functions ${plain(text)}`;
  if (/^azurerm_function_app(_slot)?$/.test(app.type))
    return map(otherwise(at(app, 'version').text(), '~1', 'version 1 of the host unless told otherwise'), name);
  if (!/_function_app(_slot)?$/.test(app.type)) return undefined;
  return map(
    otherwise(at(app, 'functions_extension_version').text(), '~4', 'version 4 of the host unless told otherwise'),
    name,
  );
}
