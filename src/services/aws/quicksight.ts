import { property } from '../../model/resource';
import { otherwise } from '../../model/value';
import type { Service } from '../service';
import { secretFacts } from './secret-facts';

const noun = 'QuickSight data source';
const sources = ['AWS::QuickSight::DataSource', 'aws_quicksight_data_source'];

export const quicksight: Service = {
  name: 'quicksight',
  types: {
    cloudformation: [
      // What is shown, to whom, and when it is fetched; data come from the sources.
      'AWS::QuickSight::Analysis',
      'AWS::QuickSight::Dashboard',
      'AWS::QuickSight::DataSet',
      'AWS::QuickSight::DataSource',
      'AWS::QuickSight::Folder',
      'AWS::QuickSight::RefreshSchedule',
      'AWS::QuickSight::Template',
      'AWS::QuickSight::Theme',
      'AWS::QuickSight::Topic',
      'AWS::QuickSight::VPCConnection',
    ],
    terraform: [
      'aws_quicksight_analysis',
      'aws_quicksight_dashboard',
      'aws_quicksight_data_set',
      'aws_quicksight_data_source',
      'aws_quicksight_folder',
      'aws_quicksight_folder_membership',
      'aws_quicksight_group',
      'aws_quicksight_group_membership',
      'aws_quicksight_ingestion',
      'aws_quicksight_namespace',
      'aws_quicksight_refresh_schedule',
      'aws_quicksight_template',
      'aws_quicksight_template_alias',
      'aws_quicksight_theme',
      'aws_quicksight_user',
      'aws_quicksight_vpc_connection',
    ],
  },
  *facts(source) {
    if (!sources.includes(source.type)) return;
    yield {
      kind: 'data-in-transit',
      noun,
      subject: source,
      // https://docs.aws.amazon.com/quicksight/latest/APIReference/API_SslProperties.html
      plaintext: otherwise(
        property(source, 'SslProperties.DisableSsl', 'ssl_properties.disable_ssl').flag(),
        false,
        'QuickSight connects by TLS unless told otherwise',
      ),
    };
    yield* secretFacts(source, noun, [
      ['password', property(source, 'Credentials.CredentialPair.Password', 'credentials.credential_pair.password')],
      ['private key', property(source, 'Credentials.KeyPairCredentials.PrivateKey', null)],
    ]);
  },
};
