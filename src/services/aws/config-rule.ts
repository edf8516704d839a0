import type { Detector } from '../../model/fact';
import { property, type Resource } from '../../model/resource';
import { map, otherwise, unknown, type Settled } from '../../model/value';

export const configRules = ['AWS::Config::ConfigRule', 'aws_config_config_rule'];

/** Days after which an access key should have been replaced. */
const oldest = 90;

/**
 * States of a rule that watches the age of access keys whether it speaks up in time.
 *
 * @see https://docs.aws.amazon.com/config/latest/developerguide/access-keys-rotated.html
 */
export function* configRuleFacts(rule: Resource): Iterable<Detector> {
  const identifier = property(rule, 'Source.SourceIdentifier', 'source.source_identifier').text();
  if (identifier.state !== 'known' || identifier.value !== 'ACCESS_KEYS_ROTATED') return;
  yield {
    kind: 'detector',
    noun: 'Config rule',
    subject: rule,
    whole: map(keyAge(rule), (days) => days <= oldest),
  };
}

function keyAge(rule: Resource): Settled<number> {
  const parameters = property(rule, 'InputParameters', 'input_parameters');
  const document = parameters.document();
  if (document.state === 'unknown') return unknown(document.why, document.at);
  const days = document.state === 'known' ? document.value.get('maxAccessKeyAge').number() : document;
  return otherwise(days, 90, 'ninety days unless told otherwise');
}
