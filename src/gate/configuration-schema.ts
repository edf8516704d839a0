import * as z from 'zod';
import type { ControlMetadata } from './own-controls';
import { configurationSchema } from './configuration';

type Schema = Record<string, unknown>;

/**
 * The JSON Schema of the configuration, for editors. The known controls are offered with their titles; others stay
 * allowed, because plug-ins may bring their own.
 */
export function configurationJsonSchema(controls: readonly ControlMetadata[]): Schema {
  const { $schema, ...schema } = z.toJSONSchema(configurationSchema, { target: 'draft-7', io: 'input' }) as Schema;
  const settings = controlSettingsIn(schema);
  for (const setting of settings)
    setting['properties'] = Object.fromEntries(
      controls.map(({ id, title }) => [id, { description: title, ...(setting['additionalProperties'] as Schema) }]),
    );
  return { $schema, title: 'Demarc configuration', ...schema };
}

/** The whole's `controls`, and each environment's. */
function controlSettingsIn(schema: Schema): readonly Schema[] {
  const properties = schema['properties'] as Record<string, Schema>;
  const environment = properties['environments']?.['additionalProperties'] as Schema;
  const environmentProperties = environment['properties'] as Record<string, Schema>;
  return [properties['controls'], environmentProperties['controls']].filter((found) => found !== undefined);
}
