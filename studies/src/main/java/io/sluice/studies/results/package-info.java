/**
 * Results that Sluice did not make, as trials of a study: {@link
 * io.sluice.studies.results.ResultFiles} tells by their content what files are (tables, COCO's and
 * IOHprofiler's runs, jMetal's summaries, Sluice's own exports), joins them, and makes the events
 * that every statistic is computed from.
 */
package io.sluice.studies.results;
