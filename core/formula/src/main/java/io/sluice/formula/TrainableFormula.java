package io.sluice.formula;

import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.TrainableActivation;
import java.util.Map;

/** A formula of which at least one hyper-parameter can be trained. */
final class TrainableFormula extends FormulaActivation implements TrainableActivation {

  TrainableFormula(ActivationDefinition definition, DefinedFunction function, boolean ofStudy) {
    super(definition, function, ofStudy);
  }

  @Override
  public TrainableFormula with(Map<String, Double> values) {
    return (TrainableFormula) super.with(values);
  }
}
