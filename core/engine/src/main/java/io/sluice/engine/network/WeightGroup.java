package io.sluice.engine.network;

import java.util.Arrays;
import java.util.Locale;

/**
 * Weights of one kind in one layer, side by side: a matrix by rows, or a row of numbers.
 *
 * @param kind what they do
 * @param layer the number of the layer, from 0
 * @param first the index of the first among all weights of the network
 * @param rows how many rows; the outputs of a matrix
 * @param columns how many columns; the inputs of a matrix, 1 for anything else
 * @param start where they all start, of a matrix those of its diagonal, the others being 0; NaN if
 *     the initialisation decides
 * @param frozen whether they keep the values they start with
 */
public record WeightGroup(
    Kind kind, int layer, int first, int rows, int columns, double start, boolean frozen) {

  /** What weights do. */
  public enum Kind {
    /** The matrix W, sums × inputs. */
    MATRIX,
    /** The factor U of W = U V, sums × rank. */
    LEFT_FACTOR,
    /** The factor V of W = U V, rank × inputs. */
    RIGHT_FACTOR,
    /** The matrix U of a recurrent layer, sums × units. */
    RECURRENT,
    /** Added to the weighted sums, one each. */
    BIAS,
    /** Multiplies the normalised sums, one each. */
    GAIN,
    /** Added to the normalised sums, one each. */
    SHIFT,
    /** One trained parameter of the activation, one a unit or one for the layer. */
    ACTIVATION;

    /** The name in exports. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it multiplies inputs, so that its scale decides that of the sums. */
    public boolean isMatrix() {
      return this == MATRIX || this == RECURRENT || isFactor();
    }

    /** Whether it is half of a product that stands for a matrix. */
    public boolean isFactor() {
      return this == LEFT_FACTOR || this == RIGHT_FACTOR;
    }
  }

  /**
   * What a group is like wherever it stands.
   *
   * @param start as of a {@link WeightGroup}
   */
  record Form(Kind kind, int rows, int columns, double start) {

    /** Weights that the initialisation draws. */
    static Form drawn(Kind kind, int rows, int columns) {
      return new Form(kind, rows, columns, Double.NaN);
    }

    /** A row of weights that start at a number. */
    static Form from(Kind kind, int rows, double start) {
      return new Form(kind, rows, 1, start);
    }

    WeightGroup at(int layer, int first, boolean frozen) {
      return new WeightGroup(kind, layer, first, rows, columns, start, frozen);
    }
  }

  /** The rank of the product that a factor is of. */
  public int rank() {
    return kind == Kind.LEFT_FACTOR ? columns : rows;
  }

  /** Writes where they start, if that is not for the initialisation to decide. */
  public void start(double[] weights) {
    Arrays.fill(weights, first, first + count(), kind.isMatrix() ? 0 : start);
    for (int i = 0; kind.isMatrix() && i < Math.min(rows, columns); i++) {
      weights[first + i * columns + i] = start;
    }
  }

  /** How many weights there are. */
  public int count() {
    return rows * columns;
  }
}
