package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A mapping that has one of some keys; each of them says the whole value in a way of its own.
 *
 * @param <R> the value
 * @param several what is said of a mapping that has more than one of them
 */
record Ways<R>(String several, List<Way<R, ?>> ways) {

  /**
   * One of them.
   *
   * @param key what is under the key, and nothing in a value that is said in another way
   * @param maker the value made of it
   */
  record Way<R, T>(Key<R, Optional<T>> key, Function<T, R> maker) {

    private Optional<R> read(Field mapping) {
      Optional<T> part = key.read(mapping).flatMap(Function.identity());
      return part.flatMap(
          given -> mapping.child(key.name()).orElseThrow().make(() -> maker.apply(given)));
    }

    private Optional<Map<String, Object>> write(R value) {
      Map<String, Object> fields = Section.of(key).write(value);
      return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
    }
  }

  Ways {
    ways = List.copyOf(ways);
  }

  /** None yet. */
  static <R> Ways<R> of(String several) {
    return new Ways<>(several, List.of());
  }

  /** With one more. */
  <T> Ways<R> or(
      String name,
      String meaning,
      Codec<T> codec,
      Function<T, R> maker,
      Function<R, Optional<T>> part) {
    List<Way<R, ?>> more = new ArrayList<>(ways);
    more.add(new Way<>(key(name, meaning).optional(codec, part), maker));
    return new Ways<>(several, more);
  }

  /** What is in a value if it is of this kind. */
  static <R, V extends R, T> Function<R, Optional<T>> in(Class<V> kind, Function<V, T> part) {
    return value -> Optional.of(value).filter(kind::isInstance).map(kind::cast).map(part);
  }

  /** The keys. */
  Section<R> section() {
    return new Section<>(ways.stream().<Key<R, ?>>map(way -> way.key()).toList());
  }

  /** The value of a mapping that may have other keys; nothing where it has none of these. */
  Optional<R> among(Field mapping) {
    List<Way<R, ?>> given = ways.stream().filter(way -> mapping.has(way.key().name())).toList();
    if (given.size() > 1) {
      mapping.complain(several);
    }
    return given.size() == 1 ? given.get(0).read(mapping) : Optional.empty();
  }

  /** The only key of a mapping. */
  Map<String, Object> write(R value) {
    return ways.stream().flatMap(way -> way.write(value).stream()).findFirst().orElseThrow();
  }

  /**
   * A mapping of one of these keys, and maybe one besides that all ways share.
   *
   * @param otherwise complains of what is no mapping or has no key
   * @param joined a value with what is besides
   */
  <T> Codec<R> with(
      Key<R, T> besides, String type, Consumer<Field> otherwise, BiFunction<R, T, R> joined) {
    Section<R> all = section().and(Section.of(besides));
    return new Codec<>(
        type,
        field -> {
          if (field.keys().isEmpty()) {
            otherwise.accept(field);
            return Optional.empty();
          }
          field.allowOnly(all.names());
          if (section().names().stream().noneMatch(field::has)) {
            field.complain(several);
          }
          Optional<R> value = among(field);
          Optional<T> shared = besides.read(field);
          Field place = field.child(besides.name()).orElse(field);
          return value.flatMap(
              one -> shared.flatMap(two -> place.make(() -> joined.apply(one, two))));
        },
        value -> {
          Map<String, Object> fields = write(value);
          fields.putAll(Section.of(besides).write(value));
          return fields;
        });
  }

  /**
   * A mapping of one of these keys and no others.
   *
   * @param otherwise complains of what is no mapping or has no key
   */
  Codec<R> as(String type, Consumer<Field> otherwise) {
    return new Codec<>(
        type,
        field -> {
          if (field.keys().isEmpty()) {
            otherwise.accept(field);
            return Optional.empty();
          }
          field.allowOnly(section().names());
          return among(field);
        },
        this::write);
  }
}
