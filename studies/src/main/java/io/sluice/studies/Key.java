package io.sluice.studies;

import java.util.Optional;
import java.util.function.Function;

/**
 * One key of a mapping: its name, its value, where that is in what the mapping is read as, and what
 * a table says of it.
 *
 * @param <R> what the mapping is read as
 * @param part the value in it
 * @param preset the value if the key is left out; null if it must be there
 * @param isQuiet whether the preset is not written
 * @param example how the key is written
 * @param leftOut what a table says of the preset; empty where that is the preset itself
 * @param meaning what a table says of the key
 */
record Key<R, T>(
    String name,
    Codec<T> codec,
    Function<R, T> part,
    T preset,
    boolean isQuiet,
    String example,
    String leftOut,
    String meaning) {

  /** A key that must be there. */
  static <R, T> Key<R, T> required(
      String name, Codec<T> codec, Function<R, T> part, String example, String meaning) {
    return new Key<>(name, codec, part, null, false, example, "required", meaning);
  }

  /** A key that may be left out, and is always written. */
  static <R, T> Key<R, T> preset(
      String name, Codec<T> codec, Function<R, T> part, T preset, String example, String meaning) {
    return new Key<>(name, codec, part, preset, false, example, "", meaning);
  }

  /** A key that may be left out, without a value then. */
  static <R, T> Key<R, Optional<T>> optional(
      String name, Codec<T> codec, Function<R, Optional<T>> part, String example, String meaning) {
    return new Key<>(
        name, codec.optional(), part, Optional.empty(), true, example, "none", meaning);
  }

  /** The same key, not written where it has its preset. */
  Key<R, T> quiet() {
    return new Key<>(name, codec, part, preset, true, example, leftOut, meaning);
  }

  /** The same key, with other words for what it means to leave it out. */
  Key<R, T> leftOut(String words) {
    return new Key<>(name, codec, part, preset, isQuiet, example, words, meaning);
  }

  /** The same key, of a larger thing. */
  <S> Key<S, T> of(Function<S, R> inner) {
    return new Key<>(
        name,
        codec,
        whole -> part.apply(inner.apply(whole)),
        preset,
        isQuiet,
        example,
        leftOut,
        meaning);
  }

  /** The value or its preset; nothing, and a complaint, if there is none. */
  Optional<T> read(Field mapping) {
    return preset != null && !mapping.has(name)
        ? Optional.of(preset)
        : mapping.required(name, example).flatMap(codec::read);
  }

  /** What a table says of it: key, value, preset, meaning. */
  String row() {
    String without = leftOut.isEmpty() ? '`' + Codec.shown(codec.write(preset)) + '`' : leftOut;
    return "| `" + name + "` | " + codec.type() + " | " + without + " | " + meaning + " |";
  }
}
