import { refer, system, unknown, type ServiceRows } from '../../support/row';

const named = (cloudformation: object, terraform: object, image: unknown) =>
  [
    system(
      { LaunchTemplate: { LaunchTemplateId: refer('template'), Version: '1' }, ...cloudformation },
      { template: { type: 'AWS::EC2::LaunchTemplate', properties: { LaunchTemplateData: { ImageId: image } } } },
    ),
    system(
      { launch_template: [{ id: refer('template') }], ...terraform },
      { template: { type: 'aws_launch_template', properties: { image_id: image } } },
    ),
  ] as const;
const limited = (image: unknown, seconds: unknown = 604800) =>
  named({ MaxInstanceLifetime: seconds }, { max_instance_lifetime: seconds }, image);
const newest = 'resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';

export const autoScalingRows: ServiceRows = {
  service: 'auto-scaling',
  controls: {
    'patching-automatic': {
      'Auto Scaling group': {
        cloudformation: 'AWS::AutoScaling::AutoScalingGroup',
        terraform: 'aws_autoscaling_group',
        rows: [
          ['silent', 'nothing is said: who mends its machines is seen at run time', {}, {}],
          ['silent', 'lives are not limited', ...limited(newest, 0)],
          ['pass', 'machines are replaced by fresh ones of the newest image', ...limited(newest)],
          ['fail', 'machines are replaced by fresh ones of the same image', ...limited('ami-0a1b')],
          ['undecided', 'the image is a parameter', ...limited(unknown)],
          ['undecided', 'the lifetime is a parameter', ...limited(newest, unknown)],
          ['undecided', 'the template is elsewhere', { MaxInstanceLifetime: 604800, LaunchTemplate: { LaunchTemplateId: 'lt-1' } }, { max_instance_lifetime: 604800, launch_template: [{ id: 'lt-1' }] }],
          ['undecided', 'machines are replaced when the code changes', null, { instance_refresh: [{ strategy: 'Rolling' }] }],
        ], // prettier-ignore
      },
    },
  },
};
