package io.sluice.studies;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The keys of a mapping, in their order.
 *
 * @param <R> what the mapping is read as
 */
record Section<R>(List<Key<R, ?>> keys) {

  Section {
    keys = List.copyOf(keys);
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  static <R> Section<R> of(Key<R, ?>... keys) {
    return new Section<>(List.of(keys));
  }

  /** These keys, then those. */
  Section<R> and(Section<R> others) {
    return new Section<>(Stream.concat(keys.stream(), others.keys.stream()).toList());
  }

  /** The same keys, of a larger thing. */
  <S> Section<S> of(Function<S, R> inner) {
    return new Section<>(keys.stream().<Key<S, ?>>map(key -> key.of(inner)).toList());
  }

  List<String> names() {
    return keys.stream().map(key -> key.name()).toList();
  }

  /** The keys of a mapping, all others being refused. */
  Given read(Field mapping) {
    return read(mapping, null);
  }

  /**
   * The keys of a mapping, all others being refused.
   *
   * @param base has what is left out; null for the presets
   */
  Given read(Field mapping, R base) {
    mapping.allowOnly(names());
    return among(mapping, base);
  }

  /**
   * The keys of a mapping that may have others.
   *
   * @param base has what is left out; null for the presets
   */
  Given among(Field mapping, R base) {
    Given given = new Given();
    keys.forEach(key -> given.take(key, mapping, base));
    return given;
  }

  /** All there is in a value. */
  Given parts(R value) {
    Given given = new Given();
    keys.forEach(key -> given.values.put(key.name(), key.part().apply(value)));
    return given;
  }

  /** What is written under each key. */
  Map<String, Object> write(R value) {
    Map<String, Object> fields = Codec.fields();
    keys.forEach(key -> put(key, value, fields));
    return fields;
  }

  private static <R, T> void put(Key<R, T> key, R value, Map<String, Object> fields) {
    T part = key.part().apply(value);
    if (!key.told().isQuiet() || !part.equals(key.preset())) {
      fields.put(key.name(), key.codec().write(part));
    }
  }

  /**
   * A mapping of these keys and no others.
   *
   * @param notMapping complains of what is no mapping
   */
  Codec<R> as(String type, Consumer<Field> notMapping, Function<Given, R> maker) {
    return new Codec<>(
        type,
        field -> {
          if (!field.isMapping()) {
            notMapping.accept(field);
            return Optional.empty();
          }
          Given given = read(field);
          return given.isComplete() ? field.make(() -> maker.apply(given)) : Optional.empty();
        },
        this::write);
  }

  /** What was read under each key. */
  static final class Given {

    private final Map<String, Object> values = new HashMap<>();
    private final Set<String> wrong = new HashSet<>();

    /** Where something is wrong, the base or preset stands, so that reading can go on. */
    private <R, T> void take(Key<R, T> key, Field mapping, R base) {
      T otherwise = base == null || key.preset() == null ? key.preset() : key.part().apply(base);
      boolean isLeftOut = otherwise != null && !mapping.has(key.name());
      Optional<T> value = isLeftOut ? Optional.of(otherwise) : key.read(mapping);
      if (value.isEmpty()) {
        wrong.add(key.name());
      }
      values.put(key.name(), value.orElse(otherwise));
    }

    /** Whether nothing was wrong. */
    boolean isComplete() {
      return wrong.isEmpty();
    }

    /** Whether nothing was wrong under this key. */
    boolean isRight(Key<?, ?> key) {
      return !wrong.contains(key.name());
    }

    /** The value of a key that was right or has a preset. */
    @SuppressWarnings("unchecked")
    <T> T get(Key<?, T> key) {
      return (T) values.get(key.name());
    }
  }
}
