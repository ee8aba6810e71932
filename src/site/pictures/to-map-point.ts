/** A place on the flat map: `x` to the east and `y` to the south, in units of which the world is {@link WORLD_WIDTH} wide. */
export type MapPoint = readonly [x: number, y: number];

export const WORLD_WIDTH = 10_000;
export const WORLD_HEIGHT = 4867;

/** Coefficients of the Equal Earth projection: Šavrič, Patterson, Jenny, «The Equal Earth map projection», 2018, equation 1. */
const A1 = 1.340264;
const A2 = -0.081106;
const A3 = 0.000893;
const A4 = 0.003796;
const SQUEEZE = Math.sqrt(3) / 2;
/** Half the width of the projected world, in radii of the globe. */
const HALF_WIDTH = Math.PI / (SQUEEZE * A1);

/**
 * Where a point of the globe lies on the map. Equal Earth shows every country in its true relative size, and bends its
 * borders little; both are given in degrees, from -180 to 180 and from -90 to 90.
 */
export function toMapPoint(longitude: number, latitude: number): MapPoint {
  const theta = Math.asin(SQUEEZE * Math.sin((latitude * Math.PI) / 180));
  const square = theta * theta;
  const sixth = square * square * square;
  const x =
    ((longitude * Math.PI) / 180) *
    (Math.cos(theta) / (SQUEEZE * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square))));
  const y = theta * (A1 + A2 * square + sixth * (A3 + A4 * square));
  const scale = WORLD_WIDTH / 2 / HALF_WIDTH;
  return [WORLD_WIDTH / 2 + x * scale, WORLD_HEIGHT / 2 - y * scale];
}
