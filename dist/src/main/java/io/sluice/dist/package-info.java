/**
 * The composition root: {@link io.sluice.dist.Main} joins the plugin host and the adapters with
 * Guice. Nothing points here.
 */
package io.sluice.dist;
