/*
 * Sums of products for a block of lanes: for every lane
 *   c[m][n] += sum over k of a[m][k] * b[k][n].
 * Every element of the three matrices is a row of `lanes` doubles; the strides count such rows.
 */
#ifndef PRODUCT_H
#define PRODUCT_H

#include <stddef.h>

typedef struct {
  double *data;
  ptrdiff_t row;
  ptrdiff_t column;
} matrix;

/* Where rows begin: at a multiple of so many bytes, and with less than 64 at no multiple of 64. */
#ifndef ALIGNMENT
#define ALIGNMENT 64
#endif

typedef double chunk __attribute__((vector_size(64), may_alias, aligned(ALIGNMENT)));
enum { CHUNK = 8, TILE = 4 };

static inline double *element(matrix matrix, int row, int column, int lanes) {
  return matrix.data + (row * matrix.row + column * matrix.column) * lanes;
}

static inline chunk *chunk_at(matrix matrix, int row, int column, int lanes, int first) {
  return (chunk *)(element(matrix, row, column, lanes) + first);
}

/* Many lanes: the lane is the innermost loop. */
static inline void wide_product(int m, int n, int depth, matrix a, matrix b, matrix c, int lanes) {
  for (int i = 0; i < m; i++) {
    for (int j = 0; j < n; j++) {
      double *restrict sum = __builtin_assume_aligned(element(c, i, j, lanes), ALIGNMENT);
      for (int k = 0; k < depth; k++) {
        const double *restrict left = __builtin_assume_aligned(element(a, i, k, lanes), ALIGNMENT);
        const double *restrict right = __builtin_assume_aligned(element(b, k, j, lanes), ALIGNMENT);
        for (int lane = 0; lane < lanes; lane++) {
          sum[lane] = fma(left[lane], right[lane], sum[lane]);
        }
      }
    }
  }
}

/* Few lanes: tiles of 4 x 4 elements stay in registers. */
static inline void full_tile(int i, int j, int depth, matrix a, matrix b, matrix c, int lanes,
                             int first) {
  chunk sum[TILE][TILE];
#pragma GCC unroll 4
  for (int s = 0; s < TILE; s++) {
#pragma GCC unroll 4
    for (int t = 0; t < TILE; t++) {
      sum[s][t] = *chunk_at(c, i + s, j + t, lanes, first);
    }
  }
  for (int k = 0; k < depth; k++) {
    chunk right[TILE];
#pragma GCC unroll 4
    for (int t = 0; t < TILE; t++) {
      right[t] = *chunk_at(b, k, j + t, lanes, first);
    }
#pragma GCC unroll 4
    for (int s = 0; s < TILE; s++) {
      chunk left = *chunk_at(a, i + s, k, lanes, first);
#pragma GCC unroll 4
      for (int t = 0; t < TILE; t++) {
        sum[s][t] += left * right[t];
      }
    }
  }
#pragma GCC unroll 4
  for (int s = 0; s < TILE; s++) {
#pragma GCC unroll 4
    for (int t = 0; t < TILE; t++) {
      *chunk_at(c, i + s, j + t, lanes, first) = sum[s][t];
    }
  }
}

static inline void single(int i, int j, int depth, matrix a, matrix b, matrix c, int lanes,
                          int first) {
  chunk sum = *chunk_at(c, i, j, lanes, first);
  for (int k = 0; k < depth; k++) {
    sum += *chunk_at(a, i, k, lanes, first) * *chunk_at(b, k, j, lanes, first);
  }
  *chunk_at(c, i, j, lanes, first) = sum;
}

static void tiled_product(int m, int n, int depth, matrix a, matrix b, matrix c, int lanes) {
  for (int first = 0; first < lanes; first += CHUNK) {
    int i = 0;
    for (; i + TILE <= m; i += TILE) {
      int j = 0;
      for (; j + TILE <= n; j += TILE) {
        full_tile(i, j, depth, a, b, c, lanes, first);
      }
      for (; j < n; j++) {
        for (int s = 0; s < TILE; s++) {
          single(i + s, j, depth, a, b, c, lanes, first);
        }
      }
    }
    for (; i < m; i++) {
      for (int j = 0; j < n; j++) {
        single(i, j, depth, a, b, c, lanes, first);
      }
    }
  }
}

static inline void product(int m, int n, int depth, matrix a, matrix b, matrix c, int lanes) {
  if (lanes > 2 * CHUNK) {
    wide_product(m, n, depth, a, b, c, lanes);
  } else {
    tiled_product(m, n, depth, a, b, c, lanes);
  }
}

#endif
