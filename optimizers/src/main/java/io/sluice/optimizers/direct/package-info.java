/**
 * Searches without a distribution: designs that spread points over the box, and direct searches
 * that compare losses point by point. {@code PointSearch} asks for one point at a time and knows
 * its loss before the next; a search is then the question where to look after this loss. Points are
 * kept where the weight policy puts them, so that a search goes on from what was evaluated.
 */
package io.sluice.optimizers.direct;
