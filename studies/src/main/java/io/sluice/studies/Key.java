package io.sluice.studies;

import java.util.Optional;
import java.util.function.Function;

/**
 * One key of a mapping.
 *
 * @param <R> what the mapping is read as
 * @param told its name and what a table says of it
 * @param part the value in what the mapping is read as
 * @param preset the value if the key is left out; null if it must be there
 */
record Key<R, T>(KeyName told, Codec<T> codec, Function<R, T> part, T preset) {

  String name() {
    return told.name();
  }

  /** The same key, of a larger thing. */
  <S> Key<S, T> of(Function<S, R> inner) {
    return new Key<>(told, codec, inner.andThen(part), preset);
  }

  /** The value or its preset; nothing, and a complaint, if there is none. */
  Optional<T> read(Field mapping) {
    return preset != null && !mapping.has(name())
        ? Optional.of(preset)
        : mapping.required(name(), told.example()).flatMap(codec::read);
  }
}
