package io.sluice.engine.network;

import io.sluice.spi.Activation;
import io.sluice.spi.Hyperparameter;
import io.sluice.spi.TrainableActivation;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * What a layer can have beside units, biases and an activation. One file says all of a kind: its
 * key in studies, what it asks of a layer, the weights it has, where they start and what it
 * computes.
 */
public sealed interface LayerPart permits LowRank, Residual, Normalization, Recurrent {

  /** Every kind that a number or a word makes, in the order in which studies are written. */
  static List<Kind> kinds() {
    return List.of(LowRank.KIND, Residual.KIND, Normalization.KIND);
  }

  /** Where in a layer a part has its place. */
  enum Place {
    /** In place of the full matrix. */
    MATRIX,
    /** Between the weighted sums and the activation. */
    SUMS,
    /** Behind the activation. */
    OUTPUT
  }

  /**
   * A kind of part, as studies know it.
   *
   * @param key its name in studies, which numbers make sense and what it means; the value is an
   *     example
   * @param yes the word that asks for a part without a number
   * @param no the word that asks for none; of parts with a number what there is without one
   * @param place where the part has its place
   * @param isAlwaysSaid whether a study is written with the key in layers that have no such part
   * @param make the part with a number; a part without one is given 1
   */
  record Kind(
      Hyperparameter key,
      String yes,
      String no,
      Place place,
      boolean isAlwaysSaid,
      DoubleFunction<LayerPart> make) {

    /** A kind of parts that have a number, and are asked for by that. */
    static Kind ofNumber(
        Hyperparameter key, String without, Place place, DoubleFunction<LayerPart> make) {
      return new Kind(key, "", without, place, false, make);
    }

    /** Whether the parts have a number. */
    public boolean hasNumber() {
      return yes.isEmpty();
    }
  }

  /** In the order in which a layer computes them. */
  Comparator<LayerPart> ORDER =
      Comparator.comparing((LayerPart part) -> part.kind().place())
          .thenComparing(part -> kinds().indexOf(part.kind()));

  /** The kind. */
  Kind kind();

  /** The number that makes it; 1 if it has none. */
  default double number() {
    return 1;
  }

  /** What it is called in the label of a network. */
  String word();

  /** Why a layer cannot have it, going on after the number of the layer; empty if it can. */
  default String refusal(int inputs, int units, int sums) {
    return "";
  }

  /**
   * Why it cannot stand beside an activation, going on after the number of the layer; empty if it
   * can.
   *
   * @param activation null if there is none, or one over all units
   */
  default String refusal(Activation activation, TrainableActivation.Sharing training) {
    return "";
  }

  /** Whether it computes the activation, too. */
  default boolean activates() {
    return false;
  }

  /** How many numbers a sum has. */
  default int fanIn(LayerShape layer) {
    return layer.inputs();
  }

  /** The biases, of a part in place of the matrix. */
  default List<WeightGroup.Form> biases(LayerShape layer, double start) {
    return List.of(WeightGroup.Form.from(WeightGroup.Kind.BIAS, layer.sums(), start));
  }

  /** The weights it has in a layer. */
  default List<WeightGroup.Form> weights(LayerShape layer) {
    return List.of();
  }

  /** The variance of the sums, if before it is this. */
  default double variance(double before) {
    return before;
  }

  /** Whether a layer without an activation is an affine map with it, too. */
  default boolean isAffine() {
    return false;
  }

  /** Whether it draws random numbers in training. */
  default boolean drawsInTraining() {
    return false;
  }

  /** Whether it reads the inputs of the layer a second time, and passes errors to them. */
  default boolean readsInputs() {
    return false;
  }

  /** How many numbers it keeps for each example and lane, beside those every layer has. */
  default long numbersKept(LayerShape layer) {
    return 0;
  }

  /**
   * Adds what it computes.
   *
   * @param rows where each group of its weights lies; of a matrix, those of the biases come last
   */
  void compile(LayerProgram layer, List<WeightRows> rows);
}
