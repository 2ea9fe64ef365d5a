package io.sluice.studies;

import static io.sluice.studies.KeyName.key;

import io.sluice.engine.text.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads numbers of which each stands for a variant: one, a list, or a range {@code {from: 1e-4, to:
 * 1, count: 5, scale: log}}. The ends of a range are exact; the numbers between are rounded to 14
 * digits, so that the range above is 0.0001, 0.001, 0.01, 0.1, 1 and nothing like
 * 0.010000000000000002.
 */
final class GridReader {

  private static final int MOST = 10_000;
  private static final MathContext DIGITS = new MathContext(14);
  private static final String RANGE_EXAMPLE = "{from: 1e-4, to: 1, count: 5, scale: log}";

  private static final Key<Range, Double> FROM =
      key("from", "one end, exact").like(RANGE_EXAMPLE).needed(Codec.number("1"), Range::from);
  private static final Key<Range, Double> TO =
      key("to", "the other end, exact; above `from` or below it")
          .like(RANGE_EXAMPLE)
          .needed(Codec.number("1"), Range::to);
  private static final Key<Range, Integer> COUNT =
      key("count", "how many numbers there are, the ends among them")
          .like(RANGE_EXAMPLE)
          .needed(Codec.integer(2, MOST, "5"), Range::count);
  private static final Key<Range, Optional<Boolean>> LOG =
      key("scale", "what the numbers are even on; `log` needs ends above 0")
          .leftOut("`linear`; under `tuning` `log` where both ends lie above 0")
          .optional(
              Codec.oneOf(List.of(false, true), isLog -> isLog ? "log" : "linear"), Range::isLog);

  static final Section<Range> RANGE = Section.of(FROM, TO, COUNT, LOG);

  /** Evenly spread numbers as they are written; what is read is the numbers. */
  record Range(double from, double to, int count, Optional<Boolean> isLog) {}

  private GridReader() {}

  /** Numbers, where true counts as 1 and false as 0. */
  static List<Double> values(Field field) {
    return read(field, true, false);
  }

  /** The same, but where a range lies above 0 it is on a logarithmic scale unless it says so. */
  static List<Double> ratios(Field field) {
    return read(field, true, true);
  }

  /** Numbers. */
  static List<Double> numbers(Field field) {
    return read(field, false, false);
  }

  private static List<Double> read(Field field, boolean flags, boolean ratios) {
    if (field.isMapping()) {
      return range(field, ratios);
    }
    Map<Double, Field> distinct = new LinkedHashMap<>();
    boolean right = true;
    for (Field item : field.someItems("0.1")) {
      Optional<Double> value = value(item, flags);
      right &= value.isPresent();
      value
          .filter(number -> distinct.putIfAbsent(number + 0.0, item) != null)
          .ifPresent(
              number ->
                  item.complain(
                      '"' + field.label() + "\" has " + NumberText.of(number) + " twice"));
    }
    return right ? List.copyOf(distinct.keySet()) : List.of();
  }

  private static Optional<Double> value(Field item, boolean flags) {
    Optional<Double> number = Numbers.finite(item.scalar());
    Optional<Boolean> flag = flags ? Field.flagOf(item.scalar()) : Optional.empty();
    if (number.isEmpty() && flag.isEmpty()) {
      String what = flags ? "a number, true or false, a list of them, or a range" : "a number";
      item.expected(item.finiteOr(what, flags ? RANGE_EXAMPLE : "0.1"));
    }
    return number.isPresent() ? number : flag.map(yes -> yes ? 1.0 : 0.0);
  }

  private static List<Double> range(Field field, boolean ratios) {
    Section.Given given = RANGE.read(field);
    if (!given.isComplete()) {
      return List.of();
    }
    double from = given.get(FROM);
    double to = given.get(TO);
    if (from == to) {
      field.complain("a range needs two different ends, not twice " + NumberText.of(to));
      return List.of();
    }
    boolean arePositive = from > 0 && to > 0;
    boolean isLog = given.get(LOG).orElse(ratios && arePositive);
    if (isLog && !arePositive) {
      field.complain(
          "a range with scale log needs ends above 0, not "
              + NumberText.of(from)
              + " and "
              + NumberText.of(to));
      return List.of();
    }
    return spread(from, to, given.get(COUNT), isLog);
  }

  static List<Double> spread(double from, double to, int count, boolean log) {
    List<Double> values = new ArrayList<>(count);
    BigDecimal start = new BigDecimal(NumberText.of(from));
    BigDecimal way = new BigDecimal(NumberText.of(to)).subtract(start);
    values.add(from);
    for (int i = 1; i < count - 1; i++) {
      values.add(log ? between(from, to, i, count - 1) : onLine(start, way, i, count - 1));
    }
    values.add(to);
    return values;
  }

  /** from · (to / from)^(i/n), by logarithms so that no quotient overflows. */
  private static double between(double from, double to, int i, int n) {
    double share = (double) i / n;
    double exponent = (1 - share) * StrictMath.log10(from) + share * StrictMath.log10(to);
    double value = StrictMath.pow(10, exponent);
    return value == 0 ? value : new BigDecimal(value).round(DIGITS).doubleValue();
  }

  /** start + way · i/n, in decimals. */
  private static double onLine(BigDecimal start, BigDecimal way, int i, int n) {
    return start
        .add(
            way.multiply(BigDecimal.valueOf(i))
                .divide(BigDecimal.valueOf(n), MathContext.DECIMAL128))
        .round(DIGITS)
        .doubleValue();
  }
}
