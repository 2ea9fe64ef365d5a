/**
 * The study-file format: YAML or JSON text in, {@link io.sluice.engine.study.StudySpec} out. {@link
 * io.sluice.studies.StudyReader} turns the text into a small tree whose nodes know their line and
 * column, applies overrides to it, and maps it by hand, key by key, so that every complaint names
 * its place; all complaints come at once in a {@link io.sluice.studies.StudyFormatException}.
 * {@link io.sluice.studies.CanonicalJson} goes the other way, and {@link
 * io.sluice.studies.ShippedStudies} are the studies that come along.
 */
package io.sluice.studies;
