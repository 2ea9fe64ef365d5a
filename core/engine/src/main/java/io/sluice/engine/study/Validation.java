package io.sluice.engine.study;

import io.sluice.engine.text.NumberText;

/**
 * Which rows of a problem are kept from training. Problems with validation rows of their own are
 * not split.
 *
 * @param share their share; 0 for none
 * @param last whether they are the last ones, or else drawn at random
 * @param stratified whether each class has its share of them
 * @param folds in how many parts the rows fall, of which each in turn is kept; 0 for none
 */
public record Validation(double share, boolean last, boolean stratified, int folds) {

  /** All rows are for training. */
  public static final Validation NONE = random(0);

  /** More parts are not cross-validation any more. */
  public static final int MOST_FOLDS = 1000;

  public Validation {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "validation is a share from 0 to below 1, not " + NumberText.of(share));
    }
    if (folds != 0 && (folds < 2 || folds > MOST_FOLDS)) {
      throw new IllegalArgumentException("there are 2 to " + MOST_FOLDS + " folds, not " + folds);
    }
    if ((share > 0 || last) && folds > 0) {
      throw new IllegalArgumentException("validation rows are a share or folds, not both");
    }
    if (last && stratified) {
      throw new IllegalArgumentException("the last rows cannot be stratified");
    }
  }

  /** This share of the rows, drawn at random. */
  public static Validation random(double share) {
    return new Validation(share, false, false, 0);
  }

  /** This share of the rows, the last ones. */
  public static Validation last(double share) {
    return new Validation(share, true, false, 0);
  }

  /** Each of so many parts in turn. */
  public static Validation folds(int folds) {
    return new Validation(0, false, false, folds);
  }

  /** The same with its share of each class. */
  public Validation byClass() {
    return new Validation(share, last, true, folds);
  }

  /** Whether any rows are kept. */
  public boolean keepsRows() {
    return share > 0 || folds > 0;
  }

  /** {@code 0.25}, {@code last 0.25}, {@code 0.25 stratified} or {@code 5 folds}. */
  public String label() {
    return (last ? "last " : "")
        + (folds > 0 ? folds + " folds" : NumberText.of(share))
        + (stratified ? " stratified" : "");
  }
}
