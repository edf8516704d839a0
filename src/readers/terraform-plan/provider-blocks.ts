import { mayHoldSecret, providerAddress, providerType, type ProviderName } from '../../model/provider-block';
import { notedLeaf, unknownLeaf, type Raw, type Source } from '../../model/raw';
import type { ByteSource } from '../source';
import type { Configuration } from './configuration';
import { entryOf, type Entry } from './entry';
import { expressionOf, type Expression } from './expression';
import { isJsonList, isJsonObject, member, type Json, type JsonObject } from './json';
import type { End } from './references';
import { parseRange } from './range';
import { Scanner } from './scanner';
import { sourceOf, whyOf } from './values';

/**
 * The configurations of providers that may say a secret. Those of a module are the module's, whatever instances it has.
 *
 * @see https://developer.hashicorp.com/terraform/internals/json-format#configuration-representation
 */
export function configuredProviders(source: ByteSource, configuration: Configuration | undefined): readonly Entry[] {
  if (!configuration?.providers) return [];
  const found: Entry[] = [];
  const scanner = new Scanner(source, configuration.providers.start, configuration.providers.end);
  scanner.members((key) => {
    const range = scanner.range();
    const written = parseRange(source, range) as Json;
    const expressions = member(written, 'expressions');
    const named = namesIn(key);
    const localName = textOf(written, 'name') ?? named.localName;
    const provider = shortName(textOf(written, 'full_name') ?? localName);
    if (!mayHoldSecret(provider, (argument) => member(expressions, argument) !== undefined)) return;
    const module = textOf(written, 'module_address') ?? named.module;
    const alias = textOf(written, 'alias') ?? named.alias;
    found.push(
      entryOf({
        range,
        origin: 'provider',
        address: providerAddress({ module, localName, alias }),
        moduleAddress: module,
        mode: 'data',
        type: providerType(provider),
        name: alias ?? '',
        provider,
        actions: [],
        importing: false,
      }),
    );
  });
  return found;
}

/** `module.network:aws.west`: what a trimmed plan leaves out. */
function namesIn(key: string): ProviderName {
  const end = key.lastIndexOf(':');
  const [localName = '', alias] = key.slice(end + 1).split('.');
  return { module: key.slice(0, Math.max(end, 0)), localName, alias };
}

function textOf(json: Json, key: string): string | undefined {
  const text = member(json, key);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

const shortName = (source: string): string => source.slice(source.lastIndexOf('/') + 1);

/** What the expressions of a block mean, of which a plan shows no values: literals, variables, and what is settled at apply. */
export function providerValues(block: JsonObject, endsOf: (expression: Expression) => readonly End[]): Raw {
  return Object.fromEntries(
    Object.entries(block).map(([key, written]): [string, Raw] => {
      const expression = expressionOf(written);
      if (expression) return [key, valueOf(expression, endsOf(expression))];
      if (isJsonList(written)) return [key, written.filter(isJsonObject).map((inner) => providerValues(inner, endsOf))];
      return [key, isJsonObject(written) ? providerValues(written, endsOf) : unknownLeaf(settledAtApply)];
    }),
  );
}

const settledAtApply = 'settled at apply';

function valueOf({ constant, references }: Expression, ends: readonly End[]): Raw {
  if (constant !== undefined) return constant;
  if (references.length === 0) return unknownLeaf('a function of what the plan does not show');
  const [only, ...others] = ends;
  // What is known when planning, and belongs to nobody: a path, a workspace.
  if (!only) return unknownLeaf(settledAtApply);
  if (others.length === 0 && only.kind === 'value') return variableValue(only);
  const resources = ends.flatMap((end) => (end.kind === 'resource' ? [end.reference] : []));
  // Of several variables nobody can say which of them is the secret.
  const source = sourceOf(ends);
  return unknownLeaf(whyOf(ends), resources, source && source !== 'parameter' ? { source } : {});
}

/** A default is what the configuration writes; what a variable is given beside it comes from elsewhere. */
function variableValue({ value, variable }: Extract<End, { readonly kind: 'value' }>): Raw {
  if (!variable || value === null) return value;
  const { name, secret, isDefault } = variable;
  const source: Source = secret ? 'secret-parameter' : 'parameter';
  if (value === undefined) return unknownLeaf(`variable "${name}" is given at apply`, [], { source });
  const said = isDefault ? { because: `the default of variable "${name}"` } : { source };
  return notedLeaf(value, secret ? { ...said, sensitive: true } : said);
}
