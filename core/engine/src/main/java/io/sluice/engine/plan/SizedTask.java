package io.sluice.engine.plan;

import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.WeightGroup;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Pace;
import io.sluice.spi.Interval;
import java.util.List;
import java.util.Map;

/**
 * A task with what every cell that has it needs to know, counted once.
 *
 * @param layout of its weights
 * @param rows to train with; 0 of a function that has none
 * @param drawn whether random numbers have a part in the forward pass of a gradient
 * @param validated how many rows there are to validate with
 */
record SizedTask(
    Task task, Layout layout, int weights, int parameters, int rows, boolean drawn, int validated) {

  /** How weights are laid out. Two are equal only if they are the same, which is told at once. */
  static final class Layout {
    static final Layout NONE = new Layout(List.of());

    private final List<WeightGroup> groups;

    Layout(List<WeightGroup> groups) {
      this.groups = List.copyOf(groups);
    }
  }

  /** The groups of its weights; none of a function. */
  List<WeightGroup> groups() {
    return layout.groups;
  }

  static SizedTask of(Task.Minimum task) {
    int rows = task.function().rows();
    return new SizedTask(task, Layout.NONE, task.weights(), task.parameters(), rows, false, 0);
  }

  /**
   * A task with a network.
   *
   * @param layouts those known before, so that one that comes again is the same object
   */
  static SizedTask of(Task.Fit task, Map<List<WeightGroup>, Layout> layouts) {
    NetworkShape network = task.network();
    List<WeightGroup> groups = network.groups();
    int weights = 0;
    int parameters = 0;
    for (WeightGroup group : groups) {
      weights += group.count();
      parameters += group.frozen() ? 0 : group.count();
    }
    return new SizedTask(
        task,
        layouts.computeIfAbsent(groups, Layout::new),
        weights,
        parameters,
        task.data().rows(),
        network.drawsInTraining(),
        task.validation() == null ? 0 : task.validation().rows());
  }

  /** The network of a task with one. */
  NetworkShape network() {
    return ((Task.Fit) task).network();
  }

  /** From the least to the greatest target of a network; null if these are no outputs. */
  Interval outputs() {
    Task.Fit fit = (Task.Fit) task;
    return fit.loss().isForClasses() ? null : fit.data().targets();
  }

  /**
   * How a gradient optimizer goes through the rows.
   *
   * @param watches whether the loss of validation rows is monitored
   */
  Pace pace(Batches batches, boolean watches) {
    return rows == 0
        ? Pace.FULL
        : new Pace(
            rows, batches.isFull(rows) ? rows : batches.size(), drawn, watches ? validated : 0);
  }
}
