import fc from 'fast-check';
import { grown, longer, newListing } from '../../src/model/listing';

test('a listing keeps the values of each key in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat())), (pairs) => {
      const listing = newListing<string, number>();
      for (const [key, value] of pairs) listing.add(key, value);
      for (const wanted of ['a', 'b', 'c', 'd'])
        expect(listing.get(wanted)).toEqual(pairs.filter(([key]) => key === wanted).map(([, value]) => value));
    }),
  );
});

test('a list that is handed out does not change while it is short', () => {
  const listing = newListing<string, number>();
  listing.add('a', 1);
  listing.add('a', 2);
  const two = listing.get('a');
  listing.add('a', 3);
  expect(two).toEqual([1, 2]);
});

test('a list is longer by one, or grows', () => {
  const short = [1, 2];
  expect(longer(short, 3)).toEqual([1, 2, 3]);
  expect(grown(short, 3)).toEqual([1, 2, 3]);
  expect(short).toEqual([1, 2]);
  const long = [1, 2, 3, 4, 5, 6, 7, 8];
  expect(grown(long, 9)).toBe(long);
  expect(long).toHaveLength(9);
});
