/**
 * What studies can name: {@link io.sluice.report.catalog.ComponentFacts} says what a component
 * declares, {@link io.sluice.report.catalog.ComponentDocument} shows one, with its curve or its
 * path.
 */
package io.sluice.report.catalog;
