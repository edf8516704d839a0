import { dirname } from 'node:path';
import { editOf } from '../fixes';
import type { Mended, Mender, WantedEdit } from '../fixes/mend';
import type { Dialect, Resource } from '../model/resource';
import { isDownloaded } from '../readers/terraform-source/source-name';
import { holdsAssembly } from '../readers/walk';

/** Of what parses files only what the file at hand needs is loaded. */
const templates = () => require('../fixes/template') as typeof import('../fixes/template');
const sources = () => require('../fixes/terraform') as typeof import('../fixes/terraform');

/** What mends a finding, and where. */
export interface Remedy {
  /** The file that declares the resource. */
  readonly file: string;
  readonly wanted: WantedEdit;
  /** A tool wrote the file, and would write it again: what mends it is said in the code that the tool reads. */
  readonly generated: boolean;
}

/** The edit that mends what a control finds on a resource, where there is one and the resource is written in a file. */
export function remedyOf(control: string, resource: Resource, dialect: Dialect | null): Remedy | undefined {
  const edit = editOf(control, resource.type);
  const place = dialect === 'cdktf' ? undefined : resource.locate?.([]);
  if (!edit || !place || isDownloaded(place.file)) return undefined;
  const { file, line } = place;
  const generated = dialect === 'cdk-assembly' || resource.constructPath !== undefined || isInAssembly(file);
  return { file, wanted: { name: nameOf(resource), edit, line }, generated };
}

const isInAssembly = (file: string): boolean => file.endsWith('.template.json') && holdsAssembly(dirname(file));

/** The logical id, or the name of the block: all instances of a Terraform resource are one block. */
function nameOf({ vocabulary, address, type }: Resource): string {
  if (vocabulary === 'cloudformation') return address;
  const name = address.slice(address.lastIndexOf(`${type}.`) + type.length + 1);
  return name.replace(/\[.*$/su, '');
}

/** Opens a file, to make edits of one vocabulary in it. */
export function menderOf(file: string, text: string, { edit }: WantedEdit): Mender {
  if (edit.type.includes('::')) return templates().openTemplate(text);
  return file.endsWith('.json') ? refusingJson(text) : sources().openSource(text);
}

const refusingJson =
  (text: string): Mender =>
  (wanted): Mended => ({
    text,
    made: [],
    refused: wanted.map((one) => ({ wanted: one, why: 'Terraform source in JSON is not edited' })),
  });

/** A resource as people call it. */
export const wantedName = ({ name, edit: { type } }: WantedEdit): string =>
  type.includes('::') ? `${type} ${name}` : `${type}.${name}`;
