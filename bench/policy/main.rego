# The least that Conftest takes for a policy: what it measures is the reading of the plan.
package main

import rego.v1

deny contains message if {
	some change in input.resource_changes
	change.change.after.encrypted == false
	message := change.address
}
