import type { Fact } from '../../model/fact';
import type { ResourceGraph } from '../../model/graph';
import { member, property, type Resource } from '../../model/resource';
import { known, map, otherwise, unknown, type Settled } from '../../model/value';
import { itemsOf } from './items';

const noun = 'ECS service';
const clusters = ['AWS::ECS::Cluster', 'aws_ecs_cluster'];

/** What a service says of the platform below it, of the way into its containers, and of what they say to each other. */
export function* operationFacts(service: Resource, graph: ResourceGraph): Iterable<Fact> {
  yield* platformFacts(service);
  yield* sessionFacts(service, graph);
  yield* meshFacts(service);
}

/**
 * Fargate's platform is patched by AWS; a version of it that is named stays behind when the next one comes.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html
 */
function* platformFacts(service: Resource): Iterable<Fact> {
  const version = property(service, 'PlatformVersion', 'platform_version').text();
  if (version.state === 'absent' && !runsOnFargate(service)) return;
  yield {
    kind: 'patching',
    noun,
    subject: service,
    of: 'engine',
    automatic: map(
      otherwise(version, 'LATEST', 'the latest platform unless one is named'),
      (name) => name === 'LATEST',
    ),
  };
}

function runsOnFargate(service: Resource): boolean {
  const type = property(service, 'LaunchType', 'launch_type').text();
  const providers = itemsOf(property(service, 'CapacityProviderStrategy', 'capacity_provider_strategy')).map((one) =>
    member(one, service.vocabulary, 'CapacityProvider', 'capacity_provider').text(),
  );
  return [type, ...providers].some((one) => one.state === 'known' && /^FARGATE(_SPOT)?$/.test(one.value));
}

/**
 * A service whose containers may be entered, and whether what is done in there is recorded: it is unless the cluster says
 * otherwise.
 *
 * @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
 */
function* sessionFacts(service: Resource, graph: ResourceGraph): Iterable<Fact> {
  const entered = property(service, 'EnableExecuteCommand', 'enable_execute_command').flag();
  if (entered.state === 'absent' || (entered.state === 'known' && !entered.value)) return;
  const place = property(service, 'Cluster', 'cluster');
  const link = graph.follow(place, clusters);
  const kept =
    link.state === 'linked'
      ? sessionsLogged(link.resource)
      : unknown<boolean>('what its cluster records is not in the input', place.at);
  yield {
    kind: 'audit-log',
    noun,
    subject: service,
    scope: 'access',
    kept: entered.state === 'known' || (kept.state === 'known' && kept.value) ? kept : unknown(entered.why, entered.at),
    ...(link.state === 'linked' && { related: [link.resource] }),
  };
}

const sessionsLogged = (cluster: Resource): Settled<boolean> =>
  map(
    otherwise(
      property(
        cluster,
        'Configuration.ExecuteCommandConfiguration.Logging',
        'configuration.execute_command_configuration.logging',
      ).text(),
      'DEFAULT',
      'sessions go to the log of the container unless told otherwise',
    ),
    (logging) => logging !== 'NONE',
  );

/** @see https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-tls.html */
function* meshFacts(service: Resource): Iterable<Fact> {
  const mesh = property(service, 'ServiceConnectConfiguration', 'service_connect_configuration');
  const on = member(mesh, service.vocabulary, 'Enabled', 'enabled').flag();
  if (on.state === 'absent' || (on.state === 'known' && !on.value)) return;
  for (const endpoint of itemsOf(member(mesh, service.vocabulary, 'Services', 'service'))) {
    const tls = member(endpoint, service.vocabulary, 'Tls', 'tls').present();
    const enforced =
      tls.state === 'known' && !tls.value
        ? known(false, tls.at, 'Service Connect speaks plain text unless told otherwise')
        : tls;
    yield {
      kind: 'transit-enforcement',
      noun,
      subject: service,
      enforced:
        on.state === 'known' || (enforced.state === 'known' && enforced.value) ? enforced : unknown(on.why, on.at),
    };
  }
}
