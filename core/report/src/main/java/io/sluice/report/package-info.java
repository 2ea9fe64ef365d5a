/**
 * What is said of a study, in one form. {@link io.sluice.report.StudyDocument} makes a {@link
 * io.sluice.report.Document} of sections, {@link io.sluice.report.Sentences}, {@link
 * io.sluice.report.Table}s and {@link io.sluice.report.Figure}s from a study's rows; the renderers
 * write it as text for a terminal, HTML, Markdown, LaTeX and JSON. What is said is decided in the
 * document, how it looks in the renderers.
 */
package io.sluice.report;
