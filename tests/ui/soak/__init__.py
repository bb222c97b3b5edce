"""A clerk's day gone wild: random keys, presses, texts and news, with what must hold after each of them."""
