import type { Fact } from '../../model/fact';
import { member, property, type Resource } from '../../model/resource';
import { known, otherwise, unknown } from '../../model/value';
import type { Service } from '../service';
import { itemsOf } from './items';
import { portRange, protocolName } from './network-rule';

const fleets = ['AWS::GameLift::Fleet', 'aws_gamelift_fleet'];

export const gamelift: Service = {
  name: 'gamelift',
  types: {
    cloudformation: [
      // What is played, where and with whom.
      'AWS::GameLift::Alias',
      'AWS::GameLift::Build',
      'AWS::GameLift::Fleet',
      'AWS::GameLift::GameSessionQueue',
      'AWS::GameLift::Location',
      'AWS::GameLift::MatchmakingConfiguration',
      'AWS::GameLift::MatchmakingRuleSet',
      'AWS::GameLift::Script',
    ],
    terraform: [
      'aws_gamelift_alias',
      'aws_gamelift_build',
      'aws_gamelift_fleet',
      'aws_gamelift_game_session_queue',
      'aws_gamelift_script',
    ],
  },
  facts: (resource) => (fleets.includes(resource.type) ? fleetFacts(resource) : []),
};

/** @see https://docs.aws.amazon.com/gameliftservers/latest/apireference/API_IpPermission.html */
function* fleetFacts(fleet: Resource): Iterable<Fact> {
  for (const rule of itemsOf(property(fleet, 'EC2InboundPermissions', 'ec2_inbound_permission'))) {
    const read = (cloudformation: string, terraform: string) =>
      member(rule, fleet.vocabulary, cloudformation, terraform);
    const range = read('IpRange', 'ip_range').text();
    const protocol = read('Protocol', 'protocol');
    yield {
      kind: 'ingress-rule',
      noun: 'GameLift fleet',
      subject: fleet,
      peers: known([otherwise(range, '', 'no address')], range.at),
      ports: protocol.text().state === 'unknown' ? unknown('its protocol is not known', protocol.at) : portRange(protocol, read('FromPort', 'from_port'), read('ToPort', 'to_port')),
      protocol: protocolName(protocol),
    }; // prettier-ignore
  }
}
