import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';

/** An element of an XML document as tests look at it. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Node[];
  readonly text: string;
}

/** Reads an XML document, and throws for one that is not well-formed. */
export function readXml(text: string): Node {
  const { root } = parseXml(text);
  if (!root) throw new Error('no root element');
  return nodeOf(root);
}

const nodeOf = (element: XmlElement): Node => ({
  name: element.name,
  attributes: element.attributes,
  children: element.children.flatMap((child) => (child instanceof XmlElement ? [nodeOf(child)] : [])),
  text: element.children.map((child) => (child instanceof XmlText ? child.text : '')).join(''),
});
