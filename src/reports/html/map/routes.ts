import { channelX, gapAbove, type Geometry, type PlacedNode } from './layout';

type Point = readonly [x: number, y: number];

/** Links of one resource run on one track of a way, so that they read as one line that branches. */
const tracks = 5;
const trackWidth = 3;

/**
 * The way of a link: along the ways between columns and above rows, so that none crosses a box.
 *
 * @returns data of an SVG path, with the head of an arrow at its end.
 */
export function routeOf(from: PlacedNode, to: PlacedNode, geometry: Geometry): string {
  const shift = ((from.id % tracks) - (tracks - 1) / 2) * trackWidth;
  const rightwards = to.column > from.column;
  const leftwards = to.column < from.column;
  const out = rightwards ? from.column + 1 : from.column;
  const into = leftwards ? to.column + 1 : to.column;
  const [start, startY] = side(from, rightwards);
  const [end, endY] = side(to, leftwards);
  const outX = channelX(geometry, out) + shift;
  const intoX = channelX(geometry, into) + shift;
  const gapY = gapAbove(to.box) + shift;
  const points: readonly Point[] =
    out === into
      ? [[start, startY], [outX, startY], [outX, endY], [end, endY]]
      : [[start, startY], [outX, startY], [outX, gapY], [intoX, gapY], [intoX, endY], [end, endY]]; // prettier-ignore
  return `${rounded(points)}${arrow([end, endY], leftwards)}`;
}

/** From where to where a link reaches, from top to bottom. */
export function reachOf(from: PlacedNode, to: PlacedNode): readonly [top: number, bottom: number] {
  const heights = [side(from, true)[1], side(to, true)[1], gapAbove(to.box)];
  return [Math.min(...heights) - tracks * trackWidth, Math.max(...heights) + tracks * trackWidth];
}

const side = ({ box }: PlacedNode, right: boolean): Point => [
  right ? box.x + box.width : box.x,
  box.y + box.height / 2,
];

const arrow = ([x, y]: Point, pointsLeft: boolean): string => {
  const back = pointsLeft ? 5 : -5;
  return `M${number(x + back)} ${number(y - 3.5)}L${number(x)} ${number(y)}L${number(x + back)} ${number(y + 3.5)}`;
};

const radius = 6;

/** A line through points, with its corners cut round. */
function rounded(points: readonly Point[]): string {
  return points
    .map((point, i) => {
      const [previous, next] = [points[i - 1], points[i + 1]];
      if (!previous) return `M${pair(point)}`;
      if (!next) return `L${pair(point)}`;
      return `L${pair(towards(point, previous))}Q${pair(point)} ${pair(towards(point, next))}`;
    })
    .join('');
}

/** A point on the way from one corner to the next, as far as the corner is cut. */
function towards([x, y]: Point, [otherX, otherY]: Point): Point {
  const length = Math.hypot(otherX - x, otherY - y);
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length;
  return [x + (otherX - x) * share, y + (otherY - y) * share];
}

const pair = ([x, y]: Point): string => `${number(x)} ${number(y)}`;

const number = (value: number): string => String(Math.round(value * 10) / 10);
