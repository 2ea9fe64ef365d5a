package io.sluice.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.sluice.engine.catalog.Catalog;
import io.sluice.spi.Activation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Small curves of all activations at once, as a list of them draws, and what their shape tells: is
 * the curve monotone, does the slope oscillate. Both are looked at on [-10, 10] at 2001 points; a
 * passport says more of one activation and proves it.
 */
final class Sketches {

  private static final Logger LOG = LoggerFactory.getLogger(Sketches.class);
  private static final double SEEN = 5;
  private static final int SEEN_POINTS = 81;
  private static final double LOOKED_AT = 10;
  private static final int POINTS = 2001;

  /** A slope oscillates if it turns this often, as that of sin does on three periods. */
  private static final int TURNS = 6;

  /** What is smaller beside the values is rounding. */
  private static final double ROUNDING = 1e-9;

  private static final MathContext DIGITS = new MathContext(4);

  private final Catalog<Activation> activations;
  private final BoundedWork work;
  private volatile FixedAnswer answer;

  Sketches(Catalog<Activation> activations, BoundedWork work) {
    this.activations = activations;
    this.work = work;
  }

  void configure(RoutesConfig routes) {
    routes.get("/api/catalog/curves.json", this::answer);
  }

  private void answer(Context context) {
    if (answer == null) {
      ObjectNode json = json(() -> Caller.isGone(context));
      answer = new FixedAnswer("application/json", Json.text(json));
    }
    answer.answer(context);
  }

  private ObjectNode json(BooleanSupplier gone) {
    ObjectNode json = Json.object();
    json.set("x", numbers(places(SEEN, SEEN_POINTS)));
    ObjectNode curves = json.putObject("curves");
    for (Catalog.Entry<Activation> entry : activations.entries()) {
      try {
        curves.set(
            entry.id(), work.get("drawing " + entry.id(), gone, () -> sketch(entry.component())));
      } catch (RuntimeException failure) {
        refuseUnlessItsOwn(failure);
        LOG.warn("{} has no sketch: {}", entry.id(), failure.getMessage());
      }
    }
    return json;
  }

  /** One activation that fails or takes too long costs its own curve only. */
  private static void refuseUnlessItsOwn(RuntimeException failure) {
    if (failure instanceof RequestException refused && refused.status() != 422) {
      throw refused;
    }
  }

  private static ObjectNode sketch(Activation activation) {
    double[] value = new double[SEEN_POINTS];
    activation.values(places(SEEN, SEEN_POINTS), value, 0, SEEN_POINTS);
    double[] values = new double[POINTS];
    double[] slopes = new double[POINTS];
    activation.valuesAndSlopes(places(LOOKED_AT, POINTS), values, slopes, 0, POINTS);
    ObjectNode sketch = Json.object();
    sketch.set("value", numbers(value));
    sketch.put("monotone", monotone(values));
    sketch.put("oscillating", turns(slopes) >= TURNS);
    return sketch;
  }

  private static double[] places(double reach, int points) {
    double[] x = new double[points];
    for (int i = 0; i < points; i++) {
      x[i] = (2.0 * i - (points - 1)) * reach / (points - 1);
    }
    return x;
  }

  /** {@code increasing}, {@code decreasing} or {@code none}; a constant is increasing. */
  static String monotone(double[] values) {
    boolean rises = false;
    boolean falls = false;
    for (int i = 1; i < values.length; i++) {
      int way = way(values[i - 1], values[i]);
      rises |= way > 0;
      falls |= way < 0;
    }
    return !falls ? "increasing" : rises ? "none" : "decreasing";
  }

  /** How often values that rose begin to fall, or the other way round. */
  static int turns(double[] values) {
    int turns = 0;
    int before = 0;
    for (int i = 1; i < values.length; i++) {
      int way = way(values[i - 1], values[i]);
      if (way != 0) {
        turns += before != 0 && way != before ? 1 : 0;
        before = way;
      }
    }
    return turns;
  }

  private static int way(double from, double to) {
    double rounding = ROUNDING * Math.max(1, Math.max(Math.abs(from), Math.abs(to)));
    return to - from > rounding ? 1 : from - to > rounding ? -1 : 0;
  }

  private static ArrayNode numbers(double[] values) {
    ArrayNode array = Json.array();
    for (double value : values) {
      array.add(Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value);
    }
    return array;
  }
}
