package io.sluice.passport.optimizer;

import io.sluice.engine.watch.Headway;
import io.sluice.passport.Finding;
import io.sluice.spi.Description;
import io.sluice.spi.Optimizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The verified properties of one optimizer, as configured.
 *
 * @param id the optimizer's id
 * @param hyperparameters its values by name
 * @param description what it says of itself
 * @param entries its properties, those of one topic side by side
 * @param findings what it says of itself and should not
 */
public record OptimizerPassport(
    String id,
    Map<String, Double> hyperparameters,
    Description description,
    List<Entry> entries,
    List<Finding> findings) {

  public OptimizerPassport {
    hyperparameters = Collections.unmodifiableMap(new LinkedHashMap<>(hyperparameters));
    entries = List.copyOf(entries);
    findings = List.copyOf(findings);
  }

  /**
   * Examines an optimizer, which takes from a tenth of a second to some seconds.
   *
   * @param headway is told how many parts of the work are done
   */
  public static OptimizerPassport of(Optimizer optimizer, Headway headway) {
    return new Examination(optimizer).whole(headway);
  }

  /** The quick part: without convergence, evaluations and how populations take a rotation. */
  public static OptimizerPassport quick(Optimizer optimizer) {
    return new Examination(optimizer).quick();
  }

  /** The runs of other programs that a built-in optimizer was held against. */
  public static List<String> references(String id) {
    return References.of(id);
  }

  /** The same with one more property. */
  public OptimizerPassport with(Entry entry) {
    List<Entry> all = new ArrayList<>(entries);
    all.add(entry);
    return new OptimizerPassport(id, hyperparameters, description, all, findings);
  }

  /** Whether nothing that the optimizer declares is contradicted. */
  public boolean isValid() {
    return findings.stream().noneMatch(Finding::isContradiction);
  }
}
