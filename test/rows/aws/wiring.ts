import type { ServiceRows } from '../../support/row';

/** What only joins others is classified, and states nothing. */
export const wiringRows: ServiceRows = {
  service: 'wiring',
  controls: {
    'endpoint-not-public': {
      'internet gateway': {
        cloudformation: 'AWS::EC2::InternetGateway',
        terraform: 'aws_internet_gateway',
        rows: [['silent', 'it only joins a network to the internet', {}, {}]],
      },
    },
  },
};
