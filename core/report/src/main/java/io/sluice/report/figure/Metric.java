package io.sluice.report.figure;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** By what the cells of a {@link HeatMap} are coloured: the better, the brighter. */
public enum Metric {
  /** The share of trials that reached the target, in steps of a ninth. */
  SUCCESS("reached", cell -> cell.success().estimate()),
  /** The median cost of reaching the target, in equal ratios from the least to the greatest. */
  COST("median cost", HeatMap.Cell::cost),
  /** The median best loss, in equal ratios if all are above 0. */
  LOSS("median best loss", HeatMap.Cell::loss),
  /** The mean rank. */
  RANK("mean rank", HeatMap.Cell::rank);

  /** How many colours there are. */
  static final int STEPS = 9;

  private final String heading;
  private final Function<HeatMap.Cell, Estimate> value;

  Metric(String heading, Function<HeatMap.Cell, Estimate> value) {
    this.heading = heading;
    this.value = value;
  }

  /** Its name for programs. */
  String key() {
    return heading.replace(' ', '_').toLowerCase(Locale.ROOT);
  }

  /** What a reader calls it. */
  String heading() {
    return heading;
  }

  /** Its value in a cell. */
  Estimate of(HeatMap.Cell cell) {
    return value.apply(cell);
  }

  /** Its value with the interval in words. */
  String text(HeatMap.Cell cell) {
    Estimate estimate = of(cell);
    if (Double.isNaN(estimate.value())) {
      return "–";
    }
    return this == SUCCESS ? Figures.percent(estimate) : Figures.number(estimate);
  }

  /** The part of a text that is the value without its interval. */
  static String withoutInterval(String text) {
    int bracket = text.indexOf(" [");
    return bracket < 0 ? text : text.substring(0, bracket);
  }

  /** The range of colours over some cells. */
  Range range(List<HeatMap.Cell> cells) {
    double[] values = cells.stream().mapToDouble(cell -> of(cell).value()).toArray();
    boolean isPositive = cells.stream().noneMatch(cell -> of(cell).value() <= 0);
    Quantity quantity =
        this == SUCCESS
            ? Quantity.share(heading)
            : isPositive && this != RANK ? Quantity.logarithmic(heading) : Quantity.linear(heading);
    boolean isHighBest = this == SUCCESS;
    return new Range(
        quantity.scale(values, isHighBest ? 0 : STEPS, isHighBest ? STEPS : 0), quantity);
  }

  /** Which colour which value has. */
  record Range(Scale scale, Quantity quantity) {

    /** What stands for an infinite value among the steps. */
    static final char NEVER = 'n';

    /** What stands for no value. */
    static final char UNKNOWN = 'u';

    /** The step from {@code 0}, the worst, to {@code 8}, or {@code n} or {@code u}. */
    char step(double value) {
      if (Double.isNaN(value)) {
        return UNKNOWN;
      }
      if (Double.isInfinite(value)) {
        return NEVER;
      }
      return (char) ('0' + (int) Math.min(STEPS - 1.0, Math.floor(scale.at(value))));
    }

    /** What the worst step begins with. */
    String worst() {
      return quantity.text(scale.from() == 0 ? scale.low() : scale.high());
    }

    /** What the best step ends with. */
    String best() {
      return quantity.text(scale.from() == 0 ? scale.high() : scale.low());
    }
  }
}
