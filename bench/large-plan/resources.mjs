import { access } from './access.mjs';
import { messages } from './messages.mjs';
import { stores } from './stores.mjs';
import { traffic } from './traffic.mjs';

/**
 * What one module of the generated plan declares: ordinary AWS resources, with the attributes that Terraform's AWS provider
 * (version 5) shows of them. Nothing here is from anybody's account.
 *
 * Of each: `values` are the attributes as the state has them; `computed` are those that are settled at apply when it is
 * created; `written` are the arguments as the configuration has them; `fault` is what a careless author would have made
 * of the values.
 */
export const resources = [...stores, ...access, ...messages, ...traffic].toSorted((one, other) =>
  nameOf(one) < nameOf(other) ? -1 : 1,
);

function nameOf({ type, name }) {
  return `${type}.${name}`;
}
