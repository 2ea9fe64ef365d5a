package io.sluice.engine.plan;

import io.sluice.engine.network.NetworkShape;
import io.sluice.engine.network.WeightGroup;
import io.sluice.engine.study.Batches;
import io.sluice.engine.study.Pace;
import io.sluice.spi.Interval;
import java.util.List;

/**
 * A task with what every cell that has it needs to know, counted once.
 *
 * @param groups of its weights; empty of a function
 * @param rows to train with; 0 of a function that has none
 * @param drawn whether random numbers have a part in the forward pass of a gradient
 * @param validated how many rows there are to validate with
 */
record SizedTask(
    Task task,
    List<WeightGroup> groups,
    int weights,
    int parameters,
    int rows,
    boolean drawn,
    int validated) {

  static SizedTask of(Task.Minimum task) {
    int rows = task.function().rows();
    return new SizedTask(task, List.of(), task.weights(), task.parameters(), rows, false, 0);
  }

  static SizedTask of(Task.Fit task) {
    NetworkShape network = task.network();
    return new SizedTask(
        task,
        network.groups(),
        network.weights(),
        network.parameters(),
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
