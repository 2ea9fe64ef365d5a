package io.sluice.math.vector;

/**
 * The coefficients of the exponential. A kernel with few other constants spreads them before its
 * loop, which leaves them in registers; from a field a vector is loaded anew in every round, and
 * lies across two cache lines as a rule.
 */
final class Coefficients {

  static final double EVEN_2 = 0.04166666666666667;
  static final double EVEN_4 = 0.0013888888888883748;
  static final double EVEN_6 = 2.4801587325547743e-05;
  static final double EVEN_8 = 2.75572736431103e-07;
  static final double EVEN_10 = 2.0914686968086876e-09;
  static final double ODD_1 = 0.1666666666666667;
  static final double ODD_3 = 0.008333333333326136;
  static final double ODD_5 = 0.00019841269874820627;
  static final double ODD_7 = 2.7557255400206422e-06;
  static final double ODD_9 = 2.5105217004720745e-08;
  static final double ROUNDER = 0x1.8p52;
  static final double LOG2_E = 1.4426950408889634;
  static final double MINUS_LN2_HIGH = -0x1.62e42fefa3800p-1;
  static final double MINUS_LN2_LOW = -0x1.ef35793c76730p-45;

  private Coefficients() {}
}
