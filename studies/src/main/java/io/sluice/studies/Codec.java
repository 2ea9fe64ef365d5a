package io.sluice.studies;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One kind of value of a format: how it is read, how it is written and what a table says of it. Big
 * ones are composed of small ones, so that reading and writing cannot drift apart.
 *
 * <p>What is written is what JSON has: a text, a number, true or false, a list or a map of such.
 *
 * @param type what may stand there, for a table
 * @param reader the value; nothing, and a complaint, if it is none
 * @param writer the opposite
 */
record Codec<T>(String type, Function<Field, Optional<T>> reader, Function<T, Object> writer) {

  Optional<T> read(Field field) {
    return reader.apply(field);
  }

  Object write(T value) {
    return writer.apply(value);
  }

  /** A value that is read in a way of its own and never written, as what it stands for is. */
  static <T> Codec<T> readOnly(String type, Function<Field, Optional<T>> reader) {
    return new Codec<>(
        type,
        reader,
        value -> {
          throw new UnsupportedOperationException(type + " is written as what it stands for");
        });
  }

  /** A text that is not blank. */
  static Codec<String> text(String what) {
    return new Codec<>("a text", field -> field.text(what), text -> text);
  }

  /** A text of a certain form. */
  static Codec<String> like(String pattern, String what) {
    Pattern form = Pattern.compile(pattern);
    return new Codec<>(
        kind(what),
        field -> {
          String text = field.scalar();
          if (text == null || !form.matcher(text).matches()) {
            field.expected(what);
            return Optional.empty();
          }
          return Optional.of(text);
        },
        text -> text);
  }

  /** A finite number. */
  static Codec<Double> number(String example) {
    return new Codec<>("a number", field -> field.number(example), number -> number);
  }

  /** A whole number in a range. */
  static Codec<Long> whole(long from, long to, String example) {
    String type =
        from == Long.MIN_VALUE
            ? "a whole number of 64 bits"
            : "a whole number from " + from + (to == Integer.MAX_VALUE ? " on" : " to " + to);
    return new Codec<>(type, field -> field.whole(from, to, example), number -> number);
  }

  /** A whole number in a smaller range. */
  static Codec<Integer> integer(int from, int to, String example) {
    return whole(from, to, example).as(Long::intValue, Integer::longValue);
  }

  /** True or false. */
  static Codec<Boolean> flag() {
    return new Codec<>("`true` or `false`", Field::flag, flag -> flag);
  }

  /** One of some words. */
  static <T> Codec<T> oneOf(Map<String, T> words) {
    Map<T, String> spelled = new LinkedHashMap<>();
    words.forEach((word, value) -> spelled.putIfAbsent(value, word));
    String type = String.join(", ", words.keySet().stream().map(w -> '`' + w + '`').toList());
    return new Codec<>(
        type.replaceFirst(", (?!.*, )", " or "), field -> field.oneOf(words), spelled::get);
  }

  /** One of some values, each with its word. */
  static <T> Codec<T> oneOf(List<T> values, Function<T, String> word) {
    Map<String, T> words = new LinkedHashMap<>();
    values.forEach(value -> words.put(word.apply(value), value));
    return oneOf(words);
  }

  /** A word for true, one for false. */
  static Codec<Boolean> either(String yes, String no) {
    Map<String, Boolean> words = new LinkedHashMap<>();
    words.put(yes, true);
    words.put(no, false);
    return oneOf(words);
  }

  /** Numbers that are variants: one, a list or a range. */
  static Codec<List<Double>> grid(Function<Field, List<Double>> reader) {
    return new Codec<>(
        "a number, a list or a range",
        field -> Optional.of(reader.apply(field)).filter(grid -> !grid.isEmpty()),
        List::copyOf);
  }

  /** The same, each variant being written for itself. */
  static Codec<List<Double>> variants() {
    return new Codec<>(
        "a number, a list or a range", grid(GridReader::numbers).reader(), grid -> grid.get(0));
  }

  /** Several of these, one at least; a value that is no list is a list of one. */
  Codec<List<T>> some(String example) {
    return list(field -> field.someItems(example), true);
  }

  /** Several of these or none. */
  Codec<List<T>> any() {
    return list(Field::items, false);
  }

