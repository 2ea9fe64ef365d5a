/* The lane mathematics of io.sluice.math that the trainings need, in the same form. */
#ifndef LANE_MATH_H
#define LANE_MATH_H

#include <math.h>
#include <stdint.h>
#include <string.h>

static const double ROUNDER = 0x1.8p52;
static const int64_t ROUNDER_BITS = 0x4338000000000000;
static const double LOG2_E = 1.4426950408889634;
static const double LN2_HIGH = 0x1.62e42fefa3800p-1;
static const double LN2_LOW = 0x1.ef35793c76730p-45;

static inline int64_t bits_of(double x) {
  int64_t bits;
  memcpy(&bits, &x, sizeof bits);
  return bits;
}

static inline double power_of_two(int64_t n) {
  int64_t bits = (n + 1023) << 52;
  double power;
  memcpy(&power, &bits, sizeof power);
  return power;
}

/* (e^r - 1 - r) / r^2 for |r| <= ln 2 / 2. */
static inline double quadratic_tail(double r) {
  double square = r * r;
  double even = fma(square, 2.0914686968086876e-09, 2.75572736431103e-07);
  even = fma(square, even, 2.4801587325547743e-05);
  even = fma(square, even, 0.0013888888888883748);
  even = fma(square, even, 0.04166666666666667);
  even = fma(square, even, 0.5);
  double odd = fma(square, 2.5105217004720745e-08, 2.7557255400206422e-06);
  odd = fma(square, odd, 0.00019841269874820627);
  odd = fma(square, odd, 0.008333333333326136);
  odd = fma(square, odd, 0.1666666666666667);
  return fma(r, odd, even);
}

/* y[i] = tanh(x[i]) and slope[i] = sech^2(x[i]), from one exponential. */
static inline void tanhs_and_slopes(const double *restrict x, double *restrict y,
                                    double *restrict slope, int count) {
  for (int i = 0; i < count; i++) {
    double input = x[i];
    double exponent = -2 * fabs(input);
    exponent = exponent < -750 ? -750 : exponent;
    double shifted = fma(exponent, LOG2_E, ROUNDER);
    double k = shifted - ROUNDER;
    double r = fma(-k, LN2_LOW, fma(-k, LN2_HIGH, exponent));
    double p = fma(r * r, quadratic_tail(r), r);
    int64_t n = bits_of(shifted) - ROUNDER_BITS;
    double power = power_of_two(n < -1000 ? -1000 : n);
    double one_plus = fma(power, p, power + 1);
    double tangent = copysign(fma(power, p, power - 1) / one_plus, input);
    y[i] = fabs(input) < 0x1p-27 ? input : tangent;
    double scaled = (4 * (1 + p)) / (one_plus * one_plus) * power_of_two(n >> 1);
    slope[i] = scaled * power_of_two(n - (n >> 1));
  }
}

/* y[i] = tanh(x[i]). */
static inline void tanhs(const double *restrict x, double *restrict y, int count) {
  for (int i = 0; i < count; i++) {
    double input = x[i];
    double exponent = -2 * fabs(input);
    exponent = exponent < -750 ? -750 : exponent;
    double shifted = fma(exponent, LOG2_E, ROUNDER);
    double k = shifted - ROUNDER;
    double r = fma(-k, LN2_LOW, fma(-k, LN2_HIGH, exponent));
    double p = fma(r * r, quadratic_tail(r), r);
    int64_t n = bits_of(shifted) - ROUNDER_BITS;
    double power = power_of_two(n < -1000 ? -1000 : n);
    double tangent =
        copysign(fma(power, p, power - 1) / fma(power, p, power + 1), input);
    y[i] = fabs(input) < 0x1p-27 ? input : tangent;
  }
}

#endif
