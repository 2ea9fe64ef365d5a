/**
 * The joins: each port of {@link io.sluice.spi} together with PF4J's extension point. A plugin's
 * class implements one of these, carries {@code @Extension} and has a public no-argument
 * constructor; nothing else of PF4J concerns its author.
 */
package io.sluice.sdk;
