import type { MapPlan, PlannedNode, PlannedPlace } from './plan';
import { wrapped } from './text';
import { areaWord } from '../words';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How a map is laid out: the sides beside each other on a wide screen and paper, below each other on a phone. */
export interface Geometry {
  readonly name: 'wide' | 'narrow' | 'paper';
  /** Whether the sides lie beside each other. */
  readonly beside: boolean;
  readonly width: number;
  readonly columns: number;
  readonly nodeWidth: number;
  /** Characters in a line of the provider's side. */
  readonly letters: number;
  /** Between the sides: the line runs in its middle. */
  readonly border: number;
  /** Between one place and the next. */
  readonly placeGap: number;
}

export const wide: Geometry = {
  name: 'wide',
  beside: true,
  width: 1140,
  columns: 4,
  nodeWidth: 178,
  letters: 30,
  border: 84,
  placeGap: 22,
};
export const narrow: Geometry = {
  name: 'narrow',
  beside: false,
  width: 360,
  columns: 1,
  nodeWidth: 300,
  letters: 50,
  border: 40,
  placeGap: 34,
};

export const paper: Geometry = { ...wide, name: 'paper' };

export interface PlacedNode extends PlannedNode {
  readonly box: Box;
  readonly column: number;
}

export interface LaidOutPlace extends Omit<PlannedPlace, 'nodes'> {
  readonly customer: Box;
  readonly provider: Box;
  readonly nodes: readonly PlacedNode[];
  /** What the provider answers for here, beyond what it answers for everywhere. */
  readonly lines: readonly string[];
}

export interface Layout {
  readonly geometry: Geometry;
  readonly height: number;
  readonly places: readonly LaidOutPlace[];
  readonly nodes: ReadonlyMap<number, PlacedNode>;
  /** What the provider answers for on every resource that the data know. */
  readonly everywhere: readonly string[];
}

export const channel = 22;
const margin = 12;
const nodeHeight = 46;
const rowGap = 20;
const headHeight = 46;
const lineHeight = 16;
export const bandHeight = 74;

const nodesWidth = ({ columns, nodeWidth }: Geometry): number => columns * (nodeWidth + channel) + channel;

/** Where the line between the sides runs, where it runs from top to bottom. */
export const lineX = (geometry: Geometry): number => margin + nodesWidth(geometry) + geometry.border / 2;

/** The middle of the way between two columns; links run there. */
export const channelX = ({ nodeWidth }: Geometry, index: number): number =>
  margin + index * (nodeWidth + channel) + channel / 2;

/** The way above a row of boxes. */
export const gapAbove = ({ y }: Box): number => y - rowGap / 2;

/** Gives everything its place. The same plan always comes out the same. */
export function layoutOf({ places }: MapPlan, geometry: Geometry): Layout {
  const known = places.filter(({ areas }) => areas.provider.length > 0);
  const everywhere = (known[0]?.areas.provider ?? []).filter((area) =>
    known.every(({ areas }) => areas.provider.includes(area)),
  );
  const laidOut: LaidOutPlace[] = [];
  let y = bandHeight + 8;
  for (const place of places) {
    const more = place.areas.provider.filter((area) => !everywhere.includes(area));
    const one = laidOutAt(place, more.map(areaWord), y, geometry);
    laidOut.push(one);
    y = Math.max(bottomOf(one.customer), bottomOf(one.provider)) + geometry.placeGap;
  }
  return {
    geometry,
    height: y - geometry.placeGap + margin,
    places: laidOut,
    nodes: new Map(laidOut.flatMap(({ nodes }) => nodes.map((node) => [node.id, node] as const))),
    everywhere: everywhere.map(areaWord),
  };
}

/** A part of a map, from top to bottom. */
export interface Span {
  readonly top: number;
  readonly bottom: number;
}

const rowsInPiece = 4;

/** The pieces of a map that paper takes: cut between places, and between rows of those that are large. */
export function piecesOf({ places, height }: Layout): readonly Span[] {
  const cuts = places.flatMap(({ customer, nodes }, position) => {
    const tops = [...new Set(nodes.map(({ box }) => gapAbove(box)))].filter(
      (_, row) => row > 0 && row % rowsInPiece === 0,
    );
    return position === 0 ? tops : [customer.y - 10, ...tops];
  });
  return [0, ...cuts].map((top, i) => ({ top, bottom: cuts[i] ?? height }));
}

const bottomOf = ({ y, height }: Box): number => y + height;

function laidOutAt(place: PlannedPlace, more: readonly string[], y: number, geometry: Geometry): LaidOutPlace {
  const { columns, nodeWidth, width, letters, beside, border } = geometry;
  const nodes = place.nodes.map((node, i): PlacedNode => {
    const column = i % columns;
    const row = Math.floor(i / columns);
    const x = margin + channel + column * (nodeWidth + channel);
    const top = y + headHeight + rowGap / 2 + row * (nodeHeight + rowGap);
    return { ...node, column, box: { x, y: top, width: nodeWidth, height: nodeHeight } };
  });
  const rows = Math.ceil(nodes.length / columns);
  const lines = providerLines(place, more, letters);
  const own = headHeight + rows * (nodeHeight + rowGap) + 8;
  const theirs = 44 + lines.length * lineHeight;
  const height = beside ? Math.max(own, theirs) : own;
  const customer = { x: margin, y, width: nodesWidth(geometry), height };
  const provider = beside
    ? {
        x: customer.x + customer.width + border,
        y,
        width: width - customer.x - customer.width - border - margin,
        height,
      }
    : { x: margin, y: y + own + border, width: customer.width, height: theirs };
  return { ...place, nodes, customer, provider, lines };
}

const linesOfServices = 3;
const linesOfAreas = 5;

function providerLines({ services }: PlannedPlace, more: readonly string[], letters: number): readonly string[] {
  return [
    ...wrapped(services.length > 0 ? services.join(', ') : 'no service that the data know', letters, linesOfServices),
    ...(more.length > 0 ? wrapped(`and here: ${more.join(', ').toLowerCase()}`, letters, linesOfAreas) : []),
  ];
}
