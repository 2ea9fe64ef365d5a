package io.sluice.passport.proof;

import io.sluice.formula.Expression;
import io.sluice.moments.Interruption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Encloses the extremes of a formula, or of its slope, on the whole line: boxes that may hold an
 * extreme are halved, others dropped, until the enclosure is narrow or the patience ends.
 */
public final class Prover {

  private static final double REACH = 1e100;

  /** A little more than 2π. */
  private static final double TURN = 6.283185307179588;

  /** Up to here e^x and e^-x are ordinary numbers. */
  private static final double BEFORE_OVERFLOW = 700;

  private static final int MOST_HALVINGS = 20_000;
  private static final int LEAST_HALVINGS = 2_000;

  /** Halvings times parts of the formula. */
  private static final int PATIENCE = 300_000;

  private static final double GOAL = 2e-10;

  /** A value so large is taken for unbounded. */
  static final double ENDLESS = 1e30;

  private final Expression expression;
  private final Jets jets;
  private final double[] breaks;
  private final Period period;
  private final int halvings;

  /**
   * A prover for one formula.
   *
   * @param parameters the values of its hyper-parameters, in its order
   * @param breaks where it may have kinks: boxes end there
   */
  public Prover(Expression expression, double[] parameters, double... breaks) {
    this.jets = new Jets(parameters);
    this.expression = Cases.ofInputs(expression, jets);
    this.breaks = breaks.clone();
    this.period = Period.of(this.expression, jets);
    this.halvings =
        Math.max(
            LEAST_HALVINGS, Math.min(MOST_HALVINGS, PATIENCE / Analytic.parts(this.expression)));
  }

  /** The extremes of the values. */
  public Certificate values() {
    return certificate(this::value, period.kind() == Period.Kind.WAVE);
  }

  /** The extremes of the slopes. */
  public Certificate slopes() {
    return certificate(
        this::slope,
        period.kind() == Period.Kind.WAVE || period.kind() == Period.Kind.WAVE_ON_LINE);
  }

  /** An enclosure of the value at a number. */
  public Bounds value(double x) {
    return point(x, false);
  }

  /** An enclosure of the slope at a number; everything where it may have a kink. */
  public Bounds slope(double x) {
    Jet jet = jets.of(expression, new Bounds(Math.nextDown(x), Math.nextUp(x)));
    return jet.smooth() ? point(x, true) : Bounds.ALL;
  }

  /** How many parts the formula has. */
  public int parts() {
    return Analytic.parts(expression);
  }

  /** Whether the formula is made of analytic functions only, defined for all numbers. */
  public boolean isAnalytic() {
    return Analytic.is(expression)
        && boxes(REACH).stream().allMatch(box -> jets.of(expression, box).smooth());
  }

  /** Whether the value provably does not jump, but for a trillionth. */
  public boolean isContinuous() {
    return Continuity.of(expression, jets);
  }

  /** An enclosure of a quantity on a box. */
  private interface Enclosure {
    Bounds on(Bounds box);
  }

  private Certificate certificate(Enclosure enclosure, boolean periodic) {
    if (periodic) {
      Certificate turn = within(enclosure, TURN / period.frequency());
      return new Certificate(turn.least(), turn.greatest(), Double.POSITIVE_INFINITY);
    }
    Certificate wide = within(enclosure, REACH);
    if (isNarrow(wide.least()) && isNarrow(wide.greatest())) {
      return beyond(enclosure, wide.least(), wide.greatest());
    }
    Certificate near = within(enclosure, BEFORE_OVERFLOW);
    return new Certificate(
        isNarrow(wide.least()) ? wide.least() : near.least(),
        isNarrow(wide.greatest()) ? wide.greatest() : near.greatest(),
        BEFORE_OVERFLOW);
  }

  private Certificate within(Enclosure enclosure, double reach) {
    Bounds greatest = supremum(enclosure, boxes(reach));
    Bounds least = supremum(box -> enclosure.on(box).negated(), boxes(reach)).negated();
    return new Certificate(least, greatest, reach);
  }

  private static boolean isNarrow(Bounds extreme) {
    return extreme.low() > ENDLESS
        || extreme.high() < -ENDLESS
        || extreme.width() <= 4 * GOAL * Math.max(1, Math.abs(extreme.low()));
  }

