package io.sluice.engine.plan;

import io.sluice.engine.study.NetworkSpec;

/**
 * A network of a study before a problem.
 *
 * @param path the part of the study it came from
 * @param examples the data of the problem
 */
record PlannedNetwork(NetworkSpec spec, String path, Examples examples) {}
