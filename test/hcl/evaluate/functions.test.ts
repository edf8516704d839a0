import { functionNames, type FileContent, type Outside } from '../../../src/hcl/evaluate';
import { Session } from '../../../src/hcl/evaluate/session';
import { jsonOf, outcome, scope, worth } from './support';

type Row = readonly [expression: string, value: unknown];

/** By function: with known arguments, with those that are not, and with those that Terraform refuses. */
// prettier-ignore
const rows: Readonly<Record<string, readonly Row[]>> = {
  abs: [['abs(-3)', 3], ['abs(unknown)', '?'], ['abs("x")', 'refused']],
  abspath: [['abspath("a")', '?'], ['abspath(unknown)', '?']],
  alltrue: [['alltrue([true, "true"])', true], ['alltrue([])', true], ['alltrue([true, false])', false], ['alltrue([unknown, false])', false], ['alltrue([unknown, true])', '?'], ['alltrue([null])', false], ['alltrue(unknown)', '?']],
  anytrue: [['anytrue([false, true])', true], ['anytrue([])', false], ['anytrue([unknown, true])', true], ['anytrue([unknown, false])', '?'], ['anytrue(unknown)', '?']],
  base64decode: [['base64decode("aGVsbG8=")', 'hello'], ['base64decode("*")', 'refused'], ['base64decode("/w==")', 'refused'], ['base64decode(unknown)', '?']],
  base64encode: [['base64encode("hello")', 'aGVsbG8='], ['base64encode("a${unknown}")', '?']],
  base64gunzip: [['base64gunzip("H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==")', 'hello'], ['base64gunzip("aGVsbG8=")', 'refused'], ['base64gunzip(unknown)', '?']],
  base64gzip: [['base64gzip("a")', '?'], ['base64gzip(unknown)', '?']],
  base64sha256: [['base64sha256("")', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='], ['base64sha256(unknown)', '?']],
  base64sha512: [['length(base64sha512(""))', 88], ['base64sha512(unknown)', '?']],
  basename: [['basename("a/b.txt")', 'b.txt'], ['basename(unknown)', '?']],
  bcrypt: [['bcrypt("x")', '?'], ['bcrypt(unknown)', '?']],
  ceil: [['ceil(5.1)', 6], ['ceil(unknown)', '?']],
  chomp: [['chomp("a\\n\\n")', 'a'], ['chomp(unknown)', '?']],
  chunklist: [['chunklist([1, 2, 3], 2)', [[1, 2], [3]]], ['chunklist([], 2)', []], ['chunklist(unknown, 2)', '?'], ['chunklist([1], -1)', 'refused']],
  cidrcontains: [['cidrcontains("10.0.0.0/8", "10.1.2.3")', true], ['cidrcontains("10.0.0.0/8", "11.0.0.0/8")', false], ['cidrcontains(unknown, "a")', '?']],
  cidrhost: [['cidrhost("10.0.0.0/8", 2)', '10.0.0.2'], ['cidrhost("10.0.0.0/24", -1)', '10.0.0.255'], ['cidrhost("fd00::/64", 34)', 'fd00::22'], ['cidrhost("10.0.0.0/30", 9)', 'refused'], ['cidrhost(unknown, 1)', '?']],
  cidrnetmask: [['cidrnetmask("172.16.0.0/12")', '255.240.0.0'], ['cidrnetmask("fd00::/64")', 'refused'], ['cidrnetmask(unknown)', '?']],
  cidrsubnet: [['cidrsubnet("10.0.0.0/16", 8, 2)', '10.0.2.0/24'], ['cidrsubnet("172.16.0.0/12", 4, 2)', '172.18.0.0/16'], ['cidrsubnet("fd00:fd12:3456:7890::/56", 16, 162)', 'fd00:fd12:3456:7800:a200::/72'], ['cidrsubnet("10.0.0.0/30", 4, 0)', 'refused'], ['cidrsubnet("10.0.0.0", 4, 0)', 'refused'], ['cidrsubnet(unknown, 8, 1)', '?']],
  cidrsubnets: [['cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)', ['10.1.0.0/20', '10.1.16.0/20', '10.1.32.0/24', '10.1.48.0/20']], ['cidrsubnets(unknown, 1)', '?'], ['cidrsubnets("10.0.0.0/31", 1, 1, 1)', 'refused']],
  coalesce: [['coalesce(null, "", "b")', 'b'], ['coalesce(null)', 'refused'], ['coalesce(unknown, "b")', { either: ['?', 'b'] }], ['coalesce("a", unknown)', 'a'], ['coalesce(false, true)', false]],
  coalescelist: [['coalescelist([], [1])', [1]], ['coalescelist([], [])', 'refused'], ['coalescelist(unknown, [1])', { either: ['?', [1]] }]],
  compact: [['compact(["a", "", null, "b"])', ['a', 'b']], ['compact(["a", unknown])', ['a', '?', '...']], ['compact(unknown)', '?']],
  concat: [['concat([1], [2, 3])', [1, 2, 3]], ['concat([1], unknown)', [1, '...']], ['concat(open_list, [2])', ['a', 2, '...']], ['concat(1)', 'refused']],
  contains: [['contains(["a"], "a")', true], ['contains(["a"], "b")', false], ['contains([1], "1")', true], ['contains(["a", unknown], "a")', true], ['contains([unknown], "a")', '?'], ['contains(["a"], unknown)', '?'], ['contains(open_list, "b")', '?']],
  convert: [['convert("true", bool)', true], ['convert({}, object({ name = optional(string, "OpenTofu") }))', { name: 'OpenTofu' }], ['convert("x", number)', 'refused'], ['convert(["b", "a"], set(string))', ['a', 'b']], ['convert(unknown, bool)', '?']],
  csvdecode: [['csvdecode("a,b\\n1,\\"x,y\\"\\n")', [{ a: '1', b: 'x,y' }]], ['csvdecode("a,a\\n")', 'refused'], ['csvdecode(unknown)', '?']],
  dirname: [['dirname("a/b.txt")', 'a'], ['dirname(unknown)', '?']],
  distinct: [['distinct(["a", "b", "a"])', ['a', 'b']], ['distinct([{ a = 1 }, { a = 1 }])', [{ a: 1 }]], ['distinct(["a", unknown])', ['a', '?', '...']], ['distinct(unknown)', '?']],
  element: [['element(["a", "b"], 3)', 'b'], ['element(["a", "b"], -1)', 'b'], ['element([], 0)', 'refused'], ['element(["a", "b"], unknown)', { either: ['a', 'b'] }], ['element([unknown, "b"], 1)', 'b'], ['element(unknown, 1)', '?']],
  endswith: [['endswith("hello", "lo")', true], ['endswith(unknown, "a")', '?']],
  ephemeralasnull: [['ephemeralasnull("a")', 'a'], ['ephemeralasnull(unknown)', '?']],
  file: [['file("text.txt")', 'hello\n'], ['file("outside")', '?'], ['file("missing")', '?'], ['file("binary")', 'refused'], ['file(unknown)', '?']],
  filebase64: [['filebase64("binary")', '/w=='], ['filebase64(unknown)', '?']],
  filebase64sha256: [['length(filebase64sha256("text.txt"))', 44], ['filebase64sha256(unknown)', '?']],
  filebase64sha512: [['length(filebase64sha512("text.txt"))', 88], ['filebase64sha512(unknown)', '?']],
  fileexists: [['fileexists("text.txt")', true], ['fileexists("missing")', false], ['fileexists("outside")', '?'], ['fileexists(unknown)', '?']],
  filemd5: [['filemd5("text.txt")', 'b1946ac92492d2347c6235b4d2611184'], ['filemd5(unknown)', '?']],
  fileset: [['fileset(".", "*")', ['.hidden', 'a.json', 'b.json', 'b.txt']], ['fileset(".", "**/*.json")', ['a.json', 'b.json', 'in/c.json', 'in/deep/d.json']], ['fileset(".", "{a,b}.*")', ['a.json', 'b.json', 'b.txt']], ['fileset(".", "?.[^j]*")', ['b.txt']], ['fileset(".", "[ac-d].json")', ['a.json']], ['fileset(".", "in/**")', ['in/c.json', 'in/deep/d.json']], ['fileset(".", "in/*")', ['in/c.json']], ['fileset(".", "x*")', []], ['fileset("missing", "*")', '?'], ['fileset("outside", "*")', '?'], ['fileset(".", "[a")', '?'], ['fileset(".", "{a,{b,c}}.json")', '?'], ['fileset(".", "{a")', '?'], ['fileset(".", "\\\\*")', '?'], ['fileset(unknown, "*")', '?']],
  filesha1: [['filesha1("text.txt")', 'f572d396fae9206628714fb2ce00f72e94f2258f'], ['filesha1(unknown)', '?']],
  filesha256: [['length(filesha256("text.txt"))', 64], ['filesha256(unknown)', '?']],
  filesha512: [['length(filesha512("text.txt"))', 128], ['filesha512(unknown)', '?']],
  flatten: [['flatten([["a"], [["b"], "c"]])', ['a', 'b', 'c']], ['flatten([["a"], unknown])', ['a', '...']], ['flatten([["a"], "x${unknown}"])', ['a', 'x{?}']], ['flatten(unknown)', '?'], ['flatten("a")', 'refused']],
  floor: [['floor(4.9)', 4], ['floor(unknown)', '?']],
  format: [['format("%s-%03d", "a", 7)', 'a-007'], ['format("%q %%", "a")', '"a" %'], ['format("%v", [1])', '[1]'], ['format("%.2f", 1.005)', '1.00'], ['format("%5s|%-5s|", "a", "b")', '    a|b    |'], ['format("%[2]s%[1]s", "a", "b")', 'ba'], ['format("%x", 255)', 'ff'], ['format("%s:*", unknown)', '{?}:*'], ['format("%s", "a${unknown}")', 'a{?}'], ['format("%5s", unknown)', '?'], ['format("%d", "x")', 'refused'], ['format("%s")', 'refused'], ['format("%y", 1)', 'refused'], ['format("%s", null)', 'refused'], ['format(unknown)', '?'], ['format("%d", 123456789012345678901)', '123456789012345678901']],
  formatdate: [['formatdate("DD MMM YYYY hh:mm ZZZ", "2018-01-02T23:12:01Z")', '02 Jan 2018 23:12 UTC'], ["formatdate(\"EEEE, DD-MMM-YY 'at' HH:mm AA\", \"2018-01-02T23:12:01Z\")", 'Tuesday, 02-Jan-18 at 11:12 PM'], ['formatdate("XX", "2018-01-02T23:12:01Z")', 'refused'], ['formatdate("YYYY", unknown)', '?']],
  formatlist: [['formatlist("%s/*", ["a", "b"])', ['a/*', 'b/*']], ['formatlist("%s%s", ["a", "b"], "c")', ['ac', 'bc']], ['formatlist("%s%s", ["a"], ["b", "c"])', 'refused'], ['formatlist("%s/*", ["a", unknown])', ['a/*', '{?}/*']], ['formatlist("%s", unknown)', '?']],
  indent: [['indent(2, "a\\nb")', 'a\n  b'], ['indent(2, unknown)', '?']],
  index: [['index(["a", "b"], "b")', 1], ['index(["a"], "c")', 'refused'], ['index(unknown, "a")', '?']],
  issensitive: [['issensitive(sensitive("a"))', true], ['issensitive("a")', false], ['issensitive(unknown)', false]],
  join: [['join("-", ["a", 1])', 'a-1'], ['join("-", [])', ''], ['join(",", ["a", unknown])', 'a,{?}'], ['join(",", open_list)', '?'], ['join(",", unknown)', '?'], ['join(",", ["a"], ["b"])', 'a,b'], ['join(",", "a")', 'refused']],
  jsondecode: [['jsondecode("{\\"a\\":[1,null,true]}")', { a: [1, null, true] }], ['jsondecode(jsonencode({ a = unknown }))', { a: '?' }], ['jsondecode("{\\"a\\":\\"x${unknown}\\",\\"b\\":${unknown}}")', { a: 'x{?}', b: '?' }], ['jsondecode("{")', 'refused'], ['jsondecode(unknown)', '?']],
  jsonencode: [['jsonencode({ b = 1, a = "<" })', { json: { b: 1, a: '<' } }], ['jsonencode(unknown)', { json: '?' }], ['"${jsonencode({ b = 1, a = "<" })}!"', '{"a":"\\u003c","b":1}!'], ['"${jsonencode([unknown])}!"', '[{?}]!']],
  keys: [['keys({ b = 1, a = 2 })', ['a', 'b']], ['keys({ a = unknown })', ['a']], ['keys(open_map)', ['a', '...']], ['keys(unknown)', '?'], ['keys([])', 'refused']],
  length: [['length([1, 2])', 2], ['length("añb")', 3], ['length({ a = 1 })', 1], ['length([unknown, unknown])', 2], ['length(open_list)', '?'], ['length(open_map)', '?'], ['length("a${unknown}")', '?'], ['length(unknown)', '?'], ['length(null)', 'refused'], ['length(1)', 'refused']],
  list: [['list("a", 1)', ['a', '1']], ['list(unknown)', ['?']]],
  log: [['log(16, 2)', 4], ['log(unknown, 2)', '?']],
  lookup: [['lookup({ a = 1 }, "a", 2)', 1], ['lookup({ a = 1 }, "b", 2)', 2], ['lookup({ a = 1 }, "b")', 'refused'], ['lookup({ a = unknown }, "a", 2)', '?'], ['lookup({ a = 1 }, unknown, 2)', { either: [1, 2] }], ['lookup(open_map, "a", 2)', 1], ['lookup(open_map, "b", 2)', '?'], ['lookup(unknown, "a", 2)', '?'], ['lookup({}, "constructor", 2)', 2]],
  lower: [['lower("HELLO")', 'hello'], ['lower(unknown)', '?'], ['lower(null)', 'refused'], ['lower([])', 'refused']],
  map: [['map("a", 1)', { a: 1 }], ['map(unknown, 1)', '?']],
  matchkeys: [['matchkeys([1, 2, 3], ["a", "b", "a"], ["a"])', [1, 3]], ['matchkeys(unknown, [], [])', '?']],
  max: [['max(1, "7", 3)', 7], ['max()', 'refused'], ['max(1, unknown)', '?']],
  md5: [['md5("hello")', '5d41402abc4b2a76b9719d911017c592'], ['md5(unknown)', '?']],
  merge: [['merge({ a = 1, b = 1 }, { b = 2 })', { a: 1, b: 2 }], ['merge({ a = 1 }, null)', { a: 1 }], ['merge(unknown, { a = 1 })', { a: 1, '...': true }], ['merge({ a = 1 }, unknown)', { a: { either: [1, '?'] }, '...': true }], ['merge(open_map, { b = 2 })', { a: 1, b: 2, '...': true }], ['merge(unknown)', '?'], ['merge([])', 'refused'], ['merge({ a = 1 }, unknown ? { a = 2 } : {})', { either: [{ a: 2 }, { a: 1 }] }]],
  min: [['min(1, 7, 3)', 1], ['min(1, unknown)', '?']],
  nonsensitive: [['nonsensitive(sensitive("a"))', 'a'], ['nonsensitive(unknown)', '?']],
  one: [['one([])', null], ['one(["a"])', 'a'], ['one(["a", "b"])', 'refused'], ['one([unknown])', '?'], ['one(open_list)', '?'], ['one(null)', null], ['one(unknown)', '?']],
  parseint: [['parseint("FF", 16)', 255], ['parseint("123456789012345678901", 10)', '123456789012345678901'], ['parseint("9", 8)', 'refused'], ['parseint(unknown, 10)', '?']],
  pathexpand: [['pathexpand("a")', 'a'], ['pathexpand("~/a")', '?'], ['pathexpand(unknown)', '?']],
  plantimestamp: [['plantimestamp()', '?'], ['"${plantimestamp()}"', '?']],
  pow: [['pow(3, 2)', 9], ['pow(10, 999)', 'refused'], ['pow(unknown, 2)', '?']],
  range: [['range(3)', [0, 1, 2]], ['range(1, 4)', [1, 2, 3]], ['range(1, 8, 2)', [1, 3, 5, 7]], ['range(4, 1)', [4, 3, 2]], ['range(1, 5, 0)', 'refused'], ['range(unknown)', '?']],
  regex: [['regex("[a-z]+", "53453453.345345aaabbbccc23454")', 'aaabbbccc'], ['regex("(\\\\d+)-(\\\\d+)", "12-34")', ['12', '34']], ['regex("(?P<a>x)(?P<b>y)?", "x")', { a: 'x', b: null }], ['regex("^(?:x)$", "y")', 'refused'], ['regex("(a+)+$", "aaaa")', '?'], ['regex("(", "a")', '?'], ['regex("a", unknown)', '?']],
  regexall: [['regexall("[a-z]+", "1234abcd5678efgh9")', ['abcd', 'efgh']], ['regexall("x", "y")', []], ['length(regexall("^arn:", "arn:aws")) > 0', true], ['regexall("a", unknown)', '?']],
  replace: [['replace("1 + 2 + 3", "+", "-")', '1 - 2 - 3'], ['replace("hello world", "/w.*d/", "everybody")', 'hello everybody'], ['replace("a-b", "/(\\\\w)-(\\\\w)/", "$2-${1}")', 'b-1'], ['replace("a-b", "/(\\\\w)-(\\\\w)/", "$2-$1")', 'b-a'], ['replace(unknown, "a", "b")', '?']],
  reverse: [['reverse([1, 2])', [2, 1]], ['reverse([unknown, 1])', [1, '?']], ['reverse(unknown)', '?']],
  rsadecrypt: [['rsadecrypt("a", "b")', '?'], ['rsadecrypt(unknown, "b")', '?']],
  sensitive: [['sensitive("a")', 'a'], ['sensitive(unknown)', '?']],
  setintersection: [['setintersection(["a", "b"], ["b", "c"])', ['b']], ['setintersection(unknown, ["a"])', '?']],
  setproduct: [['setproduct(["a", "b"], [1, 2])', [['a', 1], ['a', 2], ['b', 1], ['b', 2]]], ['setproduct(["a"], unknown)', '?'], ['setproduct(["a"])', 'refused']],
  setsubtract: [['setsubtract(["a", "b"], ["b"])', ['a']], ['setsubtract(unknown, ["b"])', '?']],
  setsymmetricdifference: [['setsymmetricdifference(["a", "b"], ["b", "c"])', ['a', 'c']], ['setsymmetricdifference(unknown, [])', '?']],
  setunion: [['setunion(["b"], ["a", "b"])', ['a', 'b']], ['setunion(["a"], unknown)', ['a', '...']], ['setunion(unknown, unknown)', '?']],
  sha1: [['sha1("hello world")', '2aae6c35c94fcfb415dbe95f408b9ce91ee846ed'], ['sha1(unknown)', '?']],
  sha256: [['sha256("")', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'], ['sha256(unknown)', '?']],
  sha512: [['length(sha512(""))', 128], ['sha512(unknown)', '?']],
  signum: [['signum(-13)', -1], ['signum(unknown)', '?']],
  slice: [['slice(["a", "b", "c"], 1, 2)', ['b']], ['slice(["a"], 0, 2)', 'refused'], ['slice([unknown, "b"], 0, 1)', ['?']], ['slice(open_list, 0, 1)', '?'], ['slice(unknown, 0, 1)', '?']],
  sort: [['sort(["b", "a", "B"])', ['B', 'a', 'b']], ['sort(["a", unknown])', '?'], ['sort(unknown)', '?']],
  split: [['split(",", "a,b")', ['a', 'b']], ['split(",", "")', ['']], ['split(",", unknown)', '?']],
  startswith: [['startswith("hello", "he")', true], ['startswith(unknown, "a")', '?']],
  strcontains: [['strcontains("hello", "ell")', true], ['strcontains(unknown, "a")', '?']],
  strrev: [['strrev("añb")', 'bña'], ['strrev(unknown)', '?']],
  substr: [['substr("hello world", 1, 4)', 'ello'], ['substr("hello", -2, -1)', 'lo'], ['substr(unknown, 0, 1)', '?']],
  sum: [['sum([1, 2.5])', 3.5], ['sum([])', 'refused'], ['sum([1, unknown])', '?']],
  templatefile: [['templatefile("t.tpl", { name = "a", list = [1, 2] })', 'hello a 1 2 '], ['templatefile("t.tpl", { name = unknown, list = [] })', 'hello {?} '], ['templatefile("t.tpl", { name = "a" })', 'refused'], ['templatefile("outside", {})', '?'], ['templatefile(unknown, {})', '?']],
  templatestring: [['templatestring("a", {})', 'a'], ['templatestring("hello $${name}", { name = "Alice" })', 'hello Alice'], ['templatestring("$${x}!", { x = unknown })', '{?}!'], ['templatestring("$${x}", {})', 'refused'], ['templatestring("$${", {})', 'refused'], ['templatestring("a", unknown)', '?'], ['templatestring(unknown, {})', '?']],
  textdecodebase64: [['textdecodebase64("aGVsbG8=", "UTF-8")', 'hello'], ['textdecodebase64("aGVsbG8=", "UTF-16LE")', '?'], ['textdecodebase64(unknown, "UTF-8")', '?']],
  textencodebase64: [['textencodebase64("hello", "UTF-8")', 'aGVsbG8='], ['textencodebase64(unknown, "UTF-8")', '?']],
  timeadd: [['timeadd("2017-11-22T00:00:00Z", "10m")', '2017-11-22T00:10:00Z'], ['timeadd("2017-11-22T00:00:00Z", "-1h30m")', '2017-11-21T22:30:00Z'], ['timeadd("2017-11-22T00:00:00Z", "x")', 'refused'], ['timeadd(unknown, "1h")', '?']],
  timecmp: [['timecmp("2017-11-22T00:00:00Z", "2017-11-22T01:00:00Z")', -1], ['timecmp(unknown, "2017-11-22T01:00:00Z")', '?']],
  timestamp: [['timestamp()', '?'], ['"${timestamp()}"', '?']],
  title: [['title("hello world")', 'Hello World'], ['title(unknown)', '?']],
  tobool: [['tobool("true")', true], ['tobool(null)', null], ['tobool("x")', 'refused'], ['tobool(unknown)', '?']],
  tolist: [['tolist(["a", 1])', ['a', '1']], ['tolist(toset(["b", "a"]))', ['a', 'b']], ['tolist(unknown)', '?']],
  tomap: [['tomap({ a = 1, b = "x" })', { a: '1', b: 'x' }], ['tomap(unknown)', '?'], ['tomap([])', 'refused']],
  tonumber: [['tonumber("1.5")', 1.5], ['tonumber("0x1")', 'refused'], ['tonumber(null)', null], ['tonumber(unknown)', '?']],
  toset: [['toset(["b", "a", "b"])', ['a', 'b']], ['toset([3, 10, 3])', [3, 10]], ['toset(["a", unknown])', ['a', '?']], ['toset(unknown)', '?']],
  tostring: [['tostring(1.5)', '1.5'], ['tostring(true)', 'true'], ['tostring(null)', null], ['tostring([])', 'refused'], ['tostring(unknown)', '?']],
  transpose: [['transpose({ a = ["x", "y"], b = ["x"] })', { x: ['a', 'b'], y: ['a'] }], ['transpose(unknown)', '?']],
  trim: [['trim("?!hello?!", "!?")', 'hello'], ['trim(unknown, "a")', '?']],
  trimprefix: [['trimprefix("helloworld", "hello")', 'world'], ['trimprefix(unknown, "a")', '?']],
  trimspace: [['trimspace("  a\\n")', 'a'], ['trimspace(unknown)', '?']],
  trimsuffix: [['trimsuffix("helloworld", "world")', 'hello'], ['trimsuffix("a", "")', 'a'], ['trimsuffix(unknown, "a")', '?']],
  upper: [['upper("hello")', 'HELLO'], ['upper("a${unknown}")', '?']],
  urldecode: [['urldecode("a%20b+c")', 'a b c'], ['urldecode("%zz")', 'refused'], ['urldecode(unknown)', '?']],
  urlencode: [['urlencode("a b&c~")', 'a+b%26c~'], ['urlencode(unknown)', '?']],
  uuid: [['uuid()', '?'], ['"${uuid()}"', '?']],
  uuidv5: [['uuidv5("dns", "www.terraform.io")', 'a5008fae-b28c-5ba5-96cd-82b4c53552d6'], ['uuidv5("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.terraform.io")', 'a5008fae-b28c-5ba5-96cd-82b4c53552d6'], ['uuidv5("oid", "1.3.6.1.4")', 'af9d40a5-7a36-5c07-b23a-851cd99fbfa5'], ['uuidv5("x500", "CN=Example,C=GB")', '84e09961-4aa4-57f8-95b7-03edb1073253'], ['uuidv5("constructor", "a")', 'refused'], ['uuidv5(unknown, "a")', '?']],
  values: [['values({ b = 1, a = 2 })', [2, 1]], ['values({ a = unknown })', ['?']], ['values(open_map)', [1, '...']], ['values(unknown)', '?']],
  yamldecode: [['yamldecode("a: 1")', 'decoded a: 1'], ['yamldecode("{")', 'refused'], ['yamldecode(unknown)', '?']],
  yamlencode: [['yamlencode({ foo = [1, { a = "b", c = "d" }, 3], bar = "baz" })', '"bar": "baz"\n"foo":\n- 1\n- "a": "b"\n  "c": "d"\n- 3\n'], ['yamlencode({ a = { b = null, c = [], d = {} } })', '"a":\n  "b": null\n  "c": []\n  "d": {}\n'], ['yamlencode([["a"], true])', '- - "a"\n- true\n'], ['yamlencode("a\\"b")', '"a\\"b"\n'], ['yamlencode(true)', 'true\n...\n'], ['yamlencode({})', '{}\n'], ['yamlencode({ a = unknown, b = "x-${unknown}" })', '"a":{?}\n"b": "x-{?}"\n'], ['yamlencode({ a = "two\\nlines" })', '"a": "{?}"\n'], ['yamlencode({ a = open_list })', '"a":{?}\n'], ['yamlencode(unknown)', '?'], ['yamlencode([unknown])', '- {?}\n']],
  zipmap: [['zipmap(["a", "b"], [1, unknown])', { a: 1, b: '?' }], ['zipmap(["a"], [])', 'refused'], ['zipmap([unknown], [1])', { '...': true }], ['zipmap(unknown, [])', '?']],
};

const files: Readonly<Record<string, FileContent>> = {
  'text.txt': { state: 'read', bytes: Buffer.from('hello\n') },
  binary: { state: 'read', bytes: Buffer.from([0xff]) },
  't.tpl': { state: 'read', bytes: Buffer.from('hello ${name} %{ for x in list }${x} %{ endfor }') },
  outside: { state: 'refused', why: 'outside of the checkout' },
};

const readFile = (path: string): FileContent =>
  (Object.hasOwn(files, path) ? files[path] : undefined) ?? { state: 'missing' };

const outside: Outside = {
  readFile,
  filesBelow: (folder, depth) => {
    if (folder === 'outside') return { state: 'refused', why: 'outside of the checkout' };
    if (folder !== '.') return { state: 'missing' };
    const names = ['a.json', 'b.json', 'b.txt', 'in/c.json', 'in/deep/d.json', '.hidden'];
    return { state: 'read', names: names.filter((name) => name.split('/').length <= (depth ?? 9)) };
  },
  decodeYaml: (text) => (text.startsWith('{') ? undefined : { kind: 'string', value: `decoded ${text}`, at: [] }),
};

describe.each(Object.entries(rows))('%s', (_, cases) => {
  test.each(cases)('%s', (expression, value) => {
    expect(outcome(expression, scope({ session: new Session(outside) }))).toEqual(value);
  });
});

test('every function has rows, with known and unknown arguments', () => {
  const tested = new Set([...Object.keys(rows), 'try', 'can']);
  expect(functionNames.filter((name) => !tested.has(name))).toEqual([]);
  expect(functionNames.length).toBeGreaterThanOrEqual(101);
  for (const [name, cases] of Object.entries(rows)) {
    const hasUnknown = cases.some(
      ([expression]) => /unknown|open_/.test(expression) || expression.includes(`${name}()`),
    );
    expect([name, hasUnknown]).toEqual([name, true]);
  }
});

test('without a way to read files their content is unknown', () => {
  expect(outcome('file("text.txt")')).toBe('?');
});

test('JSON is kept as structure, and its text is that of Terraform', () => {
  expect(jsonOf(worth('jsonencode({ z = [1, "a&b"], a = null, m = { k = unknown } })'))).toBe(
    '{"a":null,"m":{"k":{?}},"z":[1,"a\\u0026b"]}',
  );
});

test('what is computed from a secret is one', () => {
  expect(worth('"x-${sensitive("a")}"')).toMatchObject({ kind: 'string', sensitive: true });
  expect(worth('upper(sensitive("a"))')).toMatchObject({ sensitive: true });
  expect(worth('sensitive({ a = 1 }).a')).toMatchObject({ kind: 'number', sensitive: true });
  expect(worth('jsonencode({ a = sensitive("b") })')).toMatchObject({ sensitive: true });
  expect(worth('sensitive(true) && unknown')).toMatchObject({ kind: 'unknown', sensitive: true });
});