  /** Goes on to the largest double, or to infinity, if nothing is lost by it. */
  private static Certificate beyond(Enclosure enclosure, Bounds least, Bounds greatest) {
    for (double reach : new double[] {Double.POSITIVE_INFINITY, Double.MAX_VALUE}) {
      Bounds outside =
          enclosure.on(new Bounds(REACH, reach)).hull(enclosure.on(new Bounds(-reach, -REACH)));
      double up = Math.max(greatest.high(), outside.high());
      double down = Math.min(least.low(), outside.low());
      boolean upper = up - greatest.high() <= GOAL || greatest.low() >= ENDLESS;
      boolean lower = least.low() - down <= GOAL || least.high() <= -ENDLESS;
      if (upper && lower) {
        return new Certificate(
            new Bounds(down, least.high()), new Bounds(greatest.low(), up), reach);
      }
    }
    return new Certificate(least, greatest, REACH);
  }

  private List<Bounds> boxes(double reach) {
    List<Double> edges = new ArrayList<>();
    edges.add(0.0);
    edges.add(reach);
    edges.add(-reach);
    for (double edge = 0.125; edge < reach; edge *= 2) {
      edges.add(edge);
      edges.add(-edge);
    }
    for (double each : breaks) {
      if (Math.abs(each) < reach) {
        edges.add(each);
      }
    }
    edges.sort(Comparator.naturalOrder());
    List<Bounds> boxes = new ArrayList<>();
    for (int i = 1; i < edges.size(); i++) {
      if (edges.get(i - 1) < edges.get(i)) {
        boxes.add(new Bounds(edges.get(i - 1), edges.get(i)));
      }
    }
    return boxes;
  }

  private record Box(Bounds x, double upper) {}

  private Bounds supremum(Enclosure enclosure, List<Bounds> boxes) {
    PriorityQueue<Box> queue =
        new PriorityQueue<>(Comparator.comparingDouble((Box box) -> -box.upper));
    double lower = Double.NEGATIVE_INFINITY;
    for (Bounds box : boxes) {
      queue.add(new Box(box, enclosure.on(box).high()));
      lower = Math.max(lower, enclosure.on(Bounds.of(middle(box))).low());
    }
    for (int i = 0; i < halvings; i++) {
      Interruption.check();
      Box box = queue.peek();
      if (box.upper - lower <= GOAL * Math.max(1, Math.abs(lower)) || lower > ENDLESS) {
        break;
      }
      double middle = middle(box.x);
      if (!(middle > box.x.low() && middle < box.x.high())) {
        break;
      }
      queue.poll();
      lower = Math.max(lower, enclosure.on(Bounds.of(middle)).low());
      for (Bounds half :
          List.of(new Bounds(box.x.low(), middle), new Bounds(middle, box.x.high()))) {
        double upper = Math.min(box.upper, enclosure.on(half).high());
        if (upper > lower) {
          queue.add(new Box(half, upper));
        }
      }
      if (queue.isEmpty()) {
        return new Bounds(lower, lower);
      }
    }
    return Bounds.outer(lower, Math.max(lower, queue.peek().upper));
  }

  /** The middle, of long boxes the geometric one. */
  private static double middle(Bounds box) {
    double small = Math.min(Math.abs(box.low()), Math.abs(box.high()));
    double large = Math.max(Math.abs(box.low()), Math.abs(box.high()));
    if (box.low() >= 0 || box.high() <= 0) {
      if (small > 0 && large / small > 4) {
        return Math.copySign(Math.sqrt(small) * Math.sqrt(large), box.low() + box.high());
      }
      return box.low() + 0.5 * (box.high() - box.low());
    }
    return box.low() + 0.5 * (box.high() - box.low());
  }

  private Bounds value(Bounds box) {
    Jet jet = jets.of(expression, box);
    return narrowed(box, jet.value(), jet.slope(), jet.smooth(), false);
  }

  private Bounds slope(Bounds box) {
    Jet jet = jets.of(expression, box);
    return narrowed(box, jet.slope(), jet.bend(), jet.smooth(), true);
  }

  /** Uses the ends where the quantity is monotone, otherwise the mean value theorem. */
  private Bounds narrowed(
      Bounds box, Bounds natural, Bounds change, boolean smooth, boolean slopes) {
    if (!smooth || box.low() == box.high()) {
      return natural;
    }
    if (change.low() >= 0) {
      return natural.and(
          Bounds.outer(point(box.low(), slopes).low(), point(box.high(), slopes).high()));
    }
    if (change.high() <= 0) {
      return natural.and(
          Bounds.outer(point(box.high(), slopes).low(), point(box.low(), slopes).high()));
    }
    if (!change.isFinite() || !box.isFinite()) {
      return natural;
    }
    double middle = box.low() + 0.5 * (box.high() - box.low());
    Bounds distance = box.minus(Bounds.of(middle));
    return natural.and(point(middle, slopes).plus(change.times(distance)));
  }

  private Bounds point(double x, boolean slopes) {
    Jet jet = jets.of(expression, Bounds.of(x));
    return slopes ? jet.slope() : jet.value();
  }
}
