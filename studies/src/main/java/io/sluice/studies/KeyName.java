package io.sluice.studies;

import java.util.Optional;
import java.util.function.Function;

/**
 * The name of a key and what a table says of it.
 *
 * @param example how the key is written; empty where neither a table nor a complaint shows it
 * @param without what it means to leave the key out; empty where the preset itself says it
 * @param isQuiet whether the preset is not written
 */
record KeyName(String name, String meaning, String example, String without, boolean isQuiet) {

  static KeyName key(String name, String meaning) {
    return new KeyName(name, meaning, "", "", false);
  }

  KeyName like(String text) {
    return new KeyName(name, meaning, text, without, isQuiet);
  }

  KeyName leftOut(String words) {
    return new KeyName(name, meaning, example, words, isQuiet);
  }

  KeyName quiet() {
    return new KeyName(name, meaning, example, without, true);
  }

  /** A key that may be left out. */
  <R, T> Key<R, T> preset(Codec<T> codec, Function<R, T> part, T preset) {
    return new Key<>(this, codec, part, preset);
  }

  /** A key that must be there. */
  <R, T> Key<R, T> needed(Codec<T> codec, Function<R, T> part) {
    return new Key<>(without.isEmpty() ? leftOut("required") : this, codec, part, null);
  }

  /** A key that may be left out, without a value then. */
  <R, T> Key<R, Optional<T>> optional(Codec<T> codec, Function<R, Optional<T>> part) {
    KeyName told = without.isEmpty() ? leftOut("none") : this;
    return new Key<>(told.quiet(), codec.optional(), part, Optional.empty());
  }
}
