/**
 * What studies can name: {@link io.sluice.report.catalog.ComponentFacts} says what a component
 * declares, {@link io.sluice.report.catalog.ComponentDocument} shows one, with its curve or its
 * path, {@link io.sluice.report.catalog.CatalogDocument} lists them, all or those that {@link
 * io.sluice.report.catalog.CatalogFilter} chooses.
 */
package io.sluice.report.catalog;
