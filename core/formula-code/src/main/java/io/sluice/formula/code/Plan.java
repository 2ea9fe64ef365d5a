package io.sluice.formula.code;

import java.util.List;

/**
 * How a program goes over a block: passes one after the other, over arrays of which the first ones
 * are the inputs and the next the results. Programs with equal plans share their code.
 */
record Plan(List<Pass> passes, int arrays) {

  Plan {
    passes = List.copyOf(passes);
  }

  boolean isOneLoop() {
    return passes.size() == 1 && passes.get(0) instanceof Pass.Loop;
  }
}
