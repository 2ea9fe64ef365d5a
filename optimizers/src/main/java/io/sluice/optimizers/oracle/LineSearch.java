package io.sluice.optimizers.oracle;

/** Looks for a length along a line that goes downhill. Of use for one search after the other. */
interface LineSearch {

  /** Whether it needs the slope at every length, or else the loss alone. */
  boolean needsSlopes();

  /**
   * Begins a search.
   *
   * @param loss where the line begins
   * @param slope of the loss along the line there, below 0
   * @param first the length to try first
   */
  void begin(double loss, double slope, double first);

  /** The length to try now. */
  double length();

  /**
   * Takes what is at the length tried.
   *
   * @param loss never NaN
   * @param slope NaN if it was not asked for
   * @return whether that is the best so far, to be taken if nothing better comes
   */
  boolean tell(double loss, double slope);

  /** Whether the search is over; then the best so far is taken, and nothing if there is none. */
  boolean isOver();
}
