import type { Service } from '../service';

/** Who reads which tables of a data lake: grants by name, on top of what IAM allows. None of it opens the data by itself. */
export const lakeFormation: Service = {
  name: 'lake-formation',
  types: {
    cloudformation: [
      'AWS::LakeFormation::DataCellsFilter',
      'AWS::LakeFormation::DataLakeSettings',
      'AWS::LakeFormation::Permissions',
      'AWS::LakeFormation::PrincipalPermissions',
      'AWS::LakeFormation::Resource',
      'AWS::LakeFormation::Tag',
      'AWS::LakeFormation::TagAssociation',
    ],
    terraform: [
      'aws_lakeformation_data_cells_filter',
      'aws_lakeformation_data_lake_settings',
      'aws_lakeformation_lf_tag',
      'aws_lakeformation_lf_tag_expression',
      'aws_lakeformation_opt_in',
      'aws_lakeformation_permissions',
      'aws_lakeformation_resource',
      'aws_lakeformation_resource_lf_tag',
      'aws_lakeformation_resource_lf_tags',
    ],
  },
  facts: () => [],
};
