import { demarcIn, folderWith } from '../support/command-line';

const folder = folderWith({
  'stack.yaml': `
Resources:
  Photos: { Type: AWS::S3::Bucket }
  Secrets: { Type: AWS::S3::Bucket }
  Worker:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: { Statement: [{ Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: sts:AssumeRole }] }
  Reads:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: reads
      Roles: [!Ref Worker]
      PolicyDocument: { Statement: [{ Effect: Allow, Action: s3:GetObject, Resource: !Sub '\${Secrets.Arn}/*' }] }
  Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Worker] } }
  Machine:
    Type: AWS::EC2::Instance
    Properties: { ImageId: ami-1, IamInstanceProfile: !Ref Profile }
  Trail: { Type: AWS::CloudTrail::Trail, Properties: { IsLogging: true, S3BucketName: !Ref Photos } }
`,
  'demarc.config.yaml': `
owners: [{ area: identity-access, owner: platform, verifier: security }]
incident:
  commander: { contact: '+49 30 1234', runbook: docs/runbooks/machine.md }
  communication: { contact: '#comms', area: incident-response }
`,
});
const drill = (...argv: readonly string[]) => demarcIn(folder, ['drill', ...argv]);

describe('a drill', () => {
  test('of a resource says what is exposed, by way of its role', () => {
    const { code, out } = drill('Machine', 'stack.yaml');
    expect(code).toBe(0);
    expect(out).toContain('# Drill: EC2 instance Machine');
    expect(out).toMatch(/- from there: Secrets \(AWS::S3::Bucket\), by way of Profile, Worker, Reads/);
    expect(out).not.toContain('from there: Photos');
  });

  test('says who is called, and by which runbook', () => {
    const { out } = drill('instance-metadata-v2', 'stack.yaml');
    expect(out).toContain('- identity-access: owner platform, verifier security');
    expect(out).toContain('- commander: +49 30 1234');
    expect(out).toContain('- commander: docs/runbooks/machine.md');
    expect(out).not.toContain('#comms');
  });

  test('says where to look', () => {
    expect(drill('Machine', 'stack.yaml').out).toContain('- declared here: Trail (AWS::CloudTrail::Trail)');
  });

  test('of a control begins where it does not hold today', () => {
    const { out } = drill('versioned', 'stack.yaml');
    const [first] = out.split('# Drill: ').slice(1);
    expect(first).toContain('this is so today');
  });

  test('of a control that holds supposes that it did not', () => {
    expect(drill('storage-encrypted', 'stack.yaml').out).toContain('today it holds: suppose it did not');
  });

  test('names nobody where nobody is named', () => {
    expect(drill('Photos', 'stack.yaml').out).toContain('owner NOBODY IS NAMED');
  });

  test.each([[[]], [['storage-encrypted']], [['Nothing', 'stack.yaml']]])('%j is refused', (argv) => {
    expect(drill(...argv).code).toBe(2);
  });
});
