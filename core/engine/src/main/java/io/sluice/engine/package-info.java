/**
 * The engine's front door: {@link io.sluice.engine.Laboratory} plans, runs and repeats studies with
 * the components it was given. Adapters talk to it and to nothing behind it but values.
 */
package io.sluice.engine;
