import type { Fact } from '../../model/fact';
import type { Resource } from '../../model/resource';
import { map, otherwise } from '../../model/value';
import type { Service } from '../service';
import { at, switched } from './platform-service';

const locks = ['azurerm_management_lock'];
const assignments = [
  'azurerm_management_group_policy_assignment',
  'azurerm_resource_group_policy_assignment',
  'azurerm_resource_policy_assignment',
  'azurerm_subscription_policy_assignment',
];

/**
 * Locks against deletion, and policies that everything below must meet.
 *
 * @see https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources
 * @see https://learn.microsoft.com/azure/governance/policy/concepts/assignment-structure#enforcement-mode
 */
export const governance: Service = {
  name: 'azure-governance',
  types: { terraform: [...locks, ...assignments] },
  facts: (resource) => [locks.includes(resource.type) ? lockFact(resource) : assignmentFact(resource)],
};

const lockFact = (lock: Resource): Fact => ({
  kind: 'deletion-protection',
  noun: 'management lock',
  subject: lock,
  of: 'service',
  on: map(otherwise(at(lock, 'lock_level').text(), '', 'no level is written'), (level) =>
    ['cannotdelete', 'readonly'].includes(level.toLowerCase()),
  ),
});

/** A policy that is not enforced reports what does not meet it, and refuses nothing. */
const assignmentFact = (assignment: Resource): Fact => ({
  kind: 'guardrail',
  noun: 'policy assignment',
  subject: assignment,
  enforced: switched(assignment, ['enforce'], true, 'enforced unless told otherwise'),
});
