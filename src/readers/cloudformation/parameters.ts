import { unknownLeaf, type Raw, type Source } from '../../model/raw';
import { annotate, lift } from './compose';
import { entriesOf, isDataList, listOf, member, scalarText, type Data } from './data';

export interface ParameterValues {
  /** What a property that names the parameter says: a default counts as known, on the default's word. */
  readonly said: ReadonlyMap<string, Raw>;
  /** What holds whatever is deployed: a default does not. Conditions are decided by these. */
  readonly certain: ReadonlyMap<string, Raw>;
}

/** Values given for parameters, as `--parameters` has them. */
export type GivenParameters = Readonly<Record<string, string | readonly string[]>>;

/** Values that the template around a nested stack gives to its parameters, evaluated there. */
export type BoundParameters = ReadonlyMap<string, Raw>;

/**
 * What a template's parameters mean.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html
 */
export function parameterValues(
  declarations: Data | undefined,
  given: GivenParameters,
  bound: BoundParameters = new Map(),
): ParameterValues {
  const said = new Map<string, Raw>();
  const certain = new Map<string, Raw>();
  for (const [name, declaration] of entriesOf(declarations)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const open = openParameter(name, declaration);
    const settled =
      value === undefined ? boundParameter(declaration, bound.get(name)) : settledParameter(declaration, value);
    said.set(name, settled ?? defaultOf(name, declaration) ?? open);
    certain.set(name, settled ?? open);
  }
  return { said, certain };
}

const typeOf = (declaration: Data): string => scalarText(member(declaration, 'Type') ?? 'String');

/** Such a parameter's value is the NAME of a Parameter Store entry, which is looked up at deployment. */
const isLookedUp = (declaration: Data): boolean => typeOf(declaration).startsWith('AWS::SSM::Parameter::Value<');

const isListed = (declaration: Data): boolean => /^(?:CommaDelimitedList$|List<)/.test(typeOf(declaration));

const isSecret = (declaration: Data): boolean => scalarText(member(declaration, 'NoEcho')).toLowerCase() === 'true';

const sourceOf = (declaration: Data): Source => (isSecret(declaration) ? 'secret-parameter' : 'parameter');

function settledParameter(declaration: Data, value: string | readonly string[]): Raw {
  if (isLookedUp(declaration)) return undefined;
  const text = typeof value === 'string' ? value : value.join(',');
  return annotate(isListed(declaration) ? (typeof value === 'string' ? split(value) : value) : text, {
    source: sourceOf(declaration),
    ...(isSecret(declaration) && { sensitive: true }),
  });
}

function boundParameter(declaration: Data, value: Raw): Raw {
  if (value === undefined || isLookedUp(declaration)) return undefined;
  const items = isListed(declaration)
    ? lift(value, (plain) => (typeof plain === 'string' ? split(plain) : plain))
    : value;
  return isSecret(declaration) ? annotate(items, { source: 'secret-parameter', sensitive: true }) : items;
}

function defaultOf(name: string, declaration: Data): Raw {
  const value = member(declaration, 'Default');
  if (value === undefined || value === null || isLookedUp(declaration)) return undefined;
  // Numbers become texts, as they do on deployment.
  const texts = isDataList(value)
    ? value.map(scalarText)
    : isListed(declaration)
      ? split(scalarText(value))
      : scalarText(value);
  return annotate(texts, {
    because: `the default of parameter "${name}"`,
    source: sourceOf(declaration),
    ...(isSecret(declaration) && { sensitive: true }),
  });
}

function openParameter(name: string, declaration: Data): Raw {
  const allowed = isListed(declaration) ? [] : listOf(member(declaration, 'AllowedValues')).map(scalarText);
  const why = isLookedUp(declaration)
    ? `parameter "${name}" is read from Parameter Store at deployment`
    : `parameter "${name}" is given at deployment`;
  return unknownLeaf(why, [], {
    source: sourceOf(declaration),
    symbol: `parameter: ${name}`,
    ...(allowed.length > 0 && !isLookedUp(declaration) && { among: allowed }),
  });
}

const split = (text: string): readonly string[] => (text === '' ? [] : text.split(',').map((item) => item.trim()));
