// The ten classes in; checked is that each has one of five parents, and which.
import { expect, it } from 'vitest'
import { labels } from './labels'
import { parentOfClass, parents } from './parents'

it('puts every class under one of five parents', () => {
  const children = parents.map((_, parent) => labels.filter((__, label) => parentOfClass[label] === parent))
  expect(children).toEqual([
    ['T-shirt/top', 'Pullover', 'Coat', 'Shirt'],
    ['Dress'],
    ['Trouser'],
    ['Sandal', 'Sneaker', 'Ankle boot'],
    ['Bag'],
  ])
})
