import type { Service } from './service';

/** Resources of Terraform itself and of its helper providers: they exist in the state only, and configure no cloud. */
export const utilities: Service = {
  name: 'utilities',
  types: {
    terraform: [
      'null_resource',
      'random_bytes',
      'random_id',
      'random_integer',
      'random_password',
      'random_pet',
      'random_shuffle',
      'random_string',
      'random_uuid',
      'terraform_data',
      'time_offset',
      'time_rotating',
      'time_sleep',
      'time_static',
    ],
  },
  facts: () => [],
};
