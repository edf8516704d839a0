import { demarcIn, folderWith } from '../support/command-line';

const marker = 'correct-horse-battery-staple';

/** A resource change all of whose attributes hold the marker, under a sensitive mark as deep as asked. */
const change = (type: string, after: object, sensitive: unknown) => ({
  address: `${type}.it`,
  mode: 'managed',
  type,
  name: 'it',
  provider_name: 'registry.terraform.io/hashicorp/aws',
  change: { actions: ['create'], before: null, after, after_unknown: {}, after_sensitive: sensitive },
});

const policy = JSON.stringify({ Statement: [{ Sid: marker, Effect: 'Allow', Action: '*', Resource: `*${marker}` }, { Effect: 'Allow', Action: '*', Resource: '*' }] }); // prettier-ignore

const plan = JSON.stringify({
  format_version: '1.2',
  resource_changes: [
    change('aws_db_instance', { password: marker, engine: marker, username: marker }, { password: true, engine: true }),
    change('aws_lambda_function', { environment: [{ variables: { DB_PASSWORD: marker } }] }, { environment: true }),
    change('aws_s3_bucket', { bucket: marker, policy, acl: marker }, true),
    change('aws_iam_policy', { name: 'it', policy }, { policy: true }),
    change('aws_security_group', { ingress: [{ cidr_blocks: [marker, '0.0.0.0/0'], protocol: 'tcp', from_port: 22, to_port: 22 }] }, { ingress: [{ cidr_blocks: [true] }] }), // prettier-ignore
  ],
  configuration: { root_module: { resources: [] } },
});

const template = `
Parameters:
  Password: { Type: String, NoEcho: true, Default: ${marker} }
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties: { Engine: postgres, MasterUsername: admin, MasterUserPassword: !Ref Password }
  Other:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      MasterUserPassword: ${marker}
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment: { Variables: { API_TOKEN: ${marker} } }
`;

describe.each(['pretty', 'json', 'sarif'])('as %s', (format) => {
  test.each([
    ['a plan', 'plan.json', plan],
    ['a template', 'template.yaml', template],
  ])('nothing sensitive of %s is printed', (_, name, text) => {
    const { out, err, code } = demarcIn(folderWith({ [name]: text }), [
      'check',
      name,
      '--format',
      format,
      '--include',
      'pass',
      '--preset',
      'strict',
    ]);
    expect(code).toBe(1);
    expect(out.length).toBeGreaterThan(500);
    expect(`${out}${err}`).not.toContain(marker);
  });
});
