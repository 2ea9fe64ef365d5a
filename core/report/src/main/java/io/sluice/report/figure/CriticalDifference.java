package io.sluice.report.figure;

import io.sluice.analysis.Figures;
import io.sluice.report.Figure;
import io.sluice.report.Table;
import io.sluice.report.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A critical-difference diagram (Demšar 2006): mean ranks on an axis, the best at the left, and
 * bars that join what cannot be told apart.
 *
 * @param id lower kebab-case, unique in its document
 * @param caption what is to be seen, without a full stop
 * @param contenders in any order
 * @param criticalDifference how far ranks must be apart; NaN if it is not one number
 * @param groups the names of those that cannot be told apart, each group as large as it may be
 */
public record CriticalDifference(
    String id,
    String caption,
    List<Contender> contenders,
    double criticalDifference,
    List<List<String>> groups) {

  /** Of more than this many, the first and last half of them are named. */
  static final int MOST = 20;

  private static final double BESIDE = 6;
  private static final double MARGIN = 6;
  private static final double MOST_FOR_NAMES = 165;
  private static final double BETWEEN_TICKS = 30;
  private static final double BETWEEN_BARS = 9;

  /**
   * Who is ranked.
   *
   * @param name who
   * @param rank the mean rank, 1 for the best
   */
  public record Contender(String name, double rank) {
    public Contender {
      Objects.requireNonNull(name, "name");
    }
  }

  public CriticalDifference {
    contenders = contenders.stream().sorted(Comparator.comparingDouble(Contender::rank)).toList();
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** With the groups of all whose ranks lie within the critical difference. */
  public static CriticalDifference of(
      String id, String caption, List<Contender> contenders, double criticalDifference) {
    List<Contender> sorted =
        contenders.stream()
            .filter(contender -> Double.isFinite(contender.rank()))
            .sorted(Comparator.comparingDouble(Contender::rank))
            .toList();
    List<List<String>> groups = new ArrayList<>();
    int endBefore = 0;
    for (int from = 0; from < sorted.size(); from++) {
      int end = from;
      while (end < sorted.size()
          && sorted.get(end).rank() - sorted.get(from).rank() <= criticalDifference) {
        end++;
      }
      if (end - from > 1 && end > endBefore) {
        groups.add(sorted.subList(from, end).stream().map(Contender::name).toList());
        endBefore = end;
      }
    }
    return new CriticalDifference(id, caption, contenders, criticalDifference, groups);
  }

  /** The drawing and its numbers. */
  public Figure figure() {
    return new Figure(names().captioned(caption), svg(), table());
  }

  private String svg() {
    List<Contender> ranked =
        contenders.stream().filter(contender -> Double.isFinite(contender.rank())).toList();
    int named = Math.min(MOST, ranked.size());
    List<Contender> best = ranked.subList(0, (named + 1) / 2);
    List<Contender> worst = ranked.subList(ranked.size() - named / 2, ranked.size());
    double from = MARGIN + room(best) + 3 * BESIDE;
    double to = Drawing.WIDTH - MARGIN - room(worst) - 3 * BESIDE;
    double[] all = ranked.stream().mapToDouble(Contender::rank).toArray();
    Scale scale = Scale.of(Quantity.Spacing.RANK, all, from, to);
    Drawing drawing = new Drawing();
    double axis = ruler(drawing, scale);
    double y = axis + 14 + bars(drawing, scale, ranked, axis + 12);
    for (int i = 0; i < best.size(); i++) {
      draw(drawing, best.get(i), scale, axis, y + i * Lettering.LINE, true);
    }
    for (int i = 0; i < worst.size(); i++) {
      Contender contender = worst.get(worst.size() - 1 - i);
      draw(drawing, contender, scale, axis, y + i * Lettering.LINE, false);
    }
    double bottom = y + best.size() * Lettering.LINE + 4;
    List<Contender> between = ranked.subList(best.size(), ranked.size() - worst.size());
    for (Contender contender : between) {
      drawing.open(label(contender));
      double x = scale.at(contender.rank());
      drawing.line(x, axis, x, axis + 8, "leader").close();
    }
    if (!between.isEmpty()) {
      String more = "and " + between.size() + " between them, ranks ";
      String ranks =
          Figures.number(between.get(0).rank())
              + " to "
              + Figures.number(between.get(between.size() - 1).rank());
      drawing.text(Drawing.WIDTH / 2, bottom + 12, "quiet middle", more + ranks);
      bottom += Lettering.LINE;
    }
    return drawing.svg(caption, description(ranked), bottom + 6);
  }

  private ShortNames names() {
    return ShortNames.of(contenders.stream().map(Contender::name).toList());
  }

  /** The room that the names of a side take. */
  private double room(List<Contender> side) {
    ShortNames names = names();
    return Lettering.room(
        side.stream().map(one -> brief(names, one) + rank(one)).toList(), MOST_FOR_NAMES);
  }

  private static String brief(ShortNames names, Contender contender) {
    return names.of(contender.name());
  }

  private static String rank(Contender contender) {
    return " " + Figures.number(contender.rank());
  }

  /** Draws the critical difference and the axis; gives the axis's height on paper. */
  private double ruler(Drawing drawing, Scale scale) {
    boolean hasRuler = Double.isFinite(criticalDifference) && criticalDifference > 0;
    double axis = hasRuler ? 64 : 34;
    if (hasRuler) {
      double end = scale.at(scale.low() + criticalDifference);
      drawing.line(scale.from(), 26, end, 26, "whisker");
      drawing.line(scale.from(), 22, scale.from(), 30, "whisker");
      drawing.line(end, 22, end, 30, "whisker");
      boolean isLonger = scale.low() + criticalDifference > scale.high();
      String more = isLonger ? ", longer than the axis" : "";
      drawing.text(
          scale.from(),
          16,
          "quiet",
          "critical difference " + Figures.number(criticalDifference) + more);
    }
    drawing.line(scale.from(), axis, scale.to(), axis, "axis");
    for (double tick : scale.ticks((int) ((scale.to() - scale.from()) / BETWEEN_TICKS))) {
      double x = scale.at(tick);
      drawing.line(x, axis - 5, x, axis, "axis");
      drawing.text(x, axis - 9, "quiet middle", Figures.number(tick));
    }
    drawing.text(scale.to() + 12, axis - 9, "quiet", "mean rank");
    return axis;
  }

  /** Draws the bars of groups below each other as far as they overlap; gives their height. */
  private double bars(Drawing drawing, Scale scale, List<Contender> ranked, double top) {
    List<Double> ends = new ArrayList<>();
    for (List<String> group : groups) {
      double[] ranks =
          ranked.stream()
              .filter(contender -> group.contains(contender.name()))
              .mapToDouble(Contender::rank)
              .toArray();
      if (ranks.length < 2) {
        continue;
      }
      double from = scale.at(ranks[0]) - 4;
      double to = scale.at(ranks[ranks.length - 1]) + 4;
      int level = 0;
      while (level < ends.size() && ends.get(level) > from - 4) {
        level++;
      }
      if (level == ends.size()) {
        ends.add(to);
      } else {
        ends.set(level, to);
      }
      double y = top + level * BETWEEN_BARS;
      drawing.open("cannot be told apart: " + Drawing.listed(group));
      drawing.line(from, y, to, y, "clique").close();
    }
    return ends.size() * BETWEEN_BARS;
  }

  private void draw(
      Drawing drawing, Contender contender, Scale scale, double axis, double y, boolean isLeft) {
    double x = scale.at(contender.rank());
    double end = isLeft ? scale.from() - 2 * BESIDE : scale.to() + 2 * BESIDE;
    double side = isLeft ? end - 5 : end + 5;
    double room = isLeft ? side - MARGIN : Drawing.WIDTH - MARGIN - side;
    String line = "M" + Drawing.at(x, axis) + "L" + Drawing.at(x, y) + "L" + Drawing.at(end, y);
    drawing.open(label(contender));
    drawing.path(line, "leader");
    String rank = rank(contender);
    String name =
        Lettering.shortened(brief(names(), contender), room - Lettering.width(rank) + 0.1);
    drawing.text(side, y + 5, isLeft ? "end" : "start", name + rank);
    drawing.close();
  }

  private static String label(Contender contender) {
    return contender.name() + " " + Figures.number(contender.rank());
  }

  private String description(List<Contender> ranked) {
    if (ranked.isEmpty()) {
      return "No ranks.";
    }
    String joined =
        groups.isEmpty()
            ? "All can be told apart."
            : "Joined, because they cannot be told apart: "
                + String.join("; ", groups.stream().map(Drawing::listed).toList())
                + ".";
    return "Mean ranks from "
        + label(ranked.get(0))
        + ", the best, to "
        + label(ranked.get(ranked.size() - 1))
        + ". "
        + joined;
  }

  private Table table() {
    Table.Builder table =
        Table.of(id, caption).columns("name", "mean_rank").column("groups", "joined in");
    for (Contender contender : contenders) {
      List<String> joined = new ArrayList<>();
      for (int i = 0; i < groups.size(); i++) {
        if (groups.get(i).contains(contender.name())) {
          joined.add(Integer.toString(i + 1));
        }
      }
      table.row(
          Value.of(contender.name()),
          Value.of(contender.rank()),
          Value.of(String.join(", ", joined)));
    }
    return table.build();
  }
}
