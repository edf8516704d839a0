import { mask } from '../../src/reports/mask';

const secret = 'Hunter2';

describe('a secret that is put together', () => {
  test.each([
    'password = format("%s-%s", "Hunter2", var.stage)',
    'password = base64encode("Hunter2")',
    'password = var.stage == "prod" ? "Hunter2" : "x"',
    'password = jsondecode("[\\"Hunter2\\"]")[0]',
    'MasterUserPassword: !Join ["", [Hunter2, !Ref Stage]]',
    'MasterUserPassword: !Sub "Hunter2-${Stage}"',
    'MasterUserPassword: !Base64 Hunter2',
    'MasterUserPassword: !If [IsProd, Hunter2, x]',
    '"MasterUserPassword": { "Fn::Join": ["", ["Hunter2", { "Ref": "Stage" }]] },',
  ])('is hidden: %s', (line) => {
    for (const everything of [true, false]) {
      expect(mask(line, everything)).not.toContain(secret);
      expect(mask(line, everything)).toMatch(/^"?\w+"?\s?[:=] \*{4}$/u);
    }
  });

  test('is hidden under any name where the line is shown for it', () => {
    expect(mask('value = format("%s", "Hunter2")', true)).toBe('value = ****');
    expect(mask('value = format("%s", "Hunter2")', false)).toContain(secret);
  });
});

test.each([
  'password = var.password',
  'MasterUserPassword: !Ref Password',
  'MasterUserPassword: !GetAtt Secret.Value',
  '"MasterUserPassword": { "Fn::GetAtt": ["Secret", "Value"] },',
  'bucket = format("%s-logs", "ours")',
])('what is none, or stands elsewhere, is shown: %s', (line) => {
  expect(mask(line, false)).toBe(line);
});
