/**
 * Results for other programs. {@link io.sluice.studies.export.ResultExport} turns what a store kept
 * into CSV or JSON lines, and every adapter uses it, so the same results are the same bytes
 * wherever they are asked for. {@link io.sluice.studies.export.RunExport} writes trials as runs of
 * algorithms on functions, in the formats of IOHprofiler, COCO and jMetal.
 */
package io.sluice.studies.export;
