import MarkdownIt from 'markdown-it';

/**
 * What a host makes of Markdown, by a parser that is none of ours: CommonMark with tables and struck text, HTML taken as
 * it is, and everything made a link that looks like one.
 */
export interface RenderedMarkdown {
  /** Text outside of code: where a host looks for mentions, issues, commits and commands. */
  readonly texts: readonly string[];
  readonly codes: readonly string[];
  readonly links: readonly string[];
  readonly html: readonly string[];
  readonly headings: readonly string[];
  /** The cells of tables, row by row. */
  readonly rows: readonly (readonly string[])[];
  /** Every kind of element there is. */
  readonly kinds: ReadonlySet<string>;
}

const parser = new MarkdownIt({ html: true, linkify: true });

export function renderedMarkdown(markdown: string): RenderedMarkdown {
  const blocks = parser.parse(markdown, {});
  const tokens = blocks.flatMap((block) => (block.type === 'inline' ? (block.children ?? []) : [block]));
  const contents = (...types: readonly string[]) =>
    tokens.filter(({ type }) => types.includes(type)).map(({ content }) => content);
  const inside = (start: number, end: string): readonly string[] => {
    const rest = blocks.slice(start);
    return rest
      .slice(
        0,
        rest.findIndex(({ type }) => type === end),
      )
      .flatMap(({ type, content }) => (type === 'inline' ? [content] : []));
  };
  const starts = (wanted: string) => blocks.flatMap(({ type }, i) => (type === wanted ? [i] : []));
  return {
    texts: contents('text'),
    codes: contents('code_inline', 'code_block', 'fence'),
    links: tokens.flatMap((token) => (token.type === 'link_open' ? [String(token.attrGet('href') ?? '')] : [])),
    html: contents('html_block', 'html_inline').map((content) => content.trim()),
    headings: starts('heading_open').flatMap((i) => inside(i, 'heading_close')),
    rows: starts('tr_open').map((i) => inside(i, 'tr_close')),
    kinds: new Set(tokens.map(({ type }) => type.replace(/_(?:open|close)$/, ''))),
  };
}
