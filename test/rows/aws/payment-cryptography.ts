import { policyTables } from '../../support/policy-rows';
import { type ServiceRows } from '../../support/row';

export const paymentCryptographyRows: ServiceRows = {
  service: 'payment-cryptography',
  controls: policyTables({
    cloudformation: 'AWS::PaymentCryptography::Key',
    terraform: null,
    noun: 'Payment Cryptography key',
    action: 'payment-cryptography:EncryptData',
    inCloudformation: (document) => ({ Policy: document }),
  }),
};
