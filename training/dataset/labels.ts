// Nothing in; out come the names of Fashion-MNIST's ten classes, at the place of their number.

export const labels = [
  'T-shirt/top', 'Trouser', 'Pullover', 'Dress', 'Coat', 'Sandal', 'Shirt', 'Sneaker', 'Bag', 'Ankle boot',
] as const
