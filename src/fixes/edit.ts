/** What a property is set to. */
export type Value = string | number | boolean;

/** Properties to set on a resource, by their path; keys are separated by dots. */
export type Settings = Readonly<Record<string, Value>>;

/** An edit of one resource that mends what a control finds on a type. */
export interface Edit {
  readonly control: string;
  /** `AWS::EC2::Volume` or `aws_ebs_volume`. */
  readonly type: string;
  readonly settings: Settings;
}

/** The same edit in both vocabularies; null where one of them says it on a resource of its own. */
export const edit = (
  control: string,
  [cloudformation, terraform]: readonly [string | null, string | null],
  inCloudFormation: Settings,
  inTerraform: Settings,
): readonly Edit[] => [
  ...(cloudformation === null ? [] : [{ control, type: cloudformation, settings: inCloudFormation }]),
  ...(terraform === null ? [] : [{ control, type: terraform, settings: inTerraform }]),
];
