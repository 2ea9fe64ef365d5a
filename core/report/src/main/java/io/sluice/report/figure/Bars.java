package io.sluice.report.figure;

import io.sluice.analysis.Estimate;
import io.sluice.analysis.Figures;
import io.sluice.report.Figure;
import io.sluice.report.Table;
import io.sluice.report.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Shares as bars with their intervals, the largest first: what explains what.
 *
 * @param id lower kebab-case, unique in its document
 * @param caption what is to be seen, without a full stop
 * @param quantity what the shares are of, such as {@code share of variance}
 * @param groups such as all problems and each one
 */
public record Bars(String id, String caption, String quantity, List<Group> groups) {

  /** Smaller ones of the first group than this many are in the table alone. */
  private static final int MOST = 12;

  /** The same for the other groups. */
  private static final int MOST_OF_OTHERS = 6;

  private static final double HEADING = 26;
  private static final double AXIS = 46;

  /**
   * Bars that belong together.
   *
   * @param name its heading; may be empty if there is one group only
   * @param bars in any order
   */
  public record Group(String name, List<Bar> bars) {
    public Group {
      Objects.requireNonNull(name, "name");
      bars =
          bars.stream()
              .sorted(
                  Comparator.comparingDouble(
                      (Bar bar) -> Double.isNaN(bar.share().value()) ? 1 : -bar.share().value()))
              .toList();
    }
  }

  /**
   * A bar.
   *
   * @param name what explains
   * @param share how much, from 0 to 1; a little below 0 by chance
   * @param raw the same before chance was taken off, η², drawn as a mark; NaN for none
   */
  public record Bar(String name, Estimate share, double raw) {
    public Bar {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(share, "share");
    }

    /** Without a mark. */
    public Bar(String name, Estimate share) {
      this(name, share, Double.NaN);
    }

    private IntervalRow row() {
      String text = Double.isNaN(share.value()) ? "unknown" : Figures.share(share);
      return new IntervalRow(name, share, text);
    }
  }

  public Bars {
    groups = List.copyOf(groups);
  }

  /** The drawing and its numbers. */
  public Figure figure() {
    return new Figure(caption, svg(), table());
  }

  private String svg() {
    Drawing drawing = new Drawing();
    List<IntervalRow> all =
        groups.stream().flatMap(group -> group.bars().stream()).map(Bar::row).toList();
    IntervalRow.Columns columns = IntervalRow.Columns.of(all);
    double[] ends =
        groups.stream()
            .flatMap(group -> group.bars().stream())
            .flatMap(bar -> Stream.of(bar.share().value(), bar.share().upper(), bar.raw()))
            .mapToDouble(end -> Math.min(1, Double.isNaN(end) ? 0 : end))
            .toArray();
    double longest = Arrays.stream(ends).max().orElse(1);
    Scale scale =
        new Scale(
            Quantity.Spacing.LINEAR, 0, longest > 0 ? longest : 1, columns.from(), columns.to());
    Quantity shares = Quantity.share(quantity);
    double y = 6;
    boolean hasRaw = false;
    for (Group group : groups) {
      if (!group.name().isEmpty()) {
        drawing.label(8, y + 18, "strong", group.name(), columns.width() - 16);
        y += HEADING;
      }
      int most = group == groups.get(0) ? MOST : MOST_OF_OTHERS;
      int shown = Math.min(most, group.bars().size());
      double bottom = y + 4;
      for (Bar bar : group.bars().subList(0, shown)) {
        bottom += bar.row().height();
      }
      boolean isLast = group == groups.get(groups.size() - 1);
      IntervalRow.axis(drawing, scale, isLast ? shares : Quantity.share(""), y, bottom);
      for (Bar bar : group.bars().subList(0, shown)) {
        double height = bar.row().height();
        draw(drawing, bar, scale, columns, y + height / 2);
        hasRaw |= !Double.isNaN(bar.raw());
        y += height;
      }
      y = bottom + (isLast ? AXIS : AXIS - Lettering.LINE);
      if (shown < group.bars().size()) {
        String more = "and " + (group.bars().size() - shown) + " smaller ones";
        drawing.text(columns.from(), y + 8, "quiet", more);
        y += Lettering.LINE;
      }
    }
    if (hasRaw) {
      drawing.path("M" + Drawing.at(columns.from() + 4, y - 2) + "v14", "raw");
      drawing.text(columns.from() + 14, y + 10, "quiet", "η², before chance is taken off");
      y += Lettering.LINE;
    }
    return drawing.svg(
        caption,
        "Bars from 0 to " + quantity + ", the largest first, with 95 % intervals.",
        columns.width(),
        y + 6);
  }

  private static void draw(
      Drawing drawing, Bar bar, Scale scale, IntervalRow.Columns columns, double y) {
    IntervalRow row = bar.row();
    drawing.open(row.name() + ": " + row.text());
    row.write(drawing, columns, y);
    if (!Double.isNaN(bar.share().value())) {
      double length = scale.at(bar.share().value()) - scale.from();
      drawing.rectangle(scale.from(), y - 7, length, 14, "s1 bar");
      row.whisker(drawing, scale, y, "whisker");
    }
    if (!Double.isNaN(bar.raw())) {
      drawing.path("M" + Drawing.at(scale.at(bar.raw()), y - 9) + "v18", "raw");
    }
    drawing.close();
  }

  private Table table() {
    boolean hasRaw =
        groups.stream()
            .flatMap(group -> group.bars().stream())
            .anyMatch(bar -> !Double.isNaN(bar.raw()));
    Table.Builder table = Table.of(id, caption).columns("group", "source", "share");
    if (hasRaw) {
      table.column("eta_squared", "η²");
    }
    for (Group group : groups) {
      for (Bar bar : group.bars()) {
        List<Value> row = new ArrayList<>();
        row.add(Value.of(group.name()));
        row.add(Value.of(bar.name()));
        row.add(new Value(bar.row().text(), bar.share()));
        if (hasRaw) {
          row.add(Value.of(bar.raw()));
        }
        table.row(row);
      }
    }
    return table.build();
  }
}
