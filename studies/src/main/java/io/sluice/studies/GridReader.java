package io.sluice.studies;

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
  private static final List<String> RANGE = List.of("from", "to", "count", "scale");
  private static final String RANGE_EXAMPLE = "{from: 1e-4, to: 1, count: 5, scale: log}";

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
    field.allowOnly(RANGE);
    Optional<Double> from = end(field, "from");
    Optional<Double> to = end(field, "to");
    Optional<Long> count =
        field.required("count", RANGE_EXAMPLE).flatMap(number -> number.whole(2, MOST, "5"));
    Optional<Boolean> log =
        field.child("scale").isEmpty()
            ? Optional.of(ratios && from.orElse(0.0) > 0 && to.orElse(0.0) > 0)
            : field.child("scale").get().oneOf(scales());
    if (from.isEmpty() || to.isEmpty() || count.isEmpty() || log.isEmpty()) {
      return List.of();
    }
    if (from.get().equals(to.get())) {
      field.complain("a range needs two different ends, not twice " + NumberText.of(to.get()));
      return List.of();
    }
    if (log.get() && (from.get() <= 0 || to.get() <= 0)) {
      field.complain(
          "a range with scale log needs ends above 0, not "
              + NumberText.of(from.get())
              + " and "
              + NumberText.of(to.get()));
      return List.of();
    }
    return spread(from.get(), to.get(), count.get().intValue(), log.get());
  }

  private static Map<String, Boolean> scales() {
    Map<String, Boolean> scales = new LinkedHashMap<>();
    scales.put("linear", false);
    scales.put("log", true);
    return scales;
  }

  private static Optional<Double> end(Field field, String key) {
    return field.required(key, RANGE_EXAMPLE).flatMap(end -> end.number("1"));
  }

  static List<Double> spread(double from, double to, int count, boolean log) {
    List<Double> values = new ArrayList<>(count);
    values.add(from);
    for (int i = 1; i < count - 1; i++) {
      values.add(log ? between(from, to, i, count - 1) : onLine(from, to, i, count - 1));
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

  /** from + (to − from) · i/n, in decimals. */
  private static double onLine(double from, double to, int i, int n) {
    BigDecimal start = new BigDecimal(NumberText.of(from));
    BigDecimal way = new BigDecimal(NumberText.of(to)).subtract(start);
    return start
        .add(
            way.multiply(BigDecimal.valueOf(i))
                .divide(BigDecimal.valueOf(n), MathContext.DECIMAL128))
        .round(DIGITS)
        .doubleValue();
  }
}
