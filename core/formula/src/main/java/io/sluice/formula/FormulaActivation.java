package io.sluice.formula;

import io.sluice.spi.Activation;
import io.sluice.spi.ActivationDefinition;
import io.sluice.spi.Description;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.Interval;
import io.sluice.spi.TrainableActivation.Sharing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An activation that a formula defines: that of an {@link ActivationDefinition}, or one that a
 * study wrote down, of which all hyper-parameters can be trained. Slopes are derived from the
 * formula, unless the definition gives a surrogate, and share with the value what they have in
 * common; at a kink the slope is that of the piece which the formula takes there.
 *
 * <p>Its bits are the same on every machine, and single numbers have those of blocks. A block is
 * computed by the block forms of {@code io.sluice.math}, without allocation, and plain arithmetic
 * between them in loops that were compiled for the formula when enough was computed, if there is a
 * {@link ProgramCompiler}. Nothing is derived or compiled before it is needed.
 */
public sealed class FormulaActivation implements Activation, TextComponent
    permits TrainableFormula {

  /** The id of one that has no name. */
  public static final String ID = "formula";

  private final ActivationDefinition definition;
  private final DefinedFunction function;
  private final double[] at;
  private final boolean ofStudy;
  private final double[] initial;

  // Computed when first asked for; whoever computes them twice gets the same.
  private Programs programs;
  private Programs givenPrograms;
  private double[] kinks;
  private Interval range;

  /**
   * What computes values, and values with slopes.
   *
   * @param values the values alone
   * @param all the values and slopes
   */
  private record Programs(Program values, Program all) {}

  FormulaActivation(ActivationDefinition definition, DefinedFunction function, boolean ofStudy) {
    this.definition = definition;
    this.function = function;
    this.ofStudy = ofStudy;
    this.at = definition.hyperparameters().stream().mapToDouble(Hyperparameter::value).toArray();
    List<String> names = definition.hyperparameters().stream().map(Hyperparameter::name).toList();
    this.initial = definition.trainable().stream().mapToDouble(n -> at[names.indexOf(n)]).toArray();
  }

  /**
   * The activation of a definition.
   *
   * @throws FormulaException if its formula cannot be read
   * @throws IllegalArgumentException if the formula does not have x or one of the hyper-parameters
   *     in it, or range or kinks cannot be read
   */
  public static FormulaActivation of(ActivationDefinition definition) {
    FormulaActivation activation = made(definition, DefinedFunction.of(definition), false);
    activation.function.check(activation.at);
    return activation;
  }

  /**
   * The activation of a definition of which {@link #of(ActivationDefinition)} made one before: its
   * texts are read when they are needed.
   *
   * @param range that of the one before
   */
  public static FormulaActivation later(ActivationDefinition definition, Interval range) {
    FormulaActivation activation = made(definition, DefinedFunction.later(definition), false);
    activation.range = range;
    return activation;
  }

  /** It can be trained only if something of it can be. */
  private static FormulaActivation made(
      ActivationDefinition definition, DefinedFunction function, boolean ofStudy) {
    return definition.trainable().isEmpty()
        ? new FormulaActivation(definition, function, ofStudy)
        : new TrainableFormula(definition, function, ofStudy);
  }

  /**
   * The activation of a formula in a study.
   *
   * @param name its id, lower kebab-case, or an empty text for {@value #ID}
   * @param text the formula
   * @param parameters the values of its hyper-parameters, by name
   * @throws FormulaException if the formula cannot be read
   * @throws IllegalArgumentException if it does not depend on x or does not use one of the
   *     parameters, or a name or a value cannot be used
   */
  public static FormulaActivation of(String name, String text, Map<String, Double> parameters) {
    TextNames.check(ID, "my-activation", name);
    List<String> names = parameters.keySet().stream().map(key -> key.replace('_', '-')).toList();
    Formula formula = DefinedFunction.formula(text, names);
    List<Hyperparameter> hyperparameters = TextNames.hyperparameters(ID, parameters);
    ActivationDefinition definition =
        new ActivationDefinition(
            name.isEmpty() ? ID : name,
            Description.of("A user formula", text.strip(), ""),
            hyperparameters,
            names,
            Sharing.FIXED,
            Optional.empty(),
            Optional.empty());
    DefinedFunction function = new DefinedFunction(formula, definition);
    if (!function.model().dependsOnVariable()) {
      throw new IllegalArgumentException("the formula does not depend on x");
    }
    return made(definition, function, true);
  }

  @Override
  public ActivationDefinition definition() {
    return definition;
  }

  @Override
  public String textName() {
    return ID;
  }

  @Override
  public String text() {
    return formula().text();
  }

  @Override
  public boolean isOfStudy() {
    return ofStudy;
  }

  /** The formula. */
  public Formula formula() {
    return function.formula();
  }

  /** The same one, which is never compiled: for comparisons. */
  public FormulaActivation interpreted() {
    FormulaActivation same =
        made(definition, new DefinedFunction(function.formula(), definition), ofStudy);
    for (Programs made : List.of(same.programs(), same.givenPrograms())) {
      made.values().interpretAlways();
      made.all().interpretAlways();
    }
    return same;
  }

  /** How many operations it takes for a value and its slope. */
  @Override
  public int steps() {
    return programs().all().size();
  }

  @Override
  public String label() {
    return ofStudy && definition.id().equals(ID) ? formula().label() : definition.id();
  }

  @Override
  public String toString() {
    return label();
  }

  @Override
  public String id() {
    return definition.id();
  }

  @Override
  public Description description() {
    return definition.description();
  }

  @Override
  public List<Hyperparameter> hyperparameters() {
    return definition.hyperparameters();
  }

  @Override
  public FormulaActivation with(Map<String, Double> values) {
    return made(definition.with(values), function, ofStudy);
  }

  @Override
  public Interval range() {
    Interval known = range;
    if (known == null) {
      known = function.range(at);
      range = known;
    }
    return known;
  }

  @Override
  public double[] kinks() {
    double[] known = kinks;
    if (known == null) {
      known = function.kinks(at, programs().all());
      kinks = known;
    }
    return known.clone();
  }

  /**
   * As {@link io.sluice.spi.TrainableActivation} has it; empty where nothing can be trained, as
   * below.
   */
  public List<String> trainable() {
    return definition.trainable();
  }

  /** As {@link io.sluice.spi.TrainableActivation} has it. */
  public Sharing sharing() {
    return definition.sharing();
  }

  /** As {@link io.sluice.spi.TrainableActivation} has it. */
  public double[] initialParameters() {
    return initial.clone();
  }

  /** For the values of this copy. */
  private Programs programs() {
    Programs made = programs;
    if (made == null) {
      Model model = function.model();
      made = new Programs(model.values(at), model.valuesAndSlopes(at));
      programs = made;
    }
    return made;
  }

  /** Given what is trained. */
  private Programs givenPrograms() {
    Programs made = givenPrograms;
    if (made == null) {
      Model model = function.model();
      made = new Programs(model.valuesGiven(at), model.valuesAndAllSlopesGiven(at));
      givenPrograms = made;
    }
    return made;
  }

  @Override
  public String surrogateSlope() {
    return definition.slope().orElse("");
  }

  @Override
  public double value(double x) {
    return Single.of(programs().values(), x, 1)[0];
  }

  @Override
  public double slope(double x) {
    return Single.of(programs().all(), x, 2)[1];
  }

  @Override
  public void values(double[] x, double[] y, int from, int to) {
    programs().values().run(x, null, y, null, null, from, to);
  }

  @Override
  public void valuesAndSlopes(double[] x, double[] y, double[] slope, int from, int to) {
    programs().all().run(x, null, y, slope, null, from, to);
  }

  /** As {@link io.sluice.spi.TrainableActivation} has it. */
  public double value(double x, double[] parameters) {
    double[] y = new double[1];
    double[][] columns = columns(parameters);
    givenPrograms().values().run(new double[] {x}, columns, y, null, null, 0, 1);
    return y[0];
  }

  /** As {@link io.sluice.spi.TrainableActivation} has it. */
  public double slope(double x, double[] parameters) {
    return slopes(x, parameters, new double[initial.length][1]);
  }

  /** As {@link io.sluice.spi.TrainableActivation} has it. */
  public double slopeBy(int parameter, double x, double[] parameters) {
    double[][] slopesBy = new double[initial.length][1];
    slopes(x, parameters, slopesBy);
    return slopesBy[parameter][0];
  }

  private double slopes(double x, double[] parameters, double[][] slopesBy) {
    double[] slope = new double[1];
    double[][] columns = columns(parameters);
    givenPrograms().all().run(new double[] {x}, columns, new double[1], slope, slopesBy, 0, 1);
    return slope[0];
  }

  private static double[][] columns(double[] parameters) {
    double[][] columns = new double[parameters.length][];
    for (int k = 0; k < columns.length; k++) {
      columns[k] = new double[] {parameters[k]};
    }
    return columns;
  }

  /** As {@link io.sluice.spi.TrainableActivation} has it. */
  public void values(double[] x, double[][] parameters, double[] y, int from, int to) {
    givenPrograms().values().run(x, parameters, y, null, null, from, to);
  }

  /** As {@link io.sluice.spi.TrainableActivation} has it. */
  public void valuesAndSlopes(
      double[] x,
      double[][] parameters,
      double[] y,
      double[] slope,
      double[][] slopesBy,
      int from,
      int to) {
    givenPrograms().all().run(x, parameters, y, slope, slopesBy, from, to);
  }
}
