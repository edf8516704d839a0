import { refer, system, unknown, type Properties, type ServiceRows } from '../../support/row';

const perimeter = 'google_access_context_manager_service_perimeter';
const services = ['storage.googleapis.com'];

const status = (more: Properties): Properties => ({ status: [more] });
const way = (identity: unknown, level: unknown, service: unknown): Properties => ({
  ingress_from: [{ identity_type: identity, sources: [{ access_level: level }] }],
  ingress_to: [{ operations: [{ service_name: service }] }],
});

export const servicePerimeterRows: ServiceRows = {
  service: 'service-perimeter',
  controls: {
    'guardrail-enforced': {
      perimeter: {
        cloudformation: null,
        terraform: perimeter,
        rows: [
          ['fail', 'nothing is said', null, {}],
          [
            'fail',
            'it is a trial',
            null,
            { use_explicit_dry_run_spec: true, spec: [{ restricted_services: services, resources: ['projects/1'] }] },
          ],
          [
            'pass',
            'services and projects are named',
            null,
            status({ restricted_services: services, resources: ['projects/1'] }),
          ],
          ['fail', 'no project is', null, status({ restricted_services: services })],
          ['fail', 'no service is', null, status({ resources: ['projects/1'] })],
          [
            'pass',
            'a project is put inside beside it',
            null,
            system(status({ restricted_services: services }), {
              member: {
                type: 'google_access_context_manager_service_perimeter_resource',
                properties: { perimeter_name: refer('it', 'name'), resource: 'projects/1' },
              },
            }),
          ],
          ['silent', 'it only joins others', null, { perimeter_type: 'PERIMETER_TYPE_BRIDGE' }],
          [
            'undecided',
            'it is settled at apply',
            null,
            status({ restricted_services: unknown, resources: ['projects/1'] }),
          ],
        ],
      },
    },
    'endpoint-policy-confined': {
      perimeter: {
        cloudformation: null,
        terraform: perimeter,
        rows: [
          ['silent', 'nobody comes through', null, status({ restricted_services: services })],
          [
            'fail',
            'everybody does, to everything',
            null,
            status({ ingress_policies: [way('ANY_IDENTITY', '*', '*')] }),
          ],
          ['pass', 'service accounts do', null, status({ ingress_policies: [way('ANY_SERVICE_ACCOUNT', '*', '*')] })],
          [
            'pass',
            'to one service',
            null,
            status({ ingress_policies: [way('ANY_IDENTITY', '*', 'storage.googleapis.com')] }),
          ],
          ['undecided', 'it is settled at apply', null, status({ ingress_policies: [way(unknown, '*', '*')] })],
        ],
      },
      'rule beside it': {
        cloudformation: null,
        terraform: 'google_access_context_manager_service_perimeter_egress_policy',
        rows: [
          [
            'fail',
            'everything leaves',
            null,
            { egress_from: [{ identity_type: 'ANY_IDENTITY' }], egress_to: [{ operations: [{ service_name: '*' }] }] },
          ],
          [
            'pass',
            'one service is called',
            null,
            {
              egress_from: [{ identity_type: 'ANY_IDENTITY' }],
              egress_to: [{ operations: [{ service_name: 'storage.googleapis.com' }] }],
            },
          ],
          [
            'undecided',
            'it is settled at apply',
            null,
            { egress_from: [{ identity_type: unknown }], egress_to: [{ operations: [{ service_name: '*' }] }] },
          ],
        ],
      },
    },
  },
};
