import { isPointer, isSecretName } from './environment-secrets';
import { secretShapes } from './secret-shapes';

/** `NAME=value`, `--name=value`, `$name = "value"`: in shells, settings and PowerShell. */
const assignment = /(?:^|[\s;&|("'`])(?:-{1,2}|\$)?([A-Za-z][\w.-]*)[ \t]*=[ \t]*("[^"\n]*"|'[^'\n]*'|[^\s"';&|)]+)/g;

/** `name: value` alone on its line, and `"name": "value"`: in YAML and JSON. */
const member = /(?:^[ \t]*(?:-[ \t]+)?([A-Za-z][\w.-]*)|"([A-Za-z][\w.-]*)")[ \t]*:[ \t]+("[^"\n]*"|'[^'\n]*'|[^\s"',;]+)[ \t]*,?[ \t]*$/gm; // prettier-ignore

/** `--password value`: a switch of a command. */
const option = /(?:^|\s)--([A-Za-z][\w-]*)[ \t]+("[^"\n]*"|'[^'\n]*'|[^\s"';&|)-][^\s"';&|)]*)/g;

/** Filled in later, by a shell, a template or a person; or a word that says that there is none. */
const placeholder = /[$`{}<>%()[\]]|^(\*+|x+|\.+|-|~|(your|change|replace|insert|enter)[ _-]?.*|(example|placeholder|redacted|dummy|todo|tbd|none|null|nil|undefined|yes|no|on|off|optional|required|enabled|disabled)[ _-]?.*)$/i; // prettier-ignore

/**
 * What kinds of secret stand in a text that is about something else as well, such as the script of a machine's start: by
 * their shape, or by the name that they are given. The secrets themselves are not handed on.
 *
 * @returns what people call them, such as `private key` or `DB_PASSWORD`.
 */
export function secretsInText(text: string): readonly string[] {
  const byShape = secretShapes.filter(([, shape]) => shape.test(text)).map(([what]) => what);
  const code = text.replace(/^[ \t]*#.*$/gm, '');
  const byName = [assignment, member, option].flatMap((pattern) => namedSecrets(code, pattern));
  return [...new Set([...byShape, ...byName])];
}

const namedSecrets = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap((match) => {
    const groups = match.slice(1).filter(Boolean);
    const [name = '', written = ''] = groups;
    const value = written.replace(/^(["'])(.*)\1$/, '$2').trim();
    return isSecretName(name) && value !== '' && !isPointer(value) && !placeholder.test(value) ? [name] : [];
  });
