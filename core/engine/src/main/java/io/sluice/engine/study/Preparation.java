package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * What is done to the data of a problem before training: first they are scaled, then normal noise
 * is added to the rows to train with, then features take the place of the inputs; and how much the
 * rows count.
 *
 * @param inputs how inputs are scaled, column by column
 * @param outputs how outputs are scaled, column by column
 * @param inputNoise the standard deviation of the noise of inputs; 0 for none
 * @param outputNoise the standard deviation of the noise of outputs; 0 for none
 * @param features functions of the inputs that networks get instead; empty for the inputs
 * @param classWeights how much the rows of each class count in the loss
 */
public record Preparation(
    Scaling inputs,
    Scaling outputs,
    double inputNoise,
    double outputNoise,
    Optional<Features> features,
    ClassWeights classWeights) {

  /** The data stay as they are. */
  public static final Preparation NONE = scale(Scaling.NONE, Scaling.NONE);

  public Preparation {
    Objects.requireNonNull(inputs, "inputs");
    Objects.requireNonNull(outputs, "outputs");
    check("inputs", inputNoise);
    check("outputs", outputNoise);
    Objects.requireNonNull(features, "features");
    Objects.requireNonNull(classWeights, "classWeights");
  }

  private static void check(String what, double noise) {
    if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the noise of "
              + what
              + " is a standard deviation from 0 on, not "
              + NumberText.of(noise));
    }
  }

  /** Scaled and without noise. */
  public static Preparation scale(Scaling inputs, Scaling outputs) {
    return new Preparation(inputs, outputs, 0, 0, Optional.empty(), ClassWeights.NONE);
  }

  /** The same scaling, with noise. */
  public Preparation noise(double ofInputs, double ofOutputs) {
    return new Preparation(inputs, outputs, ofInputs, ofOutputs, features, classWeights);
  }

  /** The same with rows that count by their classes. */
  public Preparation weighted(ClassWeights weights) {
    return new Preparation(inputs, outputs, inputNoise, outputNoise, features, weights);
  }

  /** The same with features, if there are any. */
  public Preparation with(Optional<Features> functions) {
    return new Preparation(inputs, outputs, inputNoise, outputNoise, functions, classWeights);
  }

  /** Whether anything is done to the outputs. */
  public boolean changesOutputs() {
    return outputs != Scaling.NONE || outputNoise > 0;
  }

  /** What follows the name of the problem in the results; empty if nothing is done. */
  public String label() {
    StringJoiner done = new StringJoiner(" ", "[", "]").setEmptyValue("");
    add(done, "inputs", inputs, inputNoise);
    add(done, "outputs", outputs, outputNoise);
    features.ifPresent(functions -> done.add("features=" + functions.label()));
    if (classWeights.kind() != ClassWeights.Kind.NONE) {
      done.add("class-weights=" + classWeights.label());
    }
    return done.toString();
  }

  private static void add(StringJoiner done, String what, Scaling scaling, double noise) {
    if (scaling != Scaling.NONE) {
      done.add(what + "=" + scaling.id());
    }
    if (noise > 0) {
      done.add(what + "-noise=" + NumberText.of(noise));
    }
  }
}
