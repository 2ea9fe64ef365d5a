/**
 * The drawings of a report. Each is a record of plain numbers, such as {@link
 * io.sluice.report.figure.HeatMap} or {@link io.sluice.report.figure.Curves}, whose {@code figure}
 * method gives the {@link io.sluice.report.Figure}: SVG in which classes stand for colours, and the
 * table of what is drawn. The same numbers give the same bytes. {@link
 * io.sluice.report.figure.Styles} has the colours, the look of a page and its script.
 */
package io.sluice.report.figure;
