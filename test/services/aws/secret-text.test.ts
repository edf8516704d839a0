import { secretsInText } from '../../../src/services/aws/secret-text';

const pem = ['-----BEGIN', 'OPENSSH PRIVATE KEY-----'].join(' ');

describe('a text holds a secret', () => {
  test.each([
    ['access key of AWS', 'aws configure set aws_access_key_id AKIAABCDEFGHIJKLMNOP'],
    ['private key', pem],
    ['password in an address', 'git clone https://bot:hunter2@example.org/it.git'],
    ['password of a user', 'echo "root:hunter2" | sudo chpasswd'],
    ['DB_PASSWORD', 'export DB_PASSWORD=hunter2'],
    ['DB_PASSWORD', "DB_PASSWORD='hunter2' ./start"],
    ['password', '{\n  "password": "hunter2",\n  "user": "it"\n}'],
    ['password', 'users:\n  - password: hunter2\n'],
    ['Password', '$Password = "hunter2"'],
    ['password', 'mysql --user root --password hunter2'],
    ['password', 'mysql --password=hunter2'],
    ['api-key', 'start --api-key abcdef123456'],
  ])('%s: %s', (what, text) => {
    expect(secretsInText(text)).toEqual([what]);
  });
});

describe('a text holds none', () => {
  test.each([
    'export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)',
    'TOKEN=`curl -X PUT http://169.254.169.254/latest/api/token`',
    'curl -H "X-aws-ec2-metadata-token: $TOKEN" http://169.254.169.254/',
    'export DB_PASSWORD="${PASSWORD}"',
    'DB_PASSWORD=<your password>',
    'password: changeme',
    'password: "{{ password }}"',
    '# DB_PASSWORD=hunter2',
    'export SECRET_ARN=arn:aws:secretsmanager:eu-west-1:111122223333:secret:it',
    'PASSWORD_FILE=/run/secrets/password',
    'password = get_password()',
    'sed -i "s/PasswordAuthentication yes/PasswordAuthentication no/" /etc/ssh/sshd_config',
    'echo "Enter your password: "',
    'docker pull it@sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '-----BEGIN CERTIFICATE-----',
    'curl https://example.org:8443/a@b',
  ])('%s', (text) => {
    expect(secretsInText(text)).toEqual([]);
  });
});
