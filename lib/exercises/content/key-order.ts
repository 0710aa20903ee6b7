/** Keys of content files in the order in which authors write them. */
const order = [
  'id',
  'title',
  'unit',
  'kind',
  'concepts',
  'difficulty',
  'summary',
  'minutes',
  'prompt',
  'parameters',
  'ask',
  'change',
  'several',
  'order',
  'options',
  'columns',
  'steps',
  'objects',
  'after',
  'names',
  'goals',
  'solution',
  'given',
  'followThrough',
  'misconceptions',
  'hints',
  'wrong',
  'explanation',
  'items',
  'exercise',
  'points',
];

/** The place of a key; those that are not listed come after all others. */
export const rankOfKey = (key: string): number => {
  const place = order.indexOf(key);
  return place < 0 ? order.length : place;
};
