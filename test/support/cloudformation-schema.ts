import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType } from '@aws-cdk/service-spec-types';

const spec = loadAwsServiceSpecSync();

/** Whether a type has a property path; undefined where the schema does not know the type. */
export function hasPath(type: string, path: readonly string[]): boolean | undefined {
  const [resource] = spec.lookup('resource', 'cloudFormationType', 'equals', type);
  return resource && (path.length === 0 || within(resource.properties, path));
}

type Properties = Readonly<Record<string, { readonly type: PropertyType }>>;

function within(properties: Properties, [key, ...rest]: readonly string[]): boolean {
  const property = key === undefined ? undefined : properties[key];
  return property !== undefined && below(property.type, rest);
}

/** Below a text or a document the schema tells nothing more. */
function below(type: PropertyType, path: readonly string[]): boolean {
  if (path.length === 0) return true;
  switch (type.type) {
    case 'array':
      return below(type.element, path);
    case 'map':
      return below(type.element, path.slice(1));
    case 'ref':
      return within(spec.get('typeDefinition', type.reference.$ref).properties, path);
    case 'union':
      return type.types.some((one) => below(one, path));
    default:
      return true;
  }
}
