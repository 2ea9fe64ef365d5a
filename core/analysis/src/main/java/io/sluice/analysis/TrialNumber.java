package io.sluice.analysis;

/** A number that every trial has. */
@FunctionalInterface
public interface TrialNumber {

  /** That of the trial of a cell with this repeat. */
  double of(CellSamples cell, int repeat);
}
