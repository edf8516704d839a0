import { createHash } from 'node:crypto';
import { parseTemplate } from '../../parse';
import { knownText, toObject, toSet } from '../convert';
import { refuse, withinItems } from '../failure';
import { isSettled, marksOf, unknownFrom } from '../inspect';
import type { Names, Scope } from '../session';
import { evaluate } from '../expression';
import { booleanValue, listValue, stringValue, unknownValue, type Value } from '../value';
import { argument, strict, text, textAt, type Arguments, type Functions, type Implementation } from './definition';
import { depthOf, globOf, matchesGlob } from './globs';

export const fileFunctions: Functions = {
  abspath: strict(() => unknownValue('the absolute path of the checkout')),
  basename: strict((given) => text(basename(textAt(given, 0)))),
  dirname: strict((given) => text(dirname(textAt(given, 0)))),
  file: reading((bytes) => decoded(bytes)),
  filebase64: reading((bytes) => text(Buffer.from(bytes).toString('base64'))),
  filebase64sha256: reading((bytes) => text(createHash('sha256').update(bytes).digest('base64'))),
  filebase64sha512: reading((bytes) => text(createHash('sha512').update(bytes).digest('base64'))),
  fileexists: strict((given, scope) => exists(textAt(given, 0), scope)),
  filemd5: hashing('md5'),
  fileset: strict((given, scope) => fileSet(textAt(given, 0), textAt(given, 1), scope)),
  filesha1: hashing('sha1'),
  filesha256: hashing('sha256'),
  filesha512: hashing('sha512'),
  pathexpand: strict((given) =>
    textAt(given, 0).startsWith('~') ? unknownValue("somebody's home") : argument(given, 0),
  ),
  templatefile: (given, scope) => templateFile(given, scope),
  templatestring: (given, scope) => templateString(given, scope),
};

function basename(path: string): string {
  const trimmed = path.replace(/\/+$/u, '');
  if (trimmed === '') return path === '' ? '.' : '/';
  return trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

function dirname(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '.' : path.slice(0, slash).replace(/\/+$/u, '') || '/';
}

/** What reading a file gives: its bytes, or the value that the function is worth without them. */
function read(path: string, { session }: Scope): Uint8Array | Value {
  const content = session.outside.readFile?.(path);
  if (!content) return unknownValue('files are not read');
  if (content.state === 'refused') return unknownValue(content.why);
  // It may be made before the deployment: by a build, or by a step of the pipeline.
  return content.state === 'read'
    ? content.bytes
    : unknownValue(`the file ${path.slice(0, 200)} is not in the checkout`);
}

function reading(compute: (bytes: Uint8Array) => Value): Implementation {
  return strict((given, scope) => {
    const content = read(textAt(given, 0), scope);
    return content instanceof Uint8Array ? compute(content) : content;
  });
}

function hashing(algorithm: string): Implementation {
  return reading((bytes) => text(createHash(algorithm).update(bytes).digest('hex')));
}

function decoded(bytes: Uint8Array): Value {
  const decodedText = Buffer.from(bytes).toString('utf8');
  return Buffer.from(decodedText, 'utf8').equals(bytes) ? text(decodedText) : refuse('the file is no text');
}

function exists(path: string, { session }: Scope): Value {
  const content = session.outside.readFile?.(path);
  if (!content || content.state === 'refused') return unknownValue(content?.why ?? 'files are not read');
  return booleanValue(content.state === 'read');
}

/** A file's text with the members of an object as names, and nothing else in scope. */
function templateFile(given: Arguments, scope: Scope): Value {
  const path = argument(given, 0);
  if (!isSettled(path)) return unknownFrom(given);
  const file = knownText(path) ?? '';
  const content = read(file, scope);
  if (!(content instanceof Uint8Array)) return { ...content, ...marksOf(given) };
  return filled(knownText(decoded(content)) ?? '', given, { ...scope, file });
}

/** A text as a template, filled in the same way. */
function templateString(given: Arguments, scope: Scope): Value {
  const template = argument(given, 0);
  if (!isSettled(template)) return unknownFrom(given);
  const value = filled(knownText(template) ?? '', given, scope);
  return { ...value, ...marksOf([template, value]) };
}

function filled(template: string, given: Arguments, scope: Scope): Value {
  const names = toObject(argument(given, 1));
  if (names.kind === 'unknown') return unknownFrom(given);
  const parsed = parseTemplate(template);
  if (!parsed.ok) return refuse('the template has a syntax error');
  return evaluate(parsed.value, { ...scope, names: nothingBut(names.open), variables: names.members });
}

/** The files of a folder of which the names follow a pattern: a set of texts, seen from the folder. */
function fileSet(folder: string, pattern: string, { session }: Scope): Value {
  const glob = globOf(pattern);
  const found = glob && session.outside.filesBelow?.(folder, depthOf(glob));
  if (!glob || !found) return unknownValue(glob ? 'files are not read' : 'a pattern of files that is not evaluated');
  if (found.state === 'refused') return unknownValue(found.why);
  if (found.state === 'missing') return unknownValue(`the folder ${folder.slice(0, 200)} is not in the checkout`);
  session.spend(found.names.length);
  const names = found.names.filter((name) => matchesGlob(glob, name));
  withinItems(names.length);
  return toSet(listValue(names.map((name) => stringValue(name))));
}

const nothingBut = (open: string | undefined): Names => ({
  resolve: (name) =>
    open === undefined
      ? refuse(`the template names "${name}", which it is not given`)
      : { value: unknownValue(open), taken: 0 },
});
