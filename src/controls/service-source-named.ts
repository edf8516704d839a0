import type { Condition } from '../model/policy';
import { somePattern } from '../model/policy-patterns';
import { allows, someStatement } from '../model/policy-questions';
import { all, not, some, truth, type Truth } from '../model/truth';
import { control } from './control';

/** @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html (Cross-service confused deputy prevention) */
export const serviceSourceNamed = control({
  id: 'service-source-named',
  area: 'configuration',
  severity: 'low',
  gate: 'off',
  judges: 'policy-document',
  title: 'Services are let in on behalf of resources that are named in full',
  failure: 'lets a service in on behalf of whatever a pattern matches',
  why: 'Every stage and method of an API, or every rule of an account, may then reach what one was meant to.',
  fix: 'Write the whole ARN of the source; of an API the method and the path as well.',
  holds: ({ role, document }) =>
    role === 'resource'
      ? not(
          someStatement(
            document,
            (statement) => all(allows(statement), some(statement.conditions, endsOpen, 'no condition')),
            'a pattern of sources',
          ),
        )
      : undefined,
});

const endsOpen = ({ key, values, at }: Condition): Truth =>
  all(
    truth(/^aws:sourcearn$/i.test(key), at, `condition on ${key}`),
    somePattern(values, isPatternOfSources, 'names the source'),
  );

/** Whatever begins so may be meant. The ARN of a log group ends with a star by itself. */
const isPatternOfSources = (arn: string): boolean => arn.endsWith('*') && !/:log-group:[^*?]+:\*$/.test(arn);
