package io.sluice.optimizers.oracle;

/** No search at all: the first length is taken, whatever comes of it. */
final class FixedLength implements LineSearch {

  private double length;
  private boolean over;

  @Override
  public boolean needsSlopes() {
    return true;
  }

  @Override
  public void begin(double loss, double slope, double first) {
    length = first;
    over = false;
  }

  @Override
  public double length() {
    return length;
  }

  @Override
  public boolean tell(double loss, double slope) {
    over = true;
    return true;
  }

  @Override
  public boolean isOver() {
    return over;
  }
}
