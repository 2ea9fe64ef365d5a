package io.sluice.engine.network;

import io.sluice.spi.Activation;
import io.sluice.spi.Component;
import java.util.Arrays;

/**
 * A recurrent layer over all steps of its sequence; a class each for what a cell does at a step.
 * States are laid out {@code [step][example][unit][lane]}, that before the first step being 0.
 */
abstract class Recurrence implements Operation, Sloped {

  private final Component component;
  private final Signal out;
  private final int steps;

  final Activation activation;
  final StepSums candidate;

  /** The state before each step, and at last that after all of them. */
  final double[] states;

  /** The slopes of the loss by the state after the step at which the way back has arrived. */
  final double[] errors;

  Recurrence(LayerProgram layer, Activation activation, int steps, StepSums candidate) {
    this.component = activation;
    this.activation = Monomorphic.of(activation);
    this.out = layer.out();
    this.steps = steps;
    this.candidate = candidate;
    this.states = new double[(steps + 1) * out.values().length];
    this.errors = new double[out.values().length];
  }

  /** The state after a step, and what else it passes on, of those before. */
  abstract void step(Tile tile, int step, boolean withSlopes);

  /** Turns the errors after a step into those before it. */
  abstract void stepBack(Tile tile, int step);

  /** Adds the gradients by all weights. */
  abstract void addGradients(Tile tile);

  /** Sets what else passes from step to step to what it is before the first, or after the last. */
  void reset(int size) {}

  /** How many numbers a state has. */
  final int size(Tile tile) {
    return tile.examples * out.units() * tile.lanes;
  }

  /** How many of them an example has. */
  final int width(Tile tile) {
    return out.units() * tile.lanes;
  }

  @Override
  public final void forward(Tile tile) {
    pass(tile, false);
  }

  @Override
  public final void forwardForSlopes(Tile tile) {
    pass(tile, true);
  }

  private void pass(Tile tile, boolean withSlopes) {
    int size = size(tile);
    Arrays.fill(states, 0, size, 0);
    reset(size);
    for (int step = 0; step < steps; step++) {
      step(tile, step, withSlopes);
    }
    System.arraycopy(states, steps * size, out.values(), 0, size);
  }

  @Override
  public final void backward(Tile tile) {
    int size = size(tile);
    System.arraycopy(out.errors(), 0, errors, 0, size);
    reset(size);
    for (int step = steps - 1; step >= 0; step--) {
      stepBack(tile, step);
    }
    if (!candidate.frozen()) {
      addGradients(tile);
    }
  }

  @Override
  public final Component component() {
    return component;
  }

  @Override
  public final int units() {
    return out.units();
  }

  @Override
  public final int steps() {
    return steps;
  }

  /** Those of the candidate, {@code [step][example][unit][lane]}. */
  @Override
  public final double[] slopes() {
    return candidate.slopes;
  }

  /** {@link RecurrentCell#SIMPLE}. */
  static final class Simple extends Recurrence {

    Simple(LayerProgram layer, Activation activation, int steps, StepSums candidate) {
      super(layer, activation, steps, candidate);
    }

    @Override
    void step(Tile tile, int step, boolean withSlopes) {
      int size = size(tile);
      candidate.forward(tile, step, states, activation, withSlopes);
      System.arraycopy(candidate.values, step * size, states, (step + 1) * size, size);
    }

    @Override
    void stepBack(Tile tile, int step) {
      int size = size(tile);
      int from = step * size;
      for (int i = 0; i < size; i++) {
        candidate.errors[from + i] = errors[i] * candidate.slopes[from + i];
      }
      candidate.backward(tile, step, errors, false, false);
    }

    @Override
    void addGradients(Tile tile) {
      candidate.addGradients(tile, states);
    }
  }
}
