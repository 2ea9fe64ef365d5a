package io.sluice.analysis.judge;

import io.sluice.spi.Cell;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cells that are alike but for some factors, so that their trials of one repeat are pairs. */
public final class Partners {

  private Partners() {}

  /** All that a cell has but these factors and their hyper-parameters: equal for partners. */
  public static Object of(Cell cell, Collection<String> factors) {
    Map<String, String> labels = new HashMap<>(cell.factors());
    labels.keySet().removeAll(factors);
    Map<String, Double> numbers = new HashMap<>(cell.hyperparameters());
    numbers
        .keySet()
        .removeIf(name -> factors.stream().anyMatch(factor -> name.startsWith(factor + ".")));
    return List.of(labels, numbers);
  }
}
