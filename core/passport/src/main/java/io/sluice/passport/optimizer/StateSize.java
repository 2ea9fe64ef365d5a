package io.sluice.passport.optimizer;

import io.sluice.engine.study.WeightPolicy;
import io.sluice.spi.Component;
import io.sluice.spi.GradientOptimizer;
import io.sluice.spi.Optimizer;
import io.sluice.spi.RandomStream;
import io.sluice.spi.SearchSpace;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many numbers an optimizer keeps. Of a gradient optimizer these are the arrays of the lane
 * memory that change; of the others every number that can be reached from the state is counted,
 * with its room for work.
 */
final class StateSize {

  private static final int[] DIMENSIONS = {10, 40};
  private static final int STEPS = 30;

  private StateSize() {}

  static void add(Optimizer optimizer, List<Entry> entries) {
    if (optimizer instanceof GradientOptimizer) {
      entries.add(ofLane((GradientOptimizer) optimizer));
      return;
    }
    for (int n : DIMENSIONS) {
      long numbers = reached(optimizer, n);
      entries.add(
          Entry.computed(
              "memory",
              "numbers per parameter, of " + n,
              numbers / (double) n,
              Entry.figure(numbers / (double) n)));
    }
  }

  /** What of the lane memory changes from step to step; the rest is no more than room to work. */
  private static Entry ofLane(GradientOptimizer optimizer) {
    double[] start = {1, -1, 0.5, 2};
    LaneOfOne memory = new LaneOfOne(optimizer, start.length);
    GradientWalk walk =
        new GradientWalk(
            optimizer, new Landscape.Bent(start.length), Box.open(start.length), start, memory);
    List<double[]> blocks = memory.blocks();
    List<double[]> numbers = memory.numbers();
    for (int step = 0; step < STEPS; step++) {
      walk.step();
    }
    long kept = LaneOfOne.changed(blocks, memory.blocks());
    long besides = LaneOfOne.changed(numbers, memory.numbers());
    return Entry.computed(
        "memory",
        "numbers per parameter",
        (double) kept,
        kept + (besides == 0 ? "" : ", and " + besides + " of the trial"));
  }

  /** The numbers kept after some steps on a bowl of so many dimensions. */
  private static long reached(Optimizer optimizer, int n) {
    double[] start = new double[n];
    Arrays.fill(start, 1);
    Walk walk =
        Walk.of(
            optimizer,
            Landscape.Quadratic.of(n, 1, 100).aside(),
            Box.cube(n, -5, 5, WeightPolicy.CLIP),
            start,
            1);
    for (int step = 0; step < STEPS && walk.step(); step++) {
      // The state grows until its buffers are full.
    }
    return numbers(walk.state());
  }

  /** Every number that can be reached from an object, each once. */
  static long numbers(Object root) {
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> open = new ArrayDeque<>();
    open.add(root);
    long numbers = 0;
    while (!open.isEmpty()) {
      Object next = open.pop();
      if (isForeign(next) || !seen.add(next)) {
        continue;
      }
      if (next instanceof Number) {
        numbers++;
      } else if (next instanceof Collection<?>) {
        push((Collection<?>) next, open);
      } else if (next instanceof Map<?, ?>) {
        push(((Map<?, ?>) next).values(), open);
      } else if (next.getClass().isArray()) {
        if (next.getClass().getComponentType().isPrimitive()) {
          numbers += Array.getLength(next);
        } else {
          push(Arrays.asList((Object[]) next), open);
        }
      } else if (!next.getClass().getName().startsWith("java.")) {
        numbers += fields(next, open);
      }
    }
    return numbers;
  }

  /** What belongs to nobody's state: components, texts, the space, the source of chance. */
  private static boolean isForeign(Object object) {
    return object instanceof Component
        || object instanceof SearchSpace
        || object instanceof RandomStream
        || object instanceof CharSequence
        || object instanceof Enum<?>
        || object instanceof Class<?>;
  }

  private static void push(Collection<?> objects, Deque<Object> open) {
    for (Object each : objects) {
      if (each != null) {
        open.push(each);
      }
    }
  }

  private static long fields(Object object, Deque<Object> open) {
    long numbers = 0;
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          continue;
        }
        if (field.getType().isPrimitive()) {
          numbers++;
          continue;
        }
        try {
          field.setAccessible(true);
          Object value = field.get(object);
          if (value != null) {
            open.push(value);
          }
        } catch (IllegalAccessException | RuntimeException closed) {
          // What cannot be seen is not counted.
        }
      }
    }
    return numbers;
  }
}
