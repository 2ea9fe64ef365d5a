/**
 * Studies over HTTP, for this machine only. {@link io.sluice.web.WebAdapter} starts a {@link
 * io.sluice.web.WebServer}, which joins three things: the {@code StudyDesk}, where posted studies
 * are planned, queued and run one after the other; the {@code Reports}, which are computed from the
 * store and kept for a moment; and the routes, which turn both into JSON, events and rows. The page
 * in the resources uses the same routes as everybody else.
 */
package io.sluice.web;
