import { services } from '../../src/services';
import { servicesFor } from '../../src/services/families';

const types = services.flatMap((service) => Object.values(service.types).flatMap((list) => list.map((type) => [type, service] as const))); // prettier-ignore

test('every type that a service knows brings that service', () => {
  const left = types.filter(([type, service]) => !servicesFor([{ type }]).includes(service));
  expect(left.map(([type]) => type)).toEqual([]);
  expect(types.length).toBeGreaterThan(1000);
});

test('what belongs to one cloud does not bring the others', () => {
  const [aws, google] = [servicesFor([{ type: 'aws_sqs_queue' }]), servicesFor([{ type: 'google_storage_bucket' }])];
  const shared = aws.filter((service) => google.includes(service));
  expect(shared.map(({ name }) => name)).toEqual(['utilities']);
});

test('the same clouds give the same list', () => {
  const both = [{ type: 'aws_sqs_queue' }, { type: 'google_storage_bucket' }];
  expect(servicesFor(both)).toBe(servicesFor(both.toReversed()));
});
