package io.sluice.engine.plan;

import java.util.Map;

/**
 * One variant of a factor with its label.
 *
 * @param label what its rows carry
 * @param value the thing itself
 * @param hyperparameters every resolved value by name
 * @param path the part of the study it came from
 * @param <T> the kind of thing
 */
record Resolved<T>(String label, T value, Map<String, Double> hyperparameters, String path) {}
