import type { Service } from '../service';
import { policyFacts, type PolicyPlaces } from './resource-policy';

const places: PolicyPlaces = { noun: 'Payment Cryptography key', inline: ['Policy', null] };

export const paymentCryptography: Service = {
  name: 'payment-cryptography',
  types: {
    // A name for a key; the key has the facts.
    cloudformation: ['AWS::PaymentCryptography::Alias', 'AWS::PaymentCryptography::Key'],
  },
  facts: (resource, graph) => policyFacts(resource, ['AWS::PaymentCryptography::Key'], graph, places),
};
