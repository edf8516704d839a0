import { controls } from '../../src/controls';
import { edits, suggestionOf } from '../../src/fixes';
import { hasPath as inCloudFormation } from '../support/cloudformation-schema';
import { verdictsOn } from '../support/control-tester';
import { asTemplate, asTerraform } from '../support/dialects';
import { asSystem, System, type Properties, type Table } from '../support/row';
import { hasPath as inTerraform } from '../support/terraform-schema';
import { allRows } from '../rows';

/** The tables that judge a control on a type. */
const tablesOf = (control: string, type: string): readonly Table[] =>
  allRows
    .flatMap(({ controls: tables }) => Object.values(tables[control] ?? {}))
    .filter((table) => table.cloudformation === type || table.terraform === type);

/** The properties of a row with an edit in them; a block may be written as a list of one. */
function edited(properties: Properties, settings: Readonly<Record<string, unknown>>): Properties {
  return Object.entries(settings).reduce((before, [path, value]) => set(before, path.split('.'), value), properties);
}

function set(properties: Properties, [key = '', ...rest]: readonly string[], value: unknown): Properties {
  if (rest.length === 0) return { ...properties, [key]: value };
  const inner = properties[key];
  const isOne = Array.isArray(inner) && inner.length === 1;
  const block = (isOne ? (inner[0] as unknown) : inner) as Properties | undefined;
  const changed = set(typeof block === 'object' ? block : {}, rest, value);
  return { ...properties, [key]: isOne ? [changed] : changed };
}

test.each(edits.map((edit) => [edit.control, edit.type, edit] as const))(
  '%s on %s: the edit mends what is found, and names what there is',
  (id, type, { settings }) => {
    const control = controls.find((one) => one.id === id);
    if (!control) throw new Error(`no control is called ${id}`);
    const isTemplate = type.includes('::');
    const hasPath = isTemplate ? inCloudFormation : inTerraform;
    for (const path of Object.keys(settings)) expect([path, hasPath(type, path.split('.'))]).toEqual([path, true]);

    const failing = tablesOf(id, type)
      .flatMap((table) => table.rows)
      .flatMap(([verdict, , template, terraform]) => {
        const written = isTemplate ? template : terraform;
        return verdict === 'fail' && written ? [asSystem(written)] : [];
      });
    expect(failing.length).toBeGreaterThan(0);
    const after = failing.map((system) => {
      const mended = new System(edited(system.it, settings), system.others, system.action);
      return verdictsOn(control, isTemplate ? asTemplate(type, mended) : asTerraform(type, mended))[0];
    });
    expect(after).toContain('pass');
  },
);

test('an edit is shown as people write it', () => {
  expect(suggestionOf('storage-encrypted', 'aws_ebs_volume')).toBe('encrypted = true');
  expect(suggestionOf('instance-metadata-v2', 'aws_instance')).toBe('metadata_options { http_tokens = "required" }');
  expect(suggestionOf('instance-metadata-v2', 'AWS::EC2::Instance')).toBe('MetadataOptions: { HttpTokens: required }');
  expect(suggestionOf('storage-encrypted', 'aws_kinesis_stream')).toBe(
    'encryption_type = "KMS"; kms_key_id = "alias/aws/kinesis"',
  );
  expect(suggestionOf('iam-no-admin', 'aws_iam_role')).toBeNull();
});

test('there is one edit for a control and a type', () => {
  const keys = edits.map(({ control, type }) => `${control} ${type}`);
  expect(new Set(keys).size).toBe(keys.length);
});
