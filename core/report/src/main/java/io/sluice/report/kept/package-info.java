/**
 * What stores have, as documents: the list of their studies ({@link
 * io.sluice.report.kept.KeptStudiesDocument}) and how far one of them is ({@link
 * io.sluice.report.kept.StudyStateDocument}).
 */
package io.sluice.report.kept;
