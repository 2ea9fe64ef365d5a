package io.sluice.engine.network;

import java.util.Locale;

/**
 * What a recurrent layer does at each step with the inputs x of that step and the state h of the
 * step before, which is 0 before the first one. Each has a candidate n = f(W x + U h + b), f being
 * the activation of the layer, and gates σ(W x + U h + b) with weights of their own, of which the
 * first keeps the state.
 */
public enum RecurrentCell {
  /** h' = n (Elman 1990). */
  SIMPLE(0),
  /**
   * c' = keep · c + input · n and h' = output · f(c'), c being 0 before the first step; gates keep
   * (forget), input, output (Hochreiter and Schmidhuber 1997; Gers, Schmidhuber and Cummins 2000).
   */
  LSTM(3),
  /**
   * h' = keep · h + (1 − keep) · n with n = f(W x + U (reset · h) + b); gates keep (update), reset
   * (Cho and others, arXiv 1406.1078).
   */
  GRU(2);

  private final int gates;

  RecurrentCell(int gates) {
    this.gates = gates;
  }

  /** How many gates there are for each unit. */
  public int gates() {
    return gates;
  }

  /** The name in studies. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
