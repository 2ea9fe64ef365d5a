package io.sluice.formula;

import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An activation that a formula defines. Its hyper-parameters are those of the formula, and all of
 * them can be trained. Slopes are derived from the formula and share with the value what they have
 * in common; at a kink the slope is that of the piece which the formula takes there.
 *
 * <p>Its bits are the same on every machine, and single numbers have those of blocks. A block is
 * computed by the block forms of {@code io.sluice.math}, without allocation, and plain arithmetic
 * between them in loops that were compiled for the formula when enough was computed, if there is a
 * {@link ProgramCompiler}.
 */
public final class FormulaActivation implements TrainableActivation {

  /** The id of one that has no name. */
  public static final String ID = "formula";

  /** The longest formula that is its own label. */
  private static final int LONGEST_LABEL = 72;

  private final String name;
  private final Formula formula;
  private final Model model;
  private final double[] initial;
  private final Program values;
  private final Program valuesAndSlopes;
  private final double[] kinks;

  private FormulaActivation(String name, Formula formula, Model model, double[] initial) {
    for (int k = 0; k < initial.length; k++) {
      if (!(Math.abs(initial[k]) <= Double.MAX_VALUE)) {
        throw new IllegalArgumentException(
            formula.parameters().get(k) + " must be a finite number, not " + initial[k]);
      }
    }
    this.name = name;
    this.formula = formula;
    this.model = model;
    this.initial = initial.clone();
    this.values = model.values(initial);
    this.valuesAndSlopes = model.valuesAndSlopes(initial);
    this.kinks = Kinks.of(model, initial, valuesAndSlopes);
  }

  /**
   * The activation of a formula.
   *
   * @param name its id, lower kebab-case, or an empty text for {@value #ID}
   * @param text the formula
   * @param parameters the values of its hyper-parameters, by name
   * @throws FormulaException if the formula cannot be read
   * @throws IllegalArgumentException if it does not depend on x or does not use one of the
   *     parameters, or a name or a value cannot be used
   */
  public static FormulaActivation of(String name, String text, Map<String, Double> parameters) {
    if (!name.isEmpty() && !name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "the name of a formula is lower kebab-case such as my-activation, not \"" + name + "\"");
    }
    List<String> names = parameters.keySet().stream().map(key -> key.replace('_', '-')).toList();
    Formula formula = Formula.parse(text, names);
    List<String> used = Formula.parametersOf(text);
    for (String parameter : names) {
      if (!used.contains(Formula.spelling(parameter))) {
        throw new IllegalArgumentException(
            "the formula does not use \"" + parameter + "\"" + Spelling.hint(parameter, used));
      }
    }
    Model model = new Model(formula);
    if (!model.dependsOnVariable()) {
      throw new IllegalArgumentException("the formula does not depend on x");
    }
    double[] initial = new double[names.size()];
    int k = 0;
    for (double value : parameters.values()) {
      initial[k++] = value;
    }
    return new FormulaActivation(name, formula, model, initial);
  }

  /** The formula. */
  public Formula formula() {
    return formula;
  }

  /** The same one, which is never compiled: for comparisons. */
  public FormulaActivation interpreted() {
    Model own = new Model(formula);
    FormulaActivation same = new FormulaActivation(name, formula, own, initial);
    for (Program program :
        List.of(same.values, same.valuesAndSlopes, own.values(), own.valuesAndAllSlopes())) {
      program.interpretAlways();
    }
    return same;
  }

  /** How many operations it takes for a value and its slope. */
  public int steps() {
    return valuesAndSlopes.size();
  }

  /**
   * What stands for it in tables: its name, or the formula in braces, of a long one the beginning
   * and a number that tells it from others.
   */
  public String label() {
    if (!name.isEmpty()) {
      return name;
    }
    String text = formula.text().strip().replaceAll("\\s+", " ");
    if (text.length() > LONGEST_LABEL) {
      String mark = Integer.toHexString(text.hashCode());
      text = text.substring(0, LONGEST_LABEL - 12) + "... #" + mark;
    }
    return "{" + text + "}";
  }

  @Override
  public String id() {
    return name.isEmpty() ? ID : name;
  }

  @Override
  public Description description() {
    return Description.of("A user formula", formula.text().strip(), "");
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    List<Hyperparameter> hyperparameters = new ArrayList<>();
    for (int k = 0; k < initial.length; k++) {
      hyperparameters.add(
          Hyperparameter.real(
              formula.parameters().get(k), initial[k], Interval.REALS, "of the formula"));
    }
    return hyperparameters;
  }

  @Override
  public FormulaActivation with(Map<String, Double> values) {
    double[] others = new double[initial.length];
    for (int k = 0; k < others.length; k++) {
      others[k] = values.get(formula.parameters().get(k));
    }
    return new FormulaActivation(name, formula, model, others);
  }

  @Override
  public Interval range() {
    return Ranges.of(model.graph(), model.value());
  }

  @Override
  public double[] kinks() {
    return kinks.clone();
  }

  @Override
  public List<String> trainable() {
    return formula.parameters();
  }

  @Override
  public double[] initialParameters() {
    return initial.clone();
  }

  @Override
  public double value(double x) {
    return Single.of(values, x, 1)[0];
  }

  @Override
  public double slope(double x) {
    return Single.of(valuesAndSlopes, x, 2)[1];
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    values.run(x, null, y, null, null, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    valuesAndSlopes.run(x, null, y, slope, null, from, to);
  }

  @Override
  public double value(double x, double[] parameters) {
    double[] y = new double[1];
    model.values().run(new double[] {x}, columns(parameters), y, null, null, 0, 1);
    return y[0];
  }

  @Override
  public double slope(double x, double[] parameters) {
    return slopes(x, parameters, new double[initial.length][1]);
  }

  @Override
  public double slopeBy(int parameter, double x, double[] parameters) {
    double[][] slopesBy = new double[initial.length][1];
    slopes(x, parameters, slopesBy);
    return slopesBy[parameter][0];
  }

  private double slopes(double x, double[] parameters, double[][] slopesBy) {
    double[] slope = new double[1];
    double[][] columns = columns(parameters);
    model.valuesAndAllSlopes().run(new double[] {x}, columns, new double[1], slope, slopesBy, 0, 1);
    return slope[0];
  }

  private static double[][] columns(double[] parameters) {
    double[][] columns = new double[parameters.length][];
    for (int k = 0; k < columns.length; k++) {
      columns[k] = new double[] {parameters[k]};
    }
    return columns;
  }

  @Override
  public void values(double[] x, double[][] parameters, double[] y, int from, int to) {
    model.values().run(x, parameters, y, null, null, from, to);
  }

  @Override
  public void valuesAndSlopes(
      double[] x,
      double[][] parameters,
      double[] y,
      double[] slope,
      double[][] slopesBy,
      int from,
      int to) {
    model.valuesAndAllSlopes().run(x, parameters, y, slope, slopesBy, from, to);
  }
}