  /** Several of these that are variants, each of which is written for itself. */
  Codec<List<T>> each(String example) {
    return new Codec<>(type + ", or a list", some(example).reader(), list -> write(list.get(0)));
  }

  private Codec<List<T>> list(Function<Field, List<Field>> items, boolean isSome) {
    return new Codec<>(
        type + ", or a list",
        field -> {
          List<Field> given = items.apply(field);
          List<T> read = new ArrayList<>();
          given.forEach(item -> read(item).ifPresent(read::add));
          return read.size() < given.size() || (isSome && read.isEmpty())
              ? Optional.empty()
              : Optional.of(read);
        },
        list -> list.stream().map(this::write).toList());
  }

  /**
   * Several, none of them twice.
   *
   * @param variants those that an element stands for
   * @param verb how a complaint says that one is twice there
   * @param label how it names that one
   */
  static <T> Codec<List<T>> distinct(
      Codec<List<T>> variants, String example, String verb, Function<T, String> label) {
    return new Codec<>(
        variants.type() + ", or a list",
        field -> {
          List<T> all = new ArrayList<>();
          List<Field> items = field.someItems(example);
          int right = 0;
          for (Field item : items) {
            Optional<List<T>> read = variants.read(item);
            right += read.isPresent() ? 1 : 0;
            for (T one : read.orElse(List.of())) {
              if (all.contains(one)) {
                item.complain(
                    '"' + item.label() + "\" " + verb + ' ' + label.apply(one) + " twice");
              }
              all.add(one);
            }
          }
          return right == items.size() && right > 0 ? Optional.of(all) : Optional.empty();
        },
        list -> list.stream().map(one -> variants.write(List.of(one))).toList());
  }

  /** What is said of a value, without the example. */
  private static String kind(String what) {
    return what.replaceFirst(" such as .*", "");
  }

  /** Another value made of it, whose objections become complaints. */
  <U> Codec<U> as(Function<T, U> maker, Function<U, T> part) {
    return new Codec<>(
        type,
        field -> read(field).flatMap(value -> field.make(() -> maker.apply(value))),
        value -> write(part.apply(value)));
  }

  /** Only some of the values, the others being complained of. */
  Codec<T> only(Predicate<T> right, String what) {
    return new Codec<>(
        kind(what),
        field -> {
          Optional<T> value = read(field);
          if (value.isPresent() && !right.test(value.get())) {
            field.expected(what);
            return Optional.empty();
          }
          return value;
        },
        writer);
  }

  /** Only what there is no complaint about. */
  Codec<T> unless(Function<T, Optional<String>> complaint) {
    return new Codec<>(
        type,
        field -> {
          Optional<T> value = read(field);
          Optional<String> wrong = value.flatMap(complaint);
          wrong.ifPresent(field::complain);
          return wrong.isPresent() ? Optional.empty() : value;
        },
        writer);
  }

  /** A value that has a word of its own. */
  Codec<T> orWord(String word, T value) {
    return new Codec<>(
        '`' + word + "` or " + type,
        field -> word.equals(field.scalar()) ? Optional.of(value) : read(field),
        other -> other.equals(value) ? word : write(other));
  }

  /** Some values in a short way of their own; they are still written in full. */
  Codec<T> orShort(Predicate<Field> isShort, Function<Field, Optional<T>> shorter) {
    return new Codec<>(
        type, field -> isShort.test(field) ? shorter.apply(field) : read(field), writer);
  }

  /** Values that are there or not; where they are not, nothing is written. */
  Codec<Optional<T>> optional() {
    return new Codec<>(
        type, field -> read(field).map(Optional::of), value -> write(value.orElseThrow()));
  }

  /** A text that is written without quotes wherever that is allowed. */
  Codec<T> bare() {
    return new Codec<>(type, reader, value -> new Word((String) write(value)));
  }

  /** A text that needs no quotes. */
  record Word(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /** With another word for what may stand there. */
  Codec<T> typed(String other) {
    return new Codec<>(other, reader, writer);
  }

  /** A map of what is written, to be added to. */
  static Map<String, Object> fields() {
    return new LinkedHashMap<>();
  }
}
