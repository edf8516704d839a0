/** Words that the resources of the generated plan are written in. */

/** @param references a reference and its prefixes, as Terraform lists them */
export const ref = (...references) => ({ references });
export const constant = (value) => ({ constant_value: value });
export const variable = (name) => ref(`var.${name}`);
/** `aws_kms_key.main.arn` and `aws_kms_key.main`. */
export const attribute = (resource, name) => ref(`${resource}.${name}`, resource);

export const region = 'eu-central-1';
export const arn = (service, account, rest) => `arn:aws:${service}:${region}:${account}:${rest}`;

export const statement = (action, resource) => ({ Action: action, Effect: 'Allow', Resource: resource });
export const policy = (...statements) => JSON.stringify({ Statement: statements, Version: '2012-10-17' });
export const trust = (service) =>
  policy({ Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: service }, Sid: '' });

/** Refuses requests without TLS. */
export const secureTransport = (action, ...resources) => ({
  Action: action,
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  Effect: 'Deny',
  Principal: '*',
  Resource: resources,
  Sid: 'DenyPlainText',
});

/** A number as hexadecimal digits, as in the ids that EC2 gives out. */
export const hex = (number, digits) =>
  (BigInt(number + 1) * 0x9e3779b97f4a7c15n).toString(16).slice(-digits).padStart(digits, '0');

export const timeouts = { create: null, delete: null, update: null };
